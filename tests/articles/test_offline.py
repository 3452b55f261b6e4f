"""No socket is opened: op-eds are read, written and scored in processes where asking for one is an error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
ARTICLE = CORPUS / "articles" / "campus-ledger.md"
BLOCKED = """
import socket


def refuse(*arguments, **named):
    raise OSError("a socket was asked for")


class Socket(socket.socket):
    def __init__(self, family=-1, *rest, **named):
        if family != getattr(socket, "AF_UNIX", None):  # by which processes of one machine speak to each other
            refuse()
        super().__init__(family, *rest, **named)


socket.socket = socket.SocketType = Socket
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
    setattr(socket, name, refuse)
"""


@pytest.fixture
def offline(tmp_path):
    """Runs Python with a `sitecustomize` that blocks sockets, also in processes that this one starts."""
    (tmp_path / "sitecustomize.py").write_text(BLOCKED)
    path = os.pathsep.join([str(tmp_path), str(ROOT)])

    def run(*arguments):
        command = [sys.executable, *map(str, arguments)]
        env = {**os.environ, "PYTHONPATH": path}
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)

    return run


def test_the_block_holds(offline):
    for code in (
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
    ):
        done = offline("-c", code)
        assert done.returncode != 0 and "a socket was asked for" in done.stderr


def test_an_op_ed_is_read_and_scored_without_a_socket(offline, tmp_path):
    done = offline("-m", "pipeline", "run", ARTICLE, "--out", "out", "--gold", CORPUS / "gold", "--quiet")
    assert done.returncode == 0, done.stderr
    assert len((tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8")) > 100_000
    assert (tmp_path / "out" / "report.html").is_file()


def test_two_workers_need_none_either(offline, tmp_path):
    articles = sorted((CORPUS / "articles").iterdir())[:2]
    done = offline("-m", "pipeline", "run", *articles, "--out", "out", "--workers", "2", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").count("\n") == 2


def test_pages_and_exports_need_none(offline, tmp_path):
    gold = CORPUS / "gold" / "campus-ledger.jsonl"
    for arguments in (
        ["show", ARTICLE, "--html", "page.html"],
        ["export", gold, "--as", "jsonld", "--out", "x"],
    ):
        done = offline("-m", "pipeline", *arguments)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "page.html").is_file() and (tmp_path / "x").is_file()
