"""Strangers at the door: another host, another site, no token, a path that leaves, too much at once."""

import http.client
import json
import socket
import subprocess
import sys

import pytest


def ask(desk, path="/", method="GET", body=None, host=None, cookie=True, **headers):
    """(status, headers, text) of one request as given, with the desk's own cookie unless told otherwise."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in {
        "Host": host or f"127.0.0.1:{desk.port}",
        **({"Cookie": f"opclaims_{desk.port}={desk.token}"} if cookie else {}),
        **({"Content-Length": str(len(body))} if body is not None else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode()


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory, module_tools):
    folder = tmp_path_factory.mktemp("guard")
    desk = module_tools.found_desk(folder)
    yield desk
    desk.kill()
    desk.process.communicate()


@pytest.fixture
def desk(start, found):
    """A process of its own, which can be killed."""
    return start(found)


OWN = "http://127.0.0.1:{port}"
JSON = "application/json"


def own(desk):
    return OWN.format(port=desk.port)


def test_the_token_in_the_address_becomes_a_cookie_that_other_sites_and_scripts_do_not_get(open_desk):
    status, headers, _ = ask(open_desk, f"/?token={open_desk.token}", cookie=False)
    assert status == 200
    cookie = headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert ask(open_desk, "/api/document/0")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?token=",
        "/?token=wrong",
        "/?token=%F0%9F%9A%A2",
        "/static/desk.js",
        "/api/document/0",
        "/api/queue",
    ],
)
def test_without_the_token_nothing_is_told(open_desk, path):
    status, headers, text = ask(open_desk, path, cookie=False)
    assert status == 401 and "ferry" not in text and headers["Set-Cookie"] is None


def test_a_token_opens_the_front_page_only(open_desk):
    assert ask(open_desk, f"/api/document/0?token={open_desk.token}", cookie=False)[0] == 401


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:{port}.evil.example",
        "[::1]:{port}",
        "localhost.:{port}",
        "",
    ],
)
def test_a_foreign_host_is_refused(open_desk, host):
    status, _, text = ask(open_desk, "/api/document/0", host=host.format(port=open_desk.port) or " ")
    assert status in (400, 421) and "ferry" not in text


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1",
        "https://127.0.0.1:{port}",
        "http://localhost:{port}",
        "",
    ],
)
def test_a_foreign_origin_is_refused(open_desk, origin):
    origin = origin.format(port=open_desk.port)
    assert ask(open_desk, "/api/document/0", Origin=origin)[0] == 403
    status, _, _ = ask(open_desk, "/api/decisions", "POST", b"{}", Origin=origin, Content_Type=JSON)
    assert status == 403 and open_desk.log == []


def test_a_decision_without_an_origin_or_not_as_json_is_refused(open_desk):
    assert ask(open_desk, "/api/decisions", "POST", b"{}", Content_Type=JSON)[0] == 403
    form = "application/x-www-form-urlencoded"
    assert (
        ask(open_desk, "/api/decisions", "POST", b"a=b", Origin=own(open_desk), Content_Type=form)[0] == 415
    )


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2Fapp.py", "/static/%2e%2e/app.py", "/static/....//app.py", "/static//etc/passwd", "/static/..%5c..%5capp.py",
     "/../../etc/passwd", "/static/desk.js%00.css", "/static/", "/static", "/api/document/../../etc/passwd", "/api/document/-1", "/api/document/99"],
)  # fmt: skip
def test_no_path_leaves_and_nothing_is_listed(open_desk, path):
    status, _, text = ask(open_desk, path)
    assert status in (404, 405) and "root:" not in text and "import " not in text and "desk.js" not in text


def test_other_methods_do_nothing(open_desk):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert (
            ask(open_desk, "/api/decisions", method, b"{}", Origin=own(open_desk), Content_Type=JSON)[0]
            == 405
        )


def test_too_much_at_once_is_refused_with_a_length_and_without(open_desk):
    big = b" " * 1_000_001
    assert ask(open_desk, "/api/decisions", "POST", big, Origin=own(open_desk), Content_Type=JSON)[0] == 413
    with socket.create_connection(("127.0.0.1", open_desk.port), timeout=10) as line:
        head = (
            f"POST /api/decisions HTTP/1.1\r\nHost: 127.0.0.1:{open_desk.port}\r\nOrigin: {own(open_desk)}\r\nContent-Type: {JSON}\r\n"
            f"Cookie: opclaims_{open_desk.port}={open_desk.token}\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        line.sendall(head.encode())
        try:
            for _ in range(20):
                line.sendall(b"186a0\r\n" + b" " * 100_000 + b"\r\n")
        except OSError:
            pass  # it has hung up already
        assert b" 413 " in line.recv(200)


@pytest.mark.parametrize(
    "body, field",
    [(b"no json", "JSON"), (b"[" * 100_000, "JSON"), (b"[]", ""), (b'{"id": 1}', "id"), (b'{"id":"12345678","when":"x","document":"ferry","verdict":"burn"}', "verdict"),
     (b'{"id":"12345678","when":"now","document":"ferry","verdict":"accept"}', "when"), (b'{"id":"12345678","when":"2026-01-01T00:00:00Z","document":"boat","verdict":"accept"}', "boat"),
     (b'{"id":"12345678","when":"2026-01-01T00:00:00Z","document":"ferry","claim":"nobody","verdict":"accept"}', "nobody"),
     (b'{"id":"12345678","when":"2026-01-01T00:00:00Z","document":"ferry","verdict":"edit","patch":[{"op":"replace","path":"/text","value":""}]}', "/text")],
)  # fmt: skip
def test_what_is_no_decision_is_refused_with_the_field(open_desk, body, field):
    status, _, text = ask(open_desk, "/api/decisions", "POST", body, Origin=own(open_desk), Content_Type=JSON)
    assert status in (400, 422) and field in json.loads(text)["error"] and open_desk.log == []


def test_every_answer_carries_the_policy(open_desk):
    for path, cookie in (
        ("/", True),
        ("/static/desk.css", True),
        ("/api/queue", True),
        ("/nothing", True),
        ("/", False),
    ):
        headers = ask(open_desk, path, cookie=cookie)[1]
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store" and headers["Server"] is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8")
def test_it_listens_on_one_address_alone(open_desk):
    """Whoever listens on all of them answers on 127.0.0.2, too."""
    with socket.create_connection(("127.0.0.1", open_desk.port), timeout=2):
        pass
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", open_desk.port), timeout=2):
        pass


def test_a_port_that_is_taken_is_one_sentence(desk, found):
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "review",
        str(found),
        "--port",
        str(desk.port),
        "--no-browser",
    ]
    second = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert second.returncode == 1 and second.stdout == ""
    (line,) = [line for line in second.stderr.splitlines() if line]
    assert f"port {desk.port} is taken" in line and "--port" in line


def test_control_c_ends_it_cleanly(desk):
    code, _, err = desk.stop()
    assert code == 0 and "Traceback" not in err and "every decision is in the log" in err


@pytest.mark.parametrize("value", [b'"\\ud800"', b"[" * 300 + b"]" * 300, b"[" * 900 + b"]" * 900])
def test_what_json_can_say_and_a_log_cannot_is_refused(open_desk, value):
    body = (
        b'{"id":"12345678","when":"2026-01-01T00:00:00Z","document":"ferry","verdict":"edit",'
        b'"patch":[{"op":"replace","path":"/title","value":%s}]}' % value
    )
    status, _, text = ask(open_desk, "/api/decisions", "POST", body, Origin=own(open_desk), Content_Type=JSON)
    assert status in (400, 422) and json.loads(text)["error"] and open_desk.log == []
