"""What somebody asks to be found: words, and what narrows them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from study.search.folding import fold

LONGEST = 80
"""Characters of a query. A longer text is a quotation to be checked, not words to be found."""
MOST_TERMS = 8

_TOKEN = re.compile(
    r"(?P<minus>[-－](?=\S))?(?:"
    r"(?P<phrase>[“”\"＂](?P<curly>[^“”\"＂]+)[“”\"＂](?=\s|$)|[「『](?P<corner>[^「」『』]+)[」』](?=\s|$))"
    r"|《(?P<title>[^《》]+)》|[#＃](?P<tag>[^\s#＃]+)|(?P<word>\S+))"
)
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:[-~—–至到]((?:19|20)\d\d)年?)?")
_PAGE = re.compile(r"第?(\d{1,2})页?")
_CONNECTIVES = frozenset({"and", "not", "near", "+"})
_OR = frozenset({"or", "或", "或者"})


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found: a paragraph must hold one of `forms`, which are search forms.

    `exact` says that it stood in quotation marks and is not to be taken apart.
    """

    text: str
    forms: tuple[str, ...]
    exact: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Query:
    """Paragraphs with all of `terms` and none of `without`.

    `years` are the first and the last year of the speech, `titles` search forms that its title
    holds, `tags` its tags. `page` counts from 1.
    """

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()
    years: tuple[int, int] | None = None
    tags: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    page: int = 1
    text: str = ""
    """What was typed, without the page."""

    @property
    def is_narrowed(self) -> bool:
        """Whether something but words narrows it."""
        return bool(self.years or self.tags or self.titles)


class NothingToFind(Exception):
    """The query holds no letter, digit or character to look for."""


class QueryTooLong(Exception):
    """The query is longer than anything one looks up, or has too many words."""


def parse(text: str) -> Query:
    """The query that somebody typed. Raises NothingToFind and QueryTooLong.

    Where there is something else to be found, a year narrows and a small number at the end is
    the page: `2024 乡村振兴 2`. Alone they are looked for themselves.
    """
    text, page = _without_page(" ".join(text.split()))
    if len(text) > LONGEST:
        raise QueryTooLong
    found = list(_TOKEN.finditer(text))
    wanted = [match for match in found if not match["minus"]]
    titles = tuple(form for match in wanted if (form := fold(match["title"] or "")))
    tags = tuple(match["tag"] for match in wanted if match["tag"])
    terms = _distinct(_term(match) for match in found if not match["minus"])
    query = _narrowed(Query(terms, tags=tags, titles=titles, text=text))
    if not query.terms:
        # A title or a tag alone is what is to be found.
        alone = _distinct(Term(word, (form,)) for word in (*titles, *tags) if (form := fold(word)))
        query = Query(alone, text=text)
    without = _distinct(_term(match) for match in found if match["minus"])
    if not query.terms or _is_contradiction(query.terms, without):
        raise NothingToFind
    if len(query.terms) + len(without) > MOST_TERMS:
        raise QueryTooLong
    return replace(query, without=without, page=page)


def _without_page(text: str) -> tuple[str, int]:
    """A query without the page at its end, and the page."""
    head, _, last = text.rpartition(" ")
    match = _PAGE.fullmatch(unicodedata.normalize("NFKC", last))
    return (head, max(1, int(match[1]))) if match and fold(head) else (text, 1)


def _term(match: re.Match[str]) -> Term:
    phrase = match["curly"] or match["corner"]
    text = phrase or match["word"] or (match["minus"] and (match["title"] or match["tag"])) or ""
    return Term(text, (fold(text),), exact=bool(phrase))


def _distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that hold something, each once."""
    return tuple({term.forms: term for term in terms if term.forms[0]}.values())


def _narrowed(query: Query) -> Query:
    """Take year and connectives out of the terms, as long as one is left."""
    rest = list(query.terms)
    years = None
    for term in list(rest):
        if len(rest) > 1 and not years and (match := _plain(_YEARS, term)):
            years = _in_order(int(match[1]), int(match[2] or match[1]))
            rest.remove(term)
        elif len(rest) > 1 and term.forms[0] in _CONNECTIVES:
            rest.remove(term)
    return replace(query, terms=_alternatives(rest), years=years)


def _is_contradiction(terms: Iterable[Term], without: Sequence[Term]) -> bool:
    """Whether what is wanted has in it what is not."""
    banned = [form for term in without for form in term.forms]
    return any(all(any(one in form for one in banned) for form in term.forms) for term in terms)


def _in_order(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _alternatives(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms, those with OR between them made one of which either form will do."""
    joined: list[Term] = []
    is_other = False
    for place, term in enumerate(terms):
        if not term.exact and term.forms[0] in _OR and 0 < place < len(terms) - 1:
            is_other = True
        elif is_other:
            before = joined.pop()
            forms = (*before.forms, *term.forms)
            joined.append(Term(f"{before.text}或{term.text}", forms, exact=True))
            is_other = False
        else:
            joined.append(term)
    return tuple(joined)


def _plain(pattern: re.Pattern[str], term: Term) -> re.Match[str] | None:
    if term.exact:
        return None
    return pattern.fullmatch(unicodedata.normalize("NFKC", term.text))
