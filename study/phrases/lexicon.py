"""What the importer knows of the language before it reads a material."""

from dataclasses import dataclass

from study.search.words import Cut


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A segmenter, and the curated formulations that it knows too."""

    cut: Cut
    known: tuple[str, ...] = ()
