"""What must be right before the bot listens; what is not ends in one sentence and exit code 1."""

import importlib
import os
import pkgutil
import re
import secrets
import socket
import sqlite3
import sys
from ipaddress import IPv4Address, ip_address
from typing import NoReturn

import nonebot
from dotenv import dotenv_values
from nonebot.config import SettingsError
from pydantic import ValidationError

from plugins._chat import logs
from plugins._chat.adapter import Adapter, guard_http
from study.cli.errors import OUR_ERRORS, sentence
from study.services import fitting_keys
from study.settings import ROOT, load_settings
from study.storage.database import prepare

_PLUGINS = ROOT / "plugins"
_API_SECONDS = 15
"""How long an implementation may take to answer; after that nobody knows if a message arrived."""
_LEVELS = ("TRACE", "DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR", "CRITICAL")


def initialise() -> None:
    """Check the settings, bring the database up to date, and set NoneBot up with our adapter."""
    os.chdir(ROOT)  # NoneBot looks for .env where it is started from.
    said = {**dotenv_values(ROOT / ".env"), **os.environ}
    level = (said.get("LOG_LEVEL") or "INFO").upper()
    if level not in _LEVELS:
        _refuse(f"设置 LOG_LEVEL={level} 不能用：写 {'、'.join(_LEVELS)} 之一")
    logs.set_up(level)
    try:
        settings = load_settings()
        prepare(settings.database)
        fitting_keys.require(settings.database, settings.key_file)
        _set_up_nonebot(said.get("ONEBOT_SECRET") or secrets.token_urlsafe(32))
    except OUR_ERRORS as error:
        _refuse(sentence(error))
    except ValidationError as error:
        names = "、".join(str(one["loc"][0]).upper() for one in error.errors())
        _refuse(f"设置写得不对：{names}。请对照 .env.example 检查")
    except SettingsError as error:
        names = "、".join(re.findall(r'"(\w+)"', str(error))).upper()
        _refuse(f'设置写得不对：{names}。列表要写成 ["…"]，请对照 .env.example 检查')
    except (OSError, sqlite3.OperationalError) as error:
        _refuse(f"数据库或它的文件夹不能用（{error}）。请检查 STUDY_DATA_DIR 与权限")


def _set_up_nonebot(secret: str) -> None:
    # Without a secret anybody who reaches the port could post forged events.
    nonebot.init(driver="~fastapi", onebot_secret=secret, api_timeout=_API_SECONDS)
    driver = nonebot.get_driver()
    driver.register_adapter(Adapter)
    guard_http(driver)
    # Asked of NoneBot itself: it reads more files and more names than `.env` shows.
    config = driver.config
    token = nonebot.get_adapter(Adapter).onebot_config.onebot_access_token
    if exposed := exposure(str(config.host), token):
        _refuse(exposed)
    if not any(config.command_start):
        _refuse('设置 COMMAND_START 是空的，这样没有命令能用。写成 COMMAND_START=["/"]')
    if taken := _is_taken(str(config.host), config.port):
        _refuse(
            f"{config.host} 的端口 {config.port} 不能用（{taken}）。"
            "请换一个 PORT，或关掉占用它的程序"
        )


def exposure(host: str, token: str | None) -> str:
    """Why the bot must not listen at `host` with this token, '' when it may."""
    if ip_address(host).is_loopback or token:
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


def _is_taken(host: str, port: int) -> str:
    """Why nobody can listen there, '' when one can."""
    family = socket.AF_INET if isinstance(ip_address(host), IPv4Address) else socket.AF_INET6
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.strerror or str(error)
    return ""


def _refuse(reason: str) -> NoReturn:
    print(f"没有启动：{reason}", file=sys.stderr, flush=True)  # noqa: T201
    sys.exit(1)
