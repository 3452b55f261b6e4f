"""What goes out of the house: no secret, and with the model its card, its licence and whom its data are owed to."""

import csv
import json
import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "models" / "en_oped"
SECRETS = {
    "private key": r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----",
    "key of AWS": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "token of GitHub": r"\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{22,82})\b",
    "token of GitLab": r"\bglpat-[0-9A-Za-z_-]{20}\b",
    "token of Slack": r"\bxox[abprs]-[0-9A-Za-z-]{10,72}\b",
    "token of PyPI": r"\bpypi-AgE[0-9A-Za-z_-]{50,200}\b",
    "token of Hugging Face": r"\bhf_[0-9A-Za-z]{34}\b",
    "key of Google": r"\bAIza[0-9A-Za-z_-]{35}\b",
    "key of a model's maker": r"\bsk-[0-9A-Za-z_-]{32,120}\b",
    "web token": r"\beyJ[0-9A-Za-z_-]{10,500}\.eyJ[0-9A-Za-z_-]{10,500}\.[0-9A-Za-z_-]{10,500}\b",
    "password in an address": r"\b[a-z][a-z0-9+]{1,20}://[^\s:/@\"'`<>{}]{1,40}:[^\s:/@\"'`<>{}…*]{3,60}@(?!localhost|127\.|host|HOST)",
}
EXAMPLES = {
    "private key": "-----BEGIN RSA " + "PRIVATE KEY-----", "key of AWS": "AK" + "IAIOSFODNN7EXAMPLE",
    "token of GitHub": "gh" + "p_" + "a1" * 18, "token of GitLab": "glp" + "at-" + "x" * 20, "token of Slack": "xo" + "xb-1234567890",
    "token of PyPI": "pypi" + "-AgE" + "x" * 60, "token of Hugging Face": "h" + "f_" + "x" * 34, "key of Google": "AI" + "za" + "x" * 35,
    "key of a model's maker": "s" + "k-" + "x" * 40, "web token": "ey" + "J" + "x" * 12 + ".ey" + "J" + "x" * 12 + "." + "x" * 12,
    "password in an address": "postgresql://ada:" + "hunter2" + "@db.example/claims",
}  # fmt: skip


def tracked():
    """The files of the repository; in a source archive, all."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if done.returncode == 0:
        return [path for name in done.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and ".git" not in path.parts]


def secrets(text):
    return [name for name, pattern in SECRETS.items() if re.search(pattern, text)]


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_would_be_seen(name):
    assert secrets(f"x = '{EXAMPLES[name]}'") == [name]
    assert secrets(EXAMPLES[name][: len(EXAMPLES[name]) // 2]) == []


def test_no_file_holds_a_secret():
    paths = tracked()
    assert len(paths) > 500
    found = {}
    for path in paths:
        data = path.read_bytes()
        if b"\0" not in data[:8000] and (names := secrets(data.decode("utf-8", "replace"))):
            found[path.relative_to(ROOT).as_posix()] = names
    assert found == {}
    assert not [
        path for path in paths if path.name == ".env" or path.suffix in (".pem", ".key", ".p12", ".pfx")
    ]


def test_the_model_names_whom_its_data_are_owed_to():
    with (ROOT / "models" / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = list(csv.DictReader(file))
    assert sources and all(row["license"] and row["attribution"] for row in sources)
    assert json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["sources"] == sources
    card = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    assert all(row["url"].rsplit("/", 1)[-1] in card for row in sources)


def test_the_package_brings_the_model_its_card_and_the_licences():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = ("LICENSE", "models/LICENSE", "models/README.md", "models/sources.csv")
    assert f"license-files = {json.dumps(wanted)}" in text and all((ROOT / name).is_file() for name in wanted)
    held = {str(path) for path in metadata.files("opclaims") or ()}
    if "pipeline/record/__init__.py" not in held:
        pytest.skip("opclaims is installed as a link to this folder")
    for name in wanted:
        assert any(path.endswith(f".dist-info/licenses/{name}") for path in held), name
    shipped = {
        f"pipeline/en_oped/{path.relative_to(MODEL).as_posix()}"
        for path in MODEL.rglob("*")
        if path.is_file()
    }
    tables = {f"pipeline/lexicon/{path.name}" for path in (ROOT / "pipeline" / "lexicon").glob("*.csv")}
    assert shipped | tables | {"pipeline/py.typed", "pipeline/default.cfg"} <= held
