"""The process that parses one file: limits first, then the parser, then an answer in JSON."""

import json
import sys

from study.materials.errors import Unreadable, UnreadableFile
from study.materials.source import Source

_MEMORY = 450 * 1024 * 1024
_SECONDS = 5
_LONGEST = 5_000_000
"""Characters; a hundred times a long speech."""


def main() -> None:
    """Parse standard input as the kind named on the command line; answer on standard output."""
    _limit()
    try:
        answer = _answer(_parse(sys.argv[1], sys.stdin.buffer.read()))
    except UnreadableFile as error:
        answer = {"unreadable": error.reason.value}
    except MemoryError:
        answer = {"unreadable": Unreadable.TOO_DEMANDING.value}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode())


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the clock of the parent remains.
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _parse(kind: str, data: bytes) -> Source:
    """Import only the parser that is needed: importing takes longer than most files."""
    if kind == "docx":
        from study.materials.formats.docx import read
    elif kind == "pdf":
        from study.materials.formats.pdf import read
    else:
        from study.materials.formats.markdown import read
    return read(data)


def _answer(source: Source) -> dict[str, object]:
    if sum(len(line.text) + 1 for line in source.lines) > _LONGEST:
        raise UnreadableFile(Unreadable.TOO_DEMANDING)
    return {
        "lines": [(line.text, line.heading, line.whole) for line in source.lines],
        "charset": source.charset,
        "properties": dict(source.properties),
    }


if __name__ == "__main__":
    main()
