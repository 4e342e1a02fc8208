"""`python -m study run`: the bot itself, for operators and service managers."""

import os
import subprocess
import sys

import click

from study.settings import ROOT


@click.command("run", help="启动机器人，等 NapCat 或 LLBot 连上来（先看 .env.example）。")
def run_() -> None:
    """Become the bot process, so that signals of a service manager reach it."""
    command = [sys.executable, str(ROOT / "bot.py")]
    if os.name == "nt":  # exec would give the terminal back before the bot has ended
        sys.exit(subprocess.call(command))  # noqa: S603
    os.execv(sys.executable, command)  # noqa: S606
