"""Is a model's folder what it was when it was made, and free of code? Asked before spaCy opens it.

`hashes.json` in the folder is the seal: path of each other file → SHA-256. It finds what a broken download, a text
filter or a meddler did to a file; who may rewrite the folder may rewrite the seal too (see SECURITY.md).
Pickles are refused in every model, since reading one runs whatever it says.
"""

import hashlib
import json
import mmap
import re
from pathlib import Path

SEAL = "hashes.json"
PICKLED = {".pkl", ".pickle", ".joblib", ".pt", ".pth"}
MAGIC = re.compile(rb"\x80[\x02-\x05]")
"""How a pickle of protocol 2 to 5 begins."""
INSIDE = re.compile(rb"PK\x03\x04[\s\S]{26}[^\0]{0,200}?\.(?:pkl|pickle)")
"""A pickle in a zip archive, which is how PyTorch saves; wherever in a file the archive stands."""


class Untrusted(OSError):
    """A model's folder is not as it was sealed, or holds a pickle; the message names the file."""


def check(folder: Path, sealed: bool = False) -> None:
    """Compare with the seal where there is one, look for pickles. Raises Untrusted.

    `sealed`: the folder is ours, so there must be a seal, and what it lists is known to hold no pickle.
    """
    wanted = _seal(folder / SEAL) if sealed or (folder / SEAL).is_file() else {}
    for name, sha256 in wanted.items():
        if not (folder / name).is_file():
            raise Untrusted(f"{folder / name} is missing, which {SEAL} lists: reinstall the model")
        if digest(folder / name) != sha256:
            raise Untrusted(f"{folder / name} is not the file that {SEAL} lists: reinstall the model")
    for path in _files(folder):
        if pickled(path):
            raise Untrusted(
                f"{path} is or holds a pickle, which could run any code: such a model is not read"
            )


def seal(folder: Path) -> None:
    """Write `hashes.json` over all other files of the folder, sorted."""
    hashes = {path.relative_to(folder).as_posix(): digest(path) for path in _files(folder)}
    (folder / SEAL).write_text(json.dumps(hashes, indent=2) + "\n", encoding="utf-8", newline="\n")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def pickled(path: Path) -> bool:
    """By its name, by its first bytes, or by what a zip archive in it lists."""
    if path.suffix.lower() in PICKLED:
        return True
    if not path.stat().st_size:  # which cannot be mapped
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return bool(MAGIC.match(content) or INSIDE.search(content))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / SEAL)


def _seal(path: Path) -> dict[str, str]:
    try:
        hashes = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Untrusted(f"{path} cannot be read, so the model is not trusted: reinstall the model") from error
    if not isinstance(hashes, dict) or not hashes:
        raise Untrusted(f"{path} lists no files, so the model is not trusted: reinstall the model")
    return hashes
