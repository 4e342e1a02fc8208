"""Real documents, when they lie beside the project; tests that need them are skipped otherwise."""

from functools import cache
from pathlib import Path

import pytest

from study.materials.draft import Draft, draft
from study.materials.formats import read

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not on this machine")
FOLDERS = ("reports_national", "reports_provincial", "party", "laws", "state_council")


@cache
def outlined(path: Path) -> Draft:
    """What the importer makes of a file of the corpus."""
    return draft(path.name, read(path))


def corpus_files() -> list[Path]:
    """Every document of the corpus that must import."""
    return sorted(
        path for folder in FOLDERS for path in (CORPUS / folder).rglob("*") if path.is_file()
    )
