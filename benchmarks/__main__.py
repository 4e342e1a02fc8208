"""`python3 -m benchmarks [chat] [import] [flood] [lookup] [recall] [quality] [quiz]`: all
parts, or those that are named.

Exit code 1 when a bar is missed.
"""

import os
import subprocess
import sys
from pathlib import Path

from study.bootstrap import HOME, PYTHON, ROOT

_PARTS = ("chat", "import", "flood", "lookup", "recall", "quality", "quiz")


def main(wanted: list[str]) -> int:
    """Run the parts and print their table; the exit code."""
    from benchmarks import (
        chat,
        drawing,
        flood,
        imports,
        lookup,
        quality,
        quiz,
        recall,
        report,
        starting,
    )

    measures = {
        "chat": (chat.measure, starting.measure),
        "import": (imports.measure,),
        "flood": (flood.measure,),
        "lookup": (lookup.measure,),
        "recall": (recall.measure,),
        "quality": (quality.measure,),
        "quiz": (quiz.measure, drawing.measure),
    }
    rows: list[report.Row] = []
    for name in wanted or _PARTS:
        print(f"正在量 {name} ……", file=sys.stderr, flush=True)
        rows += [row for measure in measures[name] for row in measure()]
    return 0 if report.show(rows) else 1


def run_in_environment() -> None:
    """Start again with the project's own Python, made first when there is none."""
    if Path(sys.prefix) == HOME:
        return
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "study", "--version"], cwd=ROOT, check=True)
    os.execv(PYTHON, [str(PYTHON), "-m", "benchmarks", *sys.argv[1:]])  # noqa: S606


if __name__ == "__main__":
    if not Path("/proc/self/stat").exists():
        sys.exit("要读 /proc 里的时间与内存，只能在 Linux 上量。")
    if not set(sys.argv[1:]) <= set(_PARTS):
        sys.exit(f"用法：python3 -m benchmarks [{'] ['.join(_PARTS)}]")
    run_in_environment()
    sys.exit(main(sys.argv[1:]))
