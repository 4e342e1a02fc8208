"""Characters that are taken for each other by their shape: 己 已 巳, 未 末, 贷 货."""

from functools import cache
from importlib.resources import files


@cache
def lookalikes() -> dict[str, str]:
    """Character → those that look like it, in no order; see `lookalikes.txt`."""
    lines = (files("study.search") / "lookalikes.txt").read_text("utf-8").splitlines()
    groups = [group for line in lines if not line.startswith("#") for group in line.split()]
    found: dict[str, set[str]] = {}
    for group in groups:
        for character in group:
            found.setdefault(character, set()).update(group)
    return {one: "".join(sorted(others - {one})) for one, others in found.items()}
