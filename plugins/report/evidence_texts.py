"""What a reporter reads about evidence that was not taken."""

from collections.abc import Sequence

from study.evidence.errors import (
    DamagedPicture,
    Empty,
    EvidenceRefused,
    Forbidden,
    NoDraft,
    QuotaFull,
    ReportTooLarge,
    ShareFull,
    TooLarge,
    TooManyPieces,
    TooManyPixels,
    UnknownKind,
)
from study.evidence.piece import MOST_PIECES, Form, Piece, shown_name

VOICE = "语音收不了。请把听到的话打成文字，或者发截图"
PICTURES_TOO_LARGE = "有图片超过 20 MB，没有收。请截图，或者压小了再发"
LEFT_OUT = "转发的聊天记录太长，只收了前面的部分。后面要紧的请截图发来"
EMPTY_FORWARD = "转发的聊天记录是空的，没有收。请在聊天里截图发来"
FORWARD_NOT_FETCHED = "转发的聊天记录没有取到。请再转发一次，或者截图发来"
CARD_EMPTY = "卡片里没有文字和链接，没有收。请截图发来"
TOO_MANY_AT_ONCE = f"一次最多收 {MOST_PIECES} 件，后面的没有收。请挑要紧的发"
_REASONS: dict[type[EvidenceRefused], str] = {
    Empty: "是空的，没有收。请重新发一次",
    TooLarge: "超过 20 MB，没有收。请截图，或者拆小了再发",
    Forbidden: "是网页、脚本或程序，不能收。请把内容截图发来",
    UnknownKind: "认不出是什么格式，没有收。能收图片、PDF、Office 文档、压缩包、MP4 视频和文本",
    DamagedPicture: "打不开或者不完整，没有收。请重新截图发来",
    TooManyPixels: "的尺寸太大（超过五千万像素），没有收。请截成小一些的图再发",
    TooManyPieces: f"没有收：一次举报最多 {MOST_PIECES} 件证据",
    ReportTooLarge: "没有收：一次举报的证据合计最多 60 MB",
    NoDraft: "没有收：这份举报已经取消或过期了。要举报发 /举报",
    QuotaFull: "没有收：机器人存证据的空间满了。请告诉管理员，之前收到的都在",
    ShareFull: "没有收：你历次举报的证据加起来太大了。请截图或者压小了再发，之前收到的都在",
}
_MEASURES = {Form.PICTURE: "张图片", Form.FORWARD: "段聊天记录", Form.TEXT: "段文字"}


def refused(error: EvidenceRefused, piece: Piece) -> str:
    """Why a piece was not stored, and what to do."""
    return f"{_called(piece)}{_REASONS[type(error)]}"


def pictures_missing(missing: Sequence[int], count: int) -> str:
    """Which of the pictures of a message did not come; the first is 1."""
    if count == 1:
        return "图片没有取到。请重新发一次"
    if len(missing) == count:
        return f"{count}张图片都没有收到。请重新发一次"
    which = "、".join(map(str, missing))
    return f"图片没收全（{count - len(missing)}/{count}），请重发第{which}张"


def forwarded_pictures_missing(missing: Sequence[int], count: int) -> str:
    """Which of the pictures in a merged forward did not come."""
    if len(missing) == count:
        lost = "那张图片没有" if count == 1 else f"{count}张图片都没有"
        return f"转发里的{lost}收到，请单独发来"
    which = "、".join(map(str, missing))
    return f"转发里的图片没收全（{count - len(missing)}/{count}），请把第{which}张单独发来"


def too_large(name: str) -> str:
    """A file, video or picture with more bytes than are taken."""
    return f"{_quoted(name)}{_REASONS[TooLarge]}"


def file_missing(name: str) -> str:
    """A file or video that did not come."""
    return f"{_quoted(name)}没有取到。请重新发一次"


def _called(piece: Piece) -> str:
    return _quoted(piece.name) if piece.form is Form.FILE else f"这{_MEASURES[piece.form]}"


def _quoted(name: str) -> str:
    shown = shown_name(name)
    return f"文件“{shown}”" if shown else "这个文件"
