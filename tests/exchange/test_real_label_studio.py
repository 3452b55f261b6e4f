"""A Label Studio of its own, on a loopback port with SQLite: our tasks in, annotations out, equal.

Only where OPCLAIMS_LABEL_STUDIO names its command (`label_studio.sh` installs one and runs this).
"""

import json
import os
import socket
import subprocess
import time
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from pipeline.exchange import fetch, outgoing
from pipeline.exchange.label_studio_api import LabelStudio

COMMAND = os.environ.get("OPCLAIMS_LABEL_STUDIO")
pytestmark = pytest.mark.skipif(not COMMAND, reason="OPCLAIMS_LABEL_STUDIO names no Label Studio")
LEGACY = "0123456789abcdef0123456789abcdef01234567"
PATIENCE = 600
"""Seconds: the first start makes the database."""


def call(url, method, path, body=None, token=LEGACY):
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Token {token}", "Content-Type": "application/json"}
    with urlopen(Request(url + path, data, headers, method=method), timeout=120) as answer:
        return json.loads(answer.read() or b"null")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Its address, and a personal access token."""
    room = tmp_path_factory.mktemp("label-studio")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        "LABEL_STUDIO_BASE_DATA_DIR": str(room), "DJANGO_DB": "sqlite", "COLLECT_ANALYTICS": "false",
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
    }  # fmt: skip
    start = [COMMAND, "start", "--no-browser", "--internal-host", "127.0.0.1", "-p", str(port)]
    who = ["--username", "ann@example.org", "--password", "of-no-secret-1", "--user-token", LEGACY]
    with (room / "log").open("wb") as log:
        process = subprocess.Popen(
            start + who, cwd=room, env={**os.environ, **settings}, stdout=log, stderr=log
        )
    url, until = f"http://127.0.0.1:{port}", time.monotonic() + PATIENCE
    try:
        while True:
            try:
                token = call(url, "POST", "/api/token/")["token"]
                break
            except (URLError, OSError):
                assert process.poll() is None and time.monotonic() < until, (room / "log").read_text()[-2000:]
                time.sleep(1)
        yield url, token
    finally:
        process.terminate()
        process.wait(60)


def test_what_goes_in_comes_out_equal(server, tmp_path, gold, emoji):
    url, token = server
    studio = LabelStudio(url, token)
    documents = [*gold, emoji]
    project = studio.create("Op-eds")
    assert studio.push(project, (outgoing(one, "label-studio") for one in documents)) == len(documents)
    tasks = call(url, "GET", f"/api/tasks?project={project}&fields=all")["tasks"]
    assert len(tasks) == len(documents)
    for task in tasks:  # what a person does who submits the prediction as it is
        (prediction,) = task["predictions"]
        call(url, "POST", f"/api/tasks/{task['id']}/annotations/", {"result": prediction["result"]})
    path = tmp_path / "export.json"
    path.write_text(json.dumps(studio.pull(project)), encoding="utf-8")
    back = {one.id: one for one in fetch([path], "label-studio", documents)}
    assert all(back[one.id] is one for one in documents) and len(back) == len(documents)
