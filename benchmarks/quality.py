"""How good answers are: ranking, suggestions, checks of quotations, each on its own gold set."""

import asyncio
import subprocess
import sys

from benchmarks import corpus_library, quotations, suggestions
from benchmarks.report import Row, checked
from study.settings import ROOT


def measure() -> list[Row]:
    """All rows of this part; ranking prints a table of its own."""
    if not corpus_library.is_there():
        return corpus_library.absent("排序、建议与核对")
    rows = [_ranking(), *asyncio.run(suggestions.measure())]
    return [*rows, *asyncio.run(quotations.measure())]


def _ranking() -> Row:
    done = subprocess.run([sys.executable, "-m", "benchmarks.ranking"], cwd=ROOT, check=False)
    right = done.returncode == 0
    return checked(
        "检索排序（上表）", "两个底线、两个数都胜过" if right else "没有都胜过底线", right
    )
