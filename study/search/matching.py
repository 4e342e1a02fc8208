"""Whether a paragraph holds what is asked for, and where."""

from collections.abc import Sequence

from study.search.folding import fold, fold_with_places
from study.search.query import Query, Term


def holds(text: str, query: Query) -> bool:
    """Whether `text` has all of the query's terms and none that it is to be without."""
    body = comparable(text, query)
    return all(has(body, term) for term in query.terms) and not any(
        has(body, term) for term in query.without
    )


def comparable(text: str, query: Query) -> str:
    """`text` itself where that shows all terms already, its search form otherwise.

    Most paragraphs that are found have the words as they were typed; to fold them costs more
    than everything else that is done with them.
    """
    if not query.without and all(has(text, term) for term in query.terms):
        return text
    return fold(text)


def has(body: str, term: Term) -> bool:
    """Whether a comparable text has one of the term's forms."""
    return any(form in body for form in term.forms)


def spans(text: str, forms: Sequence[str]) -> list[tuple[int, int]]:
    """Where `forms` stand in `text`, first and last-but-one index, in order and not overlapping.

    Signs and blanks inside a hit belong to it; those around it do not.
    """
    folded, places = fold_with_places(text)
    found: list[tuple[int, int]] = []
    for form in forms:
        start = folded.find(form)
        while form and start >= 0:
            found.append((places[start], places[start + len(form) - 1] + 1))
            start = folded.find(form, start + len(form))
    return _apart(sorted(found, key=lambda span: (span[0], -span[1])))


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, finish in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], finish))
        else:
            joined.append((start, finish))
    return joined
