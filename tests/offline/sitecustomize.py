"""No way out of this machine: a connection to another one, and the look-up of its name, is an OSError.

Python imports this by itself where the folder is on its path; `pytest --offline` puts it there, for the processes that
tests start, too. What is refused is written to the file that OFFLINE_LOG names, so that no one can swallow it. Programs
that are not Python (a browser, a database) are not watched.
"""

import os
import sys

HERE = ("::1", "localhost", "0.0.0.0", "::", "", "None")


def refuse(event: str, arguments: tuple) -> None:
    """An audit hook."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""  # a path: a socket of this machine
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        host = arguments[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else str(host)
    if host not in HERE and not host.startswith("127."):
        if log := os.environ.get("OFFLINE_LOG"):
            with open(log, "a", encoding="utf-8") as file:
                file.write(f"{event} {host}\n")
        raise OSError(f"no way out of this machine: {host}")


sys.addaudithook(refuse)
