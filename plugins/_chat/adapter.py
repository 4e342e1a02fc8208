"""The OneBot v11 adapter behind our gate: chatter, floods and forged tokens end here."""

import asyncio
import contextlib
import hmac
import time
from typing import Any

from nonebot.adapters.onebot.utils import get_auth_bearer
from nonebot.adapters.onebot.v11 import Adapter as OneBotAdapter
from nonebot.adapters.onebot.v11.event import Event
from nonebot.compat import type_validate_python
from nonebot.drivers import Request, Response
from nonebot.log import logger
from pydantic import ValidationError
from starlette.types import ASGIApp, Receive, Scope, Send

from plugins._chat import answers, gate, texts
from plugins._chat.limits import IN_FLIGHT, Once
from plugins._chat.shortcuts import offered

_LONGEST_POST = 1_000_000
"""Bytes of an event over HTTP; the longest messages have some ten thousand."""


class Adapter(OneBotAdapter):
    """Takes in what somebody says to the bot, and no more at once than it can answer."""

    def __init__(self, driver: Any, **kwargs: Any) -> None:
        super().__init__(driver, **kwargs)
        self.shed = 0
        """Messages that were turned away because too many were in flight."""
        self._told = Once()
        driver.on_shutdown(self._say_shed)

    async def _say_shed(self) -> None:
        if self.shed:
            logger.warning(f"turned away {self.shed} messages in all: too many at once")

    def json_to_event(self, json_data: Any) -> Event | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The event to work on, None for an API result and for everything that is let go.

        The base class has a class method; it is called on the instance, and only the instance
        knows how much is in flight.
        """
        if not isinstance(json_data, dict):
            return None
        if "post_type" not in json_data:
            self._result_store.add_result(json_data)
            return None
        if not isinstance(json_data["post_type"], str):
            return None
        # Here, where events pass one by one in the order of their arrival, and nowhere later.
        if answers.take(json_data, self.config.command_start, time.monotonic()):
            return None
        if not gate.is_wanted(json_data, self.config.command_start, _answers):
            return None
        if json_data["post_type"] == "message" and len(self.tasks) >= IN_FLIGHT:
            self._shed(json_data)
            return None
        return self._event(gate.without_quote(json_data))

    def _event(self, data: dict[str, Any]) -> Event | None:
        """As in the base class, but what does not fit the standard is not written to the log."""
        for model in self.get_event_model(data):
            with contextlib.suppress(ValidationError):
                return type_validate_python(model, data)
        logger.warning("an event was dropped: not as the OneBot v11 standard says")
        return None

    def _shed(self, event: dict[str, Any]) -> None:
        """Count a message that is turned away, and tell its chat once in a while."""
        self.shed += 1
        private = event.get("message_type") == "private"
        target = {name: event.get(name) for name in (["user_id"] if private else ["group_id"])}
        if not self._told.may_tell(str(target), time.monotonic()):
            return
        logger.warning(f"turned away {self.shed} messages so far: too many at once")
        bot = self.bots.get(str(event.get("self_id")))
        if bot is not None:
            kind = "private" if private else "group"
            sending = bot.call_api("send_msg", message_type=kind, message=texts.BUSY, **target)
            task = asyncio.create_task(_without_result(sending))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def _check_access_token(self, request: Request) -> Response | None:
        """As in the base class, in constant time."""
        wanted = self.onebot_config.onebot_access_token
        if not wanted:
            return None
        given = get_auth_bearer(request.headers.get("authorization")) or ""
        if hmac.compare_digest(given.encode(), wanted.encode()):
            return None
        logger.warning("a OneBot connection was refused: wrong or missing token")
        return Response(403, content="Authorization Header is invalid")

    def _check_signature(self, request: Request) -> Response | None:
        """As in the base class, in constant time; without a secret nothing is let in."""
        secret = self.onebot_config.onebot_secret or ""
        given = request.headers.get("x-signature")
        if not given:
            return Response(401, content="Missing Signature")
        content = request.content or b""
        body = content if isinstance(content, bytes) else content.encode()
        wanted = "sha1=" + hmac.new(secret.encode(), body, "sha1").hexdigest()
        if secret and hmac.compare_digest(given.encode(), wanted.encode()):
            return None
        logger.warning("a OneBot event over HTTP was refused: wrong signature")
        return Response(403, content="Signature is invalid")


def _answers(chat: str, person: str, text: str) -> bool:
    return offered.command(chat, person, text, time.monotonic()) is not None


class _SmallPosts:
    """Refuses what posts no signed event of a sane size, before its body is read into memory."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (status := _http_refusal(dict(scope["headers"]))):
            await send({"type": "http.response.start", "status": status, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, send)


def _http_refusal(headers: dict[bytes, bytes]) -> int:
    """The status to refuse a request with, 0 to let it in."""
    if b"x-signature" not in headers:
        return 401
    length = headers.get(b"content-length", b"")
    return 0 if length.isdigit() and int(length) <= _LONGEST_POST else 413


def guard_http(driver: Any) -> None:
    """Put the guard in front of everything the driver serves over HTTP."""
    driver.server_app.add_middleware(_SmallPosts)


async def _without_result(sending: Any) -> None:
    try:
        await sending
    except Exception as error:  # noqa: BLE001 - a courtesy; that it failed is all there is to say
        logger.warning(f"could not tell a chat that the bot is busy: {type(error).__name__}")
