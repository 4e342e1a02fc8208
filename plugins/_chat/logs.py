"""The log: for operators, in one line a thing, never with what people wrote and no secrets."""

import sys
from typing import TYPE_CHECKING

from nonebot.log import logger, logger_id

if TYPE_CHECKING:
    from loguru import Record

_FORMAT = "<g>{time:MM-DD HH:mm:ss}</g> [<lvl>{level}</lvl>] {message}"
_TELLS_TOO_MUCH = {("nonebot", module) for module in ("message", "matcher", "__init__")}
"""NoneBot's own account of each event (whole messages) and of its settings (the tokens)."""


def set_up(level: str | int) -> None:
    """Log from `level` on to standard output.

    The level is given to the handler itself, so that what is below it costs nothing.
    """
    logger.remove(logger_id)
    logger.add(sys.stdout, level=level, format=_FORMAT, filter=_may_be_logged, diagnose=False)


def _may_be_logged(record: "Record") -> bool:
    package = (record["name"] or "").partition(".")[0]
    if record["level"].no >= logger.level("WARNING").no:
        return True
    if package == "uvicorn" and "WebSocket /" in record["message"]:
        return False  # Some implementations send their token in the address.
    return (package, record["module"]) not in _TELLS_TOO_MUCH
