"""What an operator reads when the database or a setting cannot be used."""

from study.settings import WrongSetting
from study.storage.maintenance import FileExists
from study.storage.migrations import NewerDatabase, NotADatabase

OUR_ERRORS = (NewerDatabase, NotADatabase, FileExists, WrongSetting)


def sentence(error: Exception) -> str:
    """One of `OUR_ERRORS` in a sentence: what is wrong, and that nothing was changed."""
    match error:
        case NewerDatabase():
            return (
                f"数据库 {error.path} 由更新的版本写成（第 {error.found} 版，本程序只认到第"
                f" {error.known} 版）。请升级程序；数据库没有变动"
            )
        case NotADatabase() if not error.path.exists():
            return f"还没有数据库 {error.path}。先收入资料，或启动一次机器人"
        case NotADatabase():
            return f"{error.path} 不是本程序的数据库，或者已经损坏；没有变动"
        case FileExists():
            return f"{error.path} 已经存在，不覆盖。请换一个文件名"
        case _:
            return str(error)
