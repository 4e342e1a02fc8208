"""Starts the bot: settings, NoneBot, adapter, plugins; nothing else."""

import nonebot

from plugins._chat import startup

startup.initialise()
startup.load_plugins()

if __name__ == "__main__":
    # Addresses of requests can hold tokens: no access log.
    nonebot.run(timeout_graceful_shutdown=2, access_log=False)
