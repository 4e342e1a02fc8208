"""What must be right before the bot listens; what is not ends in one sentence and exit code 1."""

import importlib
import os
import pkgutil
import secrets
import sys
from collections.abc import Mapping
from ipaddress import ip_address
from typing import NoReturn

import nonebot
from dotenv import dotenv_values
from pydantic import ValidationError

from plugins._chat import logs
from study.cli.errors import OUR_ERRORS, sentence
from study.settings import ROOT, load_settings
from study.storage.database import prepare

_PLUGINS = ROOT / "plugins"


def initialise() -> None:
    """Check the settings, bring the database up to date, and initialise NoneBot."""
    os.chdir(ROOT)  # NoneBot looks for .env where it is started from.
    said = {**dotenv_values(ROOT / ".env"), **os.environ}
    values = {name.upper(): value for name, value in said.items() if value}
    logs.set_up(values.get("LOG_LEVEL", "INFO").upper())
    if exposed := exposure(values):
        _refuse(exposed)
    try:
        prepare(load_settings().database)
        nonebot.init(
            driver="~fastapi",
            # Without a secret anybody who reaches the port could post forged events.
            onebot_secret=values.get("ONEBOT_SECRET") or secrets.token_urlsafe(32),
        )
    except OUR_ERRORS as error:
        _refuse(sentence(error))
    except ValidationError as error:
        names = "、".join(str(one["loc"][0]).upper() for one in error.errors())
        _refuse(f"设置写得不对：{names}。请对照 .env.example 检查")
    except OSError as error:
        _refuse(f"数据库的文件夹不能用（{error}）。请检查 STUDY_DATA_DIR 与权限")


def exposure(values: Mapping[str, str]) -> str:
    """Why the bot must not listen with these settings, '' when it may."""
    host = values.get("HOST", "127.0.0.1").strip("[]")
    if _is_loopback(host) or values.get("ONEBOT_ACCESS_TOKEN"):
        return ""
    return (
        f"HOST={host} 会让别的机器连进来，但没有设 ONEBOT_ACCESS_TOKEN。"
        "请在 .env 里设一个长的随机口令，并在 NapCat 或 LLBot 里填同一个；"
        "或者把 HOST 改回 127.0.0.1"
    )


def load_plugins() -> None:
    """Load every feature and the way to it. A feature that fails is named, and nothing runs."""
    names = [one.name for one in pkgutil.iter_modules([str(_PLUGINS)]) if one.name[0] != "_"]
    failed = [name for name in names if nonebot.load_plugin(f"plugins.{name}") is None]
    if failed:
        _refuse(f"这些功能没有载入：{'、'.join(failed)}。原因见上面的日志；机器人没有启动")
    importlib.import_module("plugins._chat.dispatch")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse(reason: str) -> NoReturn:
    print(f"没有启动：{reason}", file=sys.stderr, flush=True)  # noqa: T201
    sys.exit(1)
