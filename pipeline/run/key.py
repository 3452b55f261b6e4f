"""When two pieces of work are the same: the key of an article under these options and this program."""

import hashlib
import json
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.convert.rates import PACKAGE as RATES
from pipeline.record import Article, digest
from pipeline.run.summary import Options

PACKAGES = (
    "spacy", "onnxruntime", "curated-tokenizers", "numpy", "dateparser", "hijridate", "quantulum3", "pydantic",
)  # fmt: skip
"""Those that can change a record."""
_OWN = (".py", ".csv", ".jsonl", ".cfg")
_APART = (
    "cli/", "desk/", "exchange/", "gold/", "page/", "read/", "report/", "review/", "score/", "store/export/",
    "store/sql/", "trial/",
)  # fmt: skip
"""Folders of ours that cannot change a record or a row: of `read`, what it gives is in the key."""
_ROOT = Path(__file__).parents[1]


def key(article: Article, options: Options, fingerprint: str) -> str:
    """32 hex digits: of the text and all that is known of it, of the options that change a record (a currency:
    with the version of its rates), of the program."""
    given = {
        "article": article.model_dump(mode="json", exclude={"where", "notes"}),
        "published": options.published and options.published.isoformat(),
        "with_text": options.with_text,
        "convert": options.convert and [options.convert, installed(RATES)],
        "program": fingerprint,
    }
    return digest(json.dumps(given, sort_keys=True))[:32]


def fingerprint(model: Path | None) -> str:
    """16 hex digits: of our own files that can change a record, of the model's, of the libraries' versions. Whoever
    changes a rule, a table or a model gets new records, whether a version was raised or not."""
    sha = hashlib.sha256(_files(_ROOT, _OWN).encode())
    if model is not None and model.is_dir():
        sha.update(_files(model, None).encode())
    for package in PACKAGES:
        sha.update(f"{package} {installed(package)}\n".encode())
    sha.update(".".join(platform.python_version_tuple()[:2]).encode())
    return sha.hexdigest()[:16]


@cache
def installed(package: str) -> str | None:
    """The version of an installed package; None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@cache
def _files(folder: Path, endings: tuple[str, ...] | None) -> str:
    """A digest of the files below: names and bytes."""
    sha = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        ours = endings is None or (path.suffix in endings and not name.startswith(_APART))
        if ours and path.is_file():
            sha.update(name.encode() + b"\0")
            sha.update(hashlib.sha256(path.read_bytes()).digest())
    return sha.hexdigest()
