"""Op-eds of our own as hand-built records, a desk that runs as its own process, and a real Chromium."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import types
from pathlib import Path

import pytest

from pipeline import store
from pipeline.record import (
    Amount,
    Attribution,
    CheckWorthiness,
    Claim,
    Date,
    Document,
    Entity,
    MadeBy,
    Modality,
    Polarity,
    Predicate,
    Role,
    Ruled,
    Span,
    claim_id,
    digest,
)
from pipeline.review.log import read as read_log

TEXT = """\
The ferry that never leaves

The harbour council has spent more than €40 million on a ferry by 2021. 🚢 The ferry has never sailed, and the mayor \
says that it will sail next spring. Two captains have resigned.

“Nobody asked us,” said Captain Ane Lund. The council should sell the ship. It is a scandal 🤷🏽 of our own making.
"""


class Maker:
    """Documents from quoted words: `claim("The ferry", "has never sailed")` is the claim with that subject."""

    def __init__(self, text=TEXT):
        self.text = text

    def at(self, words, within=None):
        start = self.text.index(words, self.text.index(within) if within else 0)
        return Span.of(self.text, start, start + len(words))

    def claim(self, words, subject, predicate, kind="fact", **more):
        span, said, does = self.at(words), self.at(subject, words), self.at(predicate, words)
        head = Span.of(self.text, does.end - len(does.text.split()[-1]), does.end)
        return Claim(
            **{
                "id": claim_id("ferry", words, "0"), "span": span, "fragments": (span,), "sentence": 0, "paragraph": 1,
                "region": "body", "text": f"{words[:1].upper()}{words[1:]}.", "kind": kind,
                "subject": Role(role="subject", span=said, text=said.text, head=said),
                "predicate": Predicate(role="predicate", span=does, text=does.text, head=head, lemma=head.text, tense="past", voice="active"),
                "object": None, "polarity": Polarity(value="affirmed"), "modality": Modality(value="asserted"),
                "attribution": Attribution(source_type="author"), "confidence": 0.5,
                "check_worthiness": CheckWorthiness(score=0.4), "rules": (Ruled(field="kind", rule="modal_will"),),
                **more,
            }
        )  # fmt: skip

    def document(self, id="ferry", title="The ferry that never leaves", **lists):
        claims = tuple(sorted(lists.pop("claims", ()), key=lambda each: (each.span.start, each.span.end)))
        return Document(
            id=id, title=title, sha256=digest(self.text), text=self.text, claims=claims,
            made_by=MadeBy(version="0", model="none", config="0"), **lists,
        )  # fmt: skip


def ferry(id="ferry"):
    """Five claims, one beside emoji; an amount, a date, a name."""
    m = Maker()
    amount = Amount(
        id="m1", span=m.at("more than €40 million"), core=m.at("€40 million"), value="40000000", low="40000000", high=None,
        comparator="gt", unit="currency", currency="EUR", currency_basis="unique_mark", rule="symbol",
    )  # fmt: skip
    date = Date(
        id="d1", span=m.at("by 2021"), core=m.at("2021"), kind="date", relation="by", edtf="2021", timex="2021",
        grain="year", first=None, last="2021-12-31", anchored_to="absolute", rule="year",
    )  # fmt: skip
    name = Entity(id="e1", span=m.at("Ane Lund"), label="PERSON", name="Ane Lund")
    says = Attribution(source_type="person", source=m.at("the mayor"), cue=m.at("says"), content="indirect")
    return m.document(
        id,
        amounts=(amount,), dates=(date,), entities=(name,),
        claims=(
            m.claim("The harbour council has spent more than €40 million on a ferry by 2021", "The harbour council", "has spent", amounts=("m1",), dates=("d1",)),
            m.claim("The ferry has never sailed", "The ferry", "has never sailed", confidence=0.9),
            m.claim("it will sail next spring", "it", "will sail", "prediction", attribution=says),
            m.claim("Two captains have resigned", "Two captains", "have resigned"),
            m.claim("The council should sell the ship", "The council", "should sell", "recommendation"),
        ),
    )  # fmt: skip


class Desk:
    """`opclaims review` as a process of its own."""

    def __init__(self, folder, port, *options):
        self.folder, self.port, self.options = folder, port, options
        self.start()

    def start(self):
        command = [
            sys.executable,
            "-m",
            "pipeline",
            "review",
            str(self.folder),
            "--port",
            str(self.port),
            "--no-browser",
        ]
        self.process = subprocess.Popen(
            [*command, "--as", "ada", *self.options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith(f"http://127.0.0.1:{self.port}/?token="), self.process.stderr.read()
        self.token = re.search(r"token=(.+)", self.address)[1]

    def kill(self):
        """As a crash does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err

    @property
    def log(self):
        path = next(iter(sorted(Path(self.folder).glob("reviews*.jsonl"))), None)
        return read_log(path) if path else []


class Here:
    """The same desk inside this process."""

    def __init__(self, folder):
        uvicorn = pytest.importorskip("uvicorn", reason="the desk needs opclaims[review]")
        from pipeline.desk import app
        from pipeline.desk.room import Room
        from pipeline.desk.serve import listen
        from pipeline.desk.shelf import Shelf
        from pipeline.review import Log

        self.folder, self.token = folder, "token-of-a-test"
        listening = listen(0)
        self.port = listening.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/?token={self.token}"
        room = Room(Shelf(folder), Log(folder / "reviews.jsonl"), "ada")
        config = uvicorn.Config(
            app.desk(room, self.port, self.token), log_level="error", lifespan="off", ws="none"
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, args=([listening],), daemon=True)
        self.thread.start()

    def stop(self):
        self.server.should_exit = self.server.force_exit = True
        self.thread.join(10)

    @property
    def log(self):
        path = self.folder / "reviews.jsonl"
        return read_log(path) if path.exists() else []


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def two_op_eds(folder):
    store.write([ferry(), ferry("second")], folder / "documents.jsonl")
    return folder


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def found(tmp_path):
    """A folder with two op-eds."""
    folder = tmp_path / "found"
    folder.mkdir()
    return two_op_eds(folder)


@pytest.fixture(scope="module")
def module_tools():
    """found_desk(folder): a desk on two op-eds, for tests that change nothing."""
    return types.SimpleNamespace(found_desk=lambda folder: Desk(two_op_eds(folder), free_port()))


@pytest.fixture
def start(port):
    """start(folder, *options) → Desk."""
    started = []

    def start(folder, *options, at=None):
        started.append(Desk(folder, at or port, *options))
        return started[-1]

    yield start
    for desk in started:
        if desk.process.poll() is None:
            desk.kill()
        desk.process.communicate()


@pytest.fixture
def desk(found):
    """A desk on a thread of its own: there at once, for tests that do not kill it."""
    here = Here(found)
    yield here
    here.stop()


@pytest.fixture
def context(chromium):
    """A browser of one person; whatever goes wrong in a page is an error of the test."""
    made = chromium.new_context(viewport={"width": 1440, "height": 900})
    made.set_default_timeout(20_000)
    troubles = []
    made.on("page", lambda page: _watched(page, troubles))
    yield made
    made.close()
    assert not troubles, troubles


def _watched(page, troubles):
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))


@pytest.fixture
def page(context, desk):
    made = context.new_page()
    made.goto(desk.address)
    ready(made)
    return made


def ready(page):
    page.wait_for_selector("#card h2")


def saved(page):
    """Until nothing waits."""
    page.wait_for_selector("#saved[data-state=saved]")


def eventually(check, seconds=20):
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)


@pytest.fixture
def tools():
    """ready, saved, eventually, Maker, ferry: what tests of the page share."""
    return types.SimpleNamespace(
        ready=ready, saved=saved, eventually=eventually, Maker=Maker, ferry=ferry, TEXT=TEXT
    )
