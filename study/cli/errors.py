"""What an operator reads when the database or a setting cannot be used."""

import sqlite3

from study.sealing.key_file import DamagedKeys
from study.services.fitting_keys import WrongKeys
from study.settings import WrongSetting
from study.storage.maintenance import FileExists
from study.storage.migrations import NewerDatabase, NotADatabase
from study.storage.resealing import InUse
from study.storage.search import AnotherReindex

OUR_ERRORS = (
    NewerDatabase,
    NotADatabase,
    FileExists,
    WrongSetting,
    AnotherReindex,
    DamagedKeys,
    WrongKeys,
    InUse,
)
OUTSIDE_ERRORS = (OSError, sqlite3.OperationalError)
"""What the machine refuses: permissions, a full disk, a database that stays locked."""


def sentence(error: Exception) -> str:
    """One of `OUR_ERRORS` in a sentence: what is wrong, and that nothing was changed."""
    match error:
        case NewerDatabase():
            return (
                f"数据库 {error.path} 由更新的版本写成（第 {error.found} 版，本程序只认到第"
                f" {error.known} 版）。请升级程序；数据库没有变动"
            )
        case NotADatabase() if not error.path.exists():
            return f"还没有数据库 {error.path}。先收录资料，或启动一次机器人"
        case NotADatabase():
            return f"{error.path} 不是本程序的数据库，或者已经损坏；没有变动"
        case AnotherReindex():
            return "另一个 reindex 在进行，这一个停了；索引没有损坏，等那一个做完就好"
        case DamagedKeys():
            return (
                f"密钥文件 {error.path} 读不出密钥，没有变动。请用另存的那份换回来；"
                "不要删它重新生成，那样加密的内容就打不开了"
            )
        case WrongKeys():
            return f"{error.database} 里加密的内容，密钥文件 {error.path} 打不开。{_keys(error)}"
        case InUse():
            return f"数据库 {error.path} 正在使用。请先停下机器人，再运行一次；没有变动"
        case FileExists():
            return f"{error.path} 已经存在，不覆盖。请换一个文件名"
        case OSError():
            return (
                f"{error.filename or '文件'} 不能用（{error.strerror or error}）。请检查路径和权限"
            )
        case sqlite3.OperationalError():
            return f"数据库不能用（{error}）。请检查文件夹的权限，或稍后再试"
        case _:
            return str(error)


def _keys(error: WrongKeys) -> str:
    """Where the keys are that fit, and how to put them in use."""
    if error.fitting:
        return f"能打开的是 {error.fitting}：运行 python3 -m study keys use {error.fitting}"
    return (
        "请找出另存的那份，运行 python3 -m study keys use 那份文件。真的找不回来，运行"
        " python3 -m study keys give-up：加密的内容从此谁也打不开"
    )
