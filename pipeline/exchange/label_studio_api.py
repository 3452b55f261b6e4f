"""Label Studio over its HTTP interface: a project with our tasks, and its export. Only this connects.

A personal access token is a JWT that is changed for a bearer token, which lives some minutes; a legacy token, of forty
hex digits, is sent as it is.
"""

import json
from collections.abc import Iterable
from http.client import HTTPException
from itertools import islice
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from pipeline.exchange.label_studio import task
from pipeline.exchange.label_studio_config import config
from pipeline.exchange.layers import Refused, Sheet

BATCH = 50
"""Tasks in one request."""
SECONDS = 120
MOST = 500_000_000
"""Bytes that an answer may have."""


class _Stay(HTTPRedirectHandler):
    """A redirection is not followed: it would take the token along."""

    def redirect_request(self, *_: Any) -> None:
        return None


class LabelStudio:
    """A server. Raises Refused for whatever it does not do, with what it says."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.token = _address(url), token.strip()
        if not (self.token.isascii() and self.token.isprintable()):
            raise Refused("the token holds signs that no token has: copy it anew")
        self.bearer = ""

    @property
    def open_to_all(self) -> bool:
        """Whether the token goes over a network unencrypted."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")

    def create(self, title: str) -> int:
        """A new project with our labelling configuration; its number."""
        made = self._call("POST", "/api/projects", {"title": title, "label_config": config()})
        if not isinstance(made, dict) or not isinstance(made.get("id"), int):
            raise Refused(f"{self.url}/api/projects: answers without the number of the new project")
        number: int = made["id"]
        return number

    def push(self, project: int, sheets: Iterable[Sheet]) -> int:
        """How many tasks were imported."""
        rest, count = iter(sheets), 0
        while batch := [task(sheet) for sheet in islice(rest, BATCH)]:
            self._call("POST", f"/api/projects/{project}/import", batch)
            count += len(batch)
        return count

    def pull(self, project: int) -> Any:
        """The export of the type JSON."""
        return self._call("GET", f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true")

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        """Once more with a fresh bearer token, where the one at hand has run out."""
        for last in (False, True):
            try:
                return self._send(method, path, body, self._authorization())
            except HTTPError as error:
                if error.code == 401 and not last and self.bearer:
                    self.bearer = ""
                    continue
                said = error.read(300).decode("utf-8", "replace").replace("\n", " ")
                raise Refused(f"{error.url}: answers {error.code} {error.reason}: {said}") from None
        raise AssertionError

    def _authorization(self) -> str:
        if self.token.count(".") != 2:
            return f"Token {self.token}"
        if not self.bearer:
            made = self._send("POST", "/api/token/refresh", {"refresh": self.token}, "")
            self.bearer = str(made.get("access") or "") if isinstance(made, dict) else ""
            if not (self.bearer and self.bearer.isascii() and self.bearer.isprintable()):
                raise Refused(f"{self.url}/api/token/refresh: answers without a bearer token")
        return f"Bearer {self.bearer}"

    def _send(self, method: str, path: str, body: Any, authorization: str) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        headers |= {"Authorization": authorization} if authorization else {}
        try:
            asked = Request(self.url + path, data, headers, method=method)
            with build_opener(_Stay).open(asked, timeout=SECONDS) as answer:
                said = answer.read(MOST + 1)
        except HTTPError:
            raise
        except (URLError, OSError) as error:
            raise Refused(f"{self.url}: cannot be reached ({getattr(error, 'reason', error)})") from None
        except HTTPException as error:
            raise Refused(f"{self.url}{path}: answers no HTTP ({type(error).__name__})") from None
        if len(said) > MOST:
            raise Refused(f"{self.url}{path}: answers with more than {MOST:,} bytes")
        try:
            return json.loads(said)
        except (ValueError, RecursionError):
            raise Refused(f"{self.url}{path}: answers with something that is not JSON") from None


def _address(url: str) -> str:
    """Without the slash at its end. One with a name and a password would show them in every message."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if good and (parts.username or parts.password):
        raise Refused("--url: leave the name and password out of the address")
    if not good or parts.query or parts.fragment or not url.isprintable() or " " in url:
        raise Refused(f"{url}: is no address of a Label Studio (http://…)")
    return url.rstrip("/")
