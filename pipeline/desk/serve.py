"""Listening on 127.0.0.1, until Ctrl-C."""

import errno
import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

ADDRESS = "127.0.0.1"
_GRACE = 2  # seconds that open requests are given at the end


class PortTaken(OSError):
    """Somebody listens there already."""


def listen(port: int) -> socket.socket:
    """A socket on this machine's own address; `port` 0 takes any that is free. Raises PortTaken, OSError."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((ADDRESS, port))
        found.listen()
    except OSError as error:
        found.close()
        if error.errno == errno.EADDRINUSE:
            why = (
                f"port {port} is taken, perhaps by another desk: end that one, or choose another with --port"
            )
            raise PortTaken(why) from None
        raise OSError(f"cannot listen on port {port}: {error.strerror}") from None
    return found


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Answer until SIGINT (then raises KeyboardInterrupt) or SIGTERM, and end what was begun."""
    config = uvicorn.Config(
        app, access_log=False, log_level="warning", lifespan="off", server_header=False, date_header=False,
        http="h11", loop="asyncio", ws="none", timeout_graceful_shutdown=_GRACE, timeout_keep_alive=30,
        limit_concurrency=100, proxy_headers=False,
    )  # fmt: skip
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()


def open_browser(address: str, opener: Callable[[str], bool] = webbrowser.open) -> None:
    """Beside the server, which must answer it."""
    threading.Thread(target=opener, args=(address,), daemon=True).start()
