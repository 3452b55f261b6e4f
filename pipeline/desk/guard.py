"""Who may speak to the desk: this machine's own page, with the token. All others are refused in one sentence.

A page of another site can make a browser send requests here, and a name that points at 127.0.0.1 can make them look
like our own. So Host and Origin must be ours, the token (address first, cookie from then on) must be right, and what
changes something must come as JSON from our own page.
"""

import hmac
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY = 1_000_000
"""Bytes that a request may bring along."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


class Refused(HTTPException):
    """A request that is not answered: status and why. Raised behind the door, Starlette answers with it."""


class Guard:
    """ASGI middleware around the desk that listens on `port` and knows `token`."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self.app = app
        self.token = token
        self.cookie = f"opclaims_{port}"  # browsers do not keep cookies of two ports apart
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        try:
            entering = self._check(scope, headers)
        except Refused as refused:
            await _dressed(_no(refused), scope, receive, send)
            return
        set_cookie = f"{self.cookie}={self.token}; Path=/; HttpOnly; SameSite=Strict" if entering else None
        await _dressed(self.app, scope, _limited(receive), send, set_cookie)

    def _check(self, scope: Scope, headers: Headers) -> bool:
        """Whether the token came in the address. Raises Refused."""
        host = headers.get("host", "")
        if host not in self.hosts:
            raise Refused(421, "This desk answers only to its own address on this machine.")
        writes = scope["method"] not in ("GET", "HEAD")
        origin = headers.get("origin")
        if origin != f"http://{host}" and (writes or origin is not None):
            raise Refused(403, "This desk takes nothing from other sites.")
        if writes and headers.get("content-type", "").split(";")[0].strip() != "application/json":
            raise Refused(415, "This desk takes JSON.")
        _check_size(headers)
        entering = self._same(_in_address(scope)) and scope["path"] == "/"
        if not entering and not self._same(_in_cookie(headers, self.cookie)):
            raise Refused(401, "Open the address that `opclaims review` printed: its token is missing here.")
        return entering

    def _same(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


def _check_size(headers: Headers) -> None:
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdecimal() or len(length) > 9 or int(length) > BODY:
        raise Refused(413, f"More than {BODY:,} bytes at once is too much.")


def _in_address(scope: Scope) -> str:
    given: bytes = scope["query_string"]
    return parse_qs(given.decode("latin-1")).get("token", [""])[0]


def _in_cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _limited(receive: Receive) -> Receive:
    """The same, but refuses a body that grows past the limit (one sent without its length)."""
    seen = 0

    async def take() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY:
            raise Refused(413, f"More than {BODY:,} bytes at once is too much.")
        return message

    return take


def _no(refused: Refused) -> Response:
    return PlainTextResponse(f"{refused.detail}\n", refused.status_code)


async def _dressed(
    app: Callable[..., Any], scope: Scope, receive: Receive, send: Send, set_cookie: str | None = None
) -> None:
    """The answer of `app` with the headers that every answer has."""

    async def give(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if set_cookie is not None:
                headers["Set-Cookie"] = set_cookie
        await send(message)

    await app(scope, receive, give)
