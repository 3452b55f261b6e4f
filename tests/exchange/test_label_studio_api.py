"""Pushing to and pulling from a Label Studio: a stand-in of our own on a loopback port."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pipeline.exchange import Refused, fetch, outgoing
from pipeline.exchange.label_studio_api import LabelStudio

REFRESH, LEGACY = "a.refresh.token", "0123456789abcdef0123456789abcdef01234567"


class StandIn(BaseHTTPRequestHandler):
    """One project. The first bearer token runs out after one use."""

    def answer(self, code, body):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def handle_request(self, body):
        server, who = self.server, self.headers.get("Authorization", "")
        server.calls.append((self.command, self.path, who))
        if self.path == "/api/token/refresh":
            if body != {"refresh": REFRESH}:
                return self.answer(401, {"detail": "Token is invalid"})
            server.bearers += 1
            return self.answer(200, {"access": f"bearer-{server.bearers}"})
        fresh = who in (f"Bearer bearer-{server.bearers}", f"Token {LEGACY}")
        if not fresh or (who == "Bearer bearer-1" and len(server.calls) > 2):
            return self.answer(401, {"detail": "expired"})
        if self.path == "/api/projects":
            server.config = body["label_config"]
            return self.answer(201, {"id": 7})
        if self.path == "/api/projects/7/import":
            server.tasks += body
            return self.answer(201, {"task_count": len(body)})
        if self.path.startswith("/api/projects/7/export?exportType=JSON"):
            return self.answer(200, [{**task, "annotations": task["predictions"]} for task in server.tasks])
        if self.path.startswith("/api/projects/8/"):
            return self.answer(200, b"<html>")
        if self.path.startswith("/api/projects/6/"):
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        return self.answer(404, {"detail": "no such project\nhere"})

    def do_POST(self):
        self.handle_request(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def do_GET(self):
        self.handle_request(None)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with HTTPServer(("127.0.0.1", 0), StandIn) as made:
        made.calls, made.tasks, made.bearers, made.config = [], [], 0, ""
        made.url = f"http://127.0.0.1:{made.server_port}"
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def test_there_and_back_with_a_personal_access_token(server, emoji, tmp_path):
    studio = LabelStudio(server.url + "/", REFRESH)
    assert studio.create("Op-eds") == 7
    assert "<Labels" in server.config
    assert studio.push(7, [outgoing(emoji, "label-studio")]) == 1  # its bearer had run out
    path = tmp_path / "export.json"
    path.write_text(json.dumps(studio.pull(7)), encoding="utf-8")
    assert list(fetch([path], "label-studio", [emoji])) == [emoji]
    assert server.bearers == 2
    assert all(who == "" or who.startswith("Bearer bearer-") for _, _, who in server.calls)


def test_many_tasks_go_in_batches(server, emoji):
    sheet = outgoing(emoji, "label-studio")
    assert LabelStudio(server.url, LEGACY).push(7, [sheet] * 120) == 120
    assert [path for _, path, _ in server.calls] == ["/api/projects/7/import"] * 3
    assert server.bearers == 0


@pytest.mark.parametrize(
    ("token", "project", "said"),
    [("no.good.token", 7, "/api/token/refresh: answers 401"), (LEGACY, 6, "answers 302 Found"), (LEGACY, 9, "answers 404 Not Found: "), (LEGACY, 8, "something that is not JSON")],
)  # fmt: skip
def test_what_the_server_does_not_do_is_one_sentence(server, token, project, said):
    with pytest.raises(Refused) as caught:
        LabelStudio(server.url, token).pull(project)
    assert said in str(caught.value) and "\n" not in str(caught.value) and token not in str(caught.value)


def test_no_server_and_no_address():
    with pytest.raises(Refused, match="cannot be reached"):
        LabelStudio("http://127.0.0.1:9", LEGACY).pull(1)
    with pytest.raises(Refused, match="is no address of a Label Studio"):
        LabelStudio("file:///etc/passwd", LEGACY)


@pytest.mark.parametrize(
    "url",
    ["http://", "http:///x", "http://host:port", "http://host:0x1", "http://a b/", "http://host/\r\nX: y", "http://host/?next=", "http://[::1", "ftp://host", "host:8080"],
)  # fmt: skip
def test_what_is_no_address(url):
    with pytest.raises(Refused, match="is no address of a Label Studio"):
        LabelStudio(url, LEGACY)


def test_a_password_in_the_address_is_not_repeated():
    with pytest.raises(Refused) as caught:
        LabelStudio("http://ann:hunter2@localhost:8080", LEGACY)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("token", ["abc\r\nX-Other: 1", "töken", "a\x00b"])
def test_a_token_that_is_none_is_not_repeated(token):
    with pytest.raises(Refused) as caught:
        LabelStudio("http://localhost:8080", token)
    assert token not in str(caught.value)


def test_where_a_token_goes_unencrypted():
    assert LabelStudio("http://studio.example", LEGACY).open_to_all
    assert not LabelStudio("https://studio.example", LEGACY).open_to_all
    assert not LabelStudio("http://127.0.0.1:8080", LEGACY).open_to_all


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[", "something that is not JSON"),
        (b"no http at all\r\n", "answers no HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1]", "without the number of the new project"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 100_000, "something that is not JSON"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 2_000, "more than 1,000 bytes"),
    ],
)
def test_an_answer_that_is_none_is_one_sentence(answer, said, monkeypatch):
    if "more than" in said:
        monkeypatch.setattr("pipeline.exchange.label_studio_api.MOST", 1_000)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def once():
            line, _ = listening.accept()
            with line:
                asked = b""
                while not asked.endswith(b'"}'):
                    asked += line.recv(65_536)
                line.sendall(answer)

        thread = threading.Thread(target=once)
        thread.start()
        with pytest.raises(Refused, match=said) as caught:
            LabelStudio(f"http://127.0.0.1:{listening.getsockname()[1]}", LEGACY).create("Op-eds")
        thread.join()
    assert "\n" not in str(caught.value) and LEGACY not in str(caught.value)
