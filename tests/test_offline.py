"""What `pytest --offline` refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "offline"


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)", "192.0.2.1"),
        ("import socket; socket.getaddrinfo('news.example', 80)", "news.example"),
        ("import socket; socket.gethostbyname('news.example')", "news.example"),
        ("import urllib.request; urllib.request.urlopen('http://news.example/')", "news.example"),
        ("import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))", "192.0.2.1"),
        ("import socket; socket.getaddrinfo('localhost', 80)", None),
        (
            "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())",
            None,
        ),
    ],
)
def test_another_machine_is_refused_and_this_one_is_not(code, refused, tmp_path):
    log = tmp_path / "log"
    env = {**os.environ, "PYTHONPATH": str(FOLDER), "OFFLINE_LOG": str(log)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert (done.returncode != 0) == (refused is not None), done.stderr
    if refused:
        assert f"no way out of this machine: {refused}" in done.stderr
        assert log.read_text().split()[-1] == refused
    else:
        assert not log.exists()
