"""Records that are broken, whoever reads them: one sentence with the file and the line, 1, and nothing is made."""

import gzip
from importlib.util import find_spec

import pytest

COMMANDS = {
    "load": ("load", "FOUND", "--to", "sqlite:///made.db"),
    "export": ("export", "FOUND", "--as", "csv", "--out", "made"),
    "exchange": ("exchange", "to", "brat", "FOUND", "--out", "made"),
    "score": ("score", "FOUND", "--gold", "good"),
    "diff": ("diff", "FOUND", "good"),
    "agree": ("agree", "FOUND", "good"),
    "explain": ("explain", "abcd", "FOUND"),
    "review": ("review", "FOUND", "--no-browser", "--port", "0"),
}


TOLD = ("nothing changed (documents: none)", "breaks off, and cannot be reviewed")
"""What load and review say besides."""


@pytest.fixture
def broken(here, opclaims):
    """Makes folders as `run` leaves them, each broken in its own way."""
    (here / "a.jsonl").write_text('{"text": "Apples."}\n{"text": "Figs."}\n')
    assert opclaims("run", "a.jsonl", "--out", "good", "-q").exit_code == 0
    data = (here / "good" / "documents.jsonl").read_bytes()
    packed = gzip.compress(data)
    files = {
        "field": ("documents.jsonl", b'{"id":"a"}\n'),
        "torn": ("documents.jsonl", data[: len(data) // 4]),
        "noise": ("documents.jsonl", bytes(range(128, 256)) * 9),
        "shard": ("shards/000000-0.jsonl.gz", packed[: len(packed) // 2]),
        "packed": ("shards/000000-0.jsonl.gz", b"Apples."),
        "empty": ("documents.jsonl", b""),
        "bare": ("run.json", b"{}"),
    }

    def make(how):
        name, content = files[how]
        (here / how / name).parent.mkdir(parents=True)
        (here / how / name).write_bytes(content)
        return name

    return make


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("field", "field/documents.jsonl line 1: sha256: is missing (and 2 more)"),
        ("torn", "torn/documents.jsonl line 1: is not JSON (it breaks off "),
        ("noise", "noise/documents.jsonl line 1: "),
        ("shard", "shard/shards/000000-0.jsonl.gz: is damaged (Compressed file ended before "),
        ("packed", "packed/shards/000000-0.jsonl.gz: is damaged (Not a gzipped file "),
        ("bare", "bare: holds no .jsonl files"),
    ],
)
def test_broken_records_are_one_sentence(here, opclaims, broken, command, how, said):
    if command == "review" and not find_spec("uvicorn"):
        pytest.skip("the desk needs opclaims[review]")
    broken(how)
    before = set(here.rglob("*"))
    done = opclaims(*(how if word == "FOUND" else word for word in COMMANDS[command]))
    told = [line for line in done.stderr.splitlines() if not line.endswith(TOLD)]
    assert (done.exit_code, done.stdout, len(told)) == (1, "", 1)
    assert said in told[0]
    assert set(here.rglob("*")) == before


@pytest.mark.parametrize("command", ["load", "export", "exchange", "review"])
def test_a_run_that_found_nothing_has_nothing_to_hand_on(here, opclaims, broken, command):
    if command == "review" and not find_spec("uvicorn"):
        pytest.skip("the desk needs opclaims[review]")
    broken("empty")
    done = opclaims(*("empty" if word == "FOUND" else word for word in COMMANDS[command]))
    assert (done.exit_code, done.stderr) == (1, "opclaims: empty: holds no records\n")
    assert not (here / "made").exists() and not (here / "made.db").exists()
