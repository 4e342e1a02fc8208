"""What people read about materials that were not taken."""

from study.materials.citation import number_of
from study.materials.errors import DuplicateMaterial, MaterialError, Unreadable, UnreadableFile

_UNREADABLE = {
    Unreadable.ABSENT: "找不到这个文件。请检查路径",
    Unreadable.EMPTY: "这个文件是空的。请换一份再传",
    Unreadable.TOO_LARGE: "这个文件超过 20 MB。请拆成几份，或只留文字再传",
    Unreadable.UNSUPPORTED: "不认识 {kind} 格式。能收 txt、md、docx、pdf",
    Unreadable.OLD_WORD: "这是旧版 Word（.doc）。请另存为 docx 再传",
    Unreadable.LOCK_FILE: "这是 Word 打开文件时的临时锁文件，不是资料。请传正文那一份",
    Unreadable.ENCRYPTED: "这个文件打不开：加密的 {kind}。请去掉密码再传，之前的内容没有变动",
    Unreadable.DAMAGED: "这个 {kind} 文件损坏了，读不出来。请重新导出一份再传",
    Unreadable.TOO_DEMANDING: "这个 {kind} 文件展开后过大或太复杂，没有读。请另存为纯文本再传",
    Unreadable.NO_TEXT: "这个 {kind} 文件里没有可读的文字（可能是扫描件）。请先识别成文字再传",
    Unreadable.NOT_CHINESE: "这个文件里几乎没有中文正文，或者太短。请检查是不是传错了",
    Unreadable.UNKNOWN_CHARSET: "认不出这个文件的文字编码。请另存为 UTF-8 再传",
    Unreadable.FORBIDDEN: "没有权限读这个文件。请检查文件权限",
}


def refusal(error: MaterialError) -> str:
    """One sentence on why a material was not taken and what to do next."""
    match error:
        case UnreadableFile():
            return _UNREADABLE[error.reason].format(kind=error.kind or "文件")
        case DuplicateMaterial():
            return f"已经有了，就是 {number_of(error.number)}，没有重复收录"
        case _:
            return "去掉横幅和网页栏目后没有剩下正文。请检查是不是传错了"
