"""Addresses → answers. Documents are named by number, files come from one fixed list: no path comes from outside."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pipeline.desk.guard import Guard
from pipeline.desk.room import Conflict, Room, Unfit
from pipeline.page.template import template
from pipeline.review.decision import said

HERE = Path(__file__).parent
_TYPES = {".js": "text/javascript", ".css": "text/css"}
_MOST = 500  # rows of the queue, or claims, in one answer


def desk(room: Room, port: int, token: str) -> ASGIApp:
    """The whole application, guarded."""
    inside = [path for path in sorted((HERE / "static").iterdir()) if path.suffix in _TYPES]
    files = {path.name: (path.read_bytes(), _TYPES[path.suffix]) for path in inside}

    def page(_: Request) -> Response:
        return HTMLResponse(template(HERE / "desk.html.j2").render(room=room))

    def static(request: Request) -> Response:
        found = files.get(request.path_params["name"])
        return Response(found[0], media_type=found[1]) if found else _answer({"error": "no such file"}, 404)

    return Guard(
        Starlette(
            routes=[
                Route("/", page),
                Route("/static/{name}", static),
                Route("/api/queue", _plain(lambda r: room.queue(dict(r.query_params), *_range(r)))),
                Route("/api/document/{number:int}", _plain(lambda r: room.document(_number(r)))),
                Route(
                    "/api/document/{number:int}/claims", _plain(lambda r: room.claims(_number(r), *_range(r)))
                ),
                Route(
                    "/api/document/{number:int}/since", _plain(lambda r: room.since(_number(r), _version(r)))
                ),
                Route("/api/document/{number:int}/next", _plain(lambda r: room.next(_number(r)))),
                Route("/api/decisions", _posted(room), methods=["POST"]),
            ]
        ),
        port,
        token,
    )


def _plain(ask: Callable[[Request], Any]) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return _tried(lambda: ask(request))

    return endpoint


def _posted(room: Room) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            asked = json.loads(await request.body())
        except (ValueError, RecursionError):
            return _answer({"error": "this is no JSON"}, 400)
        return await run_in_threadpool(_tried, lambda: room.decide(asked))

    return endpoint


def _tried(ask: Callable[[], Any]) -> Response:
    try:
        return _answer(ask())
    except IndexError:
        return _answer({"error": "there is no such document"}, 404)
    except Conflict as conflict:
        return _answer({"error": _before(conflict), "conflict": True}, 409)
    except Unfit as unfit:
        return _answer({"error": str(unfit)}, 422)
    except (ValueError, OSError) as error:
        return _answer({"error": (str(error) or type(error).__name__).splitlines()[0]}, 500)


def _before(conflict: Conflict) -> str:
    """Who decided what, for the person who was too late; pointers and versions are for logs."""
    other = conflict.other
    if other is None:
        return str(conflict)
    return f"{other.who} has changed it, {other.when[:16].replace('T', ' ')} UTC: {said(other)}."


def _answer(held: Any, status: int = 200) -> Response:
    data = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Response(data, status, media_type="application/json")


def _number(request: Request) -> int:
    number: int = request.path_params["number"]
    return number


def _version(request: Request) -> int:
    return _whole(request, "version", 0)


def _range(request: Request) -> tuple[int, int]:
    """First row and how many, from the address."""
    return _whole(request, "from", 0), min(_whole(request, "n", _MOST), _MOST)


def _whole(request: Request, name: str, otherwise: int) -> int:
    given = request.query_params.get(name, "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else otherwise
