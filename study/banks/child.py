"""The process that reads one bank: limits first, then the reader, then an answer in JSON."""

import json
import sys

from study.banks import wire
from study.banks.errors import BankError
from study.materials.errors import Unreadable, UnreadableFile

_MEMORY = 150 * 1024 * 1024
_SECONDS = 5


def main() -> None:
    """Read standard input as the kind named on the command line, with the columns that are named
    behind it; answer on standard output."""
    _limit()
    try:
        from study.banks.reading import parse

        found = parse(sys.argv[1], sys.stdin.buffer.read(), json.loads(sys.argv[2]))
        answer = json.dumps(wire.of_bank(found))
    except (UnreadableFile, BankError) as error:
        answer = json.dumps(wire.of_error(error))
    except (MemoryError, RecursionError):
        answer = json.dumps(wire.of_error(UnreadableFile(Unreadable.TOO_DEMANDING)))
    sys.stdout.write(answer)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the clock of the parent remains.
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
