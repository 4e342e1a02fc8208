"""The material that a quotation is said to be from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """Materials of the years `first` to `last`, four digits each, that have `title` in theirs;
    any, where nothing is said of one."""

    first: str = ""
    last: str = "9999"
    title: str = ""

    @property
    def is_said(self) -> bool:
        """Whether any material is named at all."""
        return self != ANYTHING

    @property
    def years(self) -> "Asked":
        """The same without the title."""
        return Asked(self.first, self.last)

    def means(self, title: str, spoken_on: str) -> bool:
        """Whether a material is one of those that are named."""
        return self.is_said and self.first <= spoken_on[:4] <= self.last and self.title in title


ANYTHING = Asked()


def asked_for(first: str, last: str, title: str) -> Asked:
    """What somebody asks for who says one or two years, in any order, or a title; '' for what
    is not said."""
    years = sorted(filter(None, (first, last)))
    return Asked(years[0], years[-1], title) if years else Asked(title=title)
