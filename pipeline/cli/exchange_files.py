"""The files of `opclaims exchange`: which are read, what is written, and what is said of that."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.message import FAILED, USAGE, count, say, stop
from pipeline.cli.records import file_name

if TYPE_CHECKING:
    from pipeline.exchange import Loss
    from pipeline.record import Document


def chosen(files: Iterable[Path], format: str) -> list[Path]:
    """The files, folders opened, in order of name."""
    from pipeline.exchange import FORMATS

    endings = FORMATS[format].ending
    found: list[Path] = []
    for path in files:
        inside = sorted(one for one in path.iterdir() if one.suffix in endings) if path.is_dir() else [path]
        if not inside:
            stop(f"{path}: holds no {' or '.join(endings)} files", USAGE)
        if path.is_file() and not path.stat().st_size:
            stop(f"{path}: is empty", FAILED)
        found += [one for one in inside if not one.name.endswith("-labels.json")]
    return found


def save(
    left: "Iterator[Document]", base: Path, records: "list[Document]", out: Path, gold: bool, by: str
) -> None:
    """One file a document, an unchanged one in the bytes of the base; and how many are unchanged."""
    from pipeline.exchange import as_gold
    from pipeline.store import line
    from pipeline.store.jsonl import lines

    known = {document.id: document for document in records}
    bytes_of = {document.id: each.data + b"\n" for document, each in zip(records, lines(base), strict=True)}
    done: dict[str, bytes] = {}
    findings, same = list[str](), 0
    for document in left:
        made, found = as_gold(document, by) if gold else (document, [])
        findings += found
        same += document is known[document.id]
        done[file_name(made.id)] = bytes_of[made.id] if made is known[made.id] else line(made)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in done.items():
        (out / name).write_bytes(data)
    for finding in findings:
        say(finding)
    unread = f"; {len(records) - len(done)} not there" if len(records) > len(done) else ""
    say(f"wrote {count(len(done), 'document')} to {out}: {same} unchanged{unread}")
    if findings:
        stop(f"{count(len(findings), 'finding')}, as gold check has them", FAILED)


def losses(format: str, loss: "Loss") -> Iterator[str]:
    """What went out in no form."""
    from pipeline.exchange import carries

    held = carries()[format]
    what = [
        count(loss.fields, "field"),
        count(loss.links, "link"),
        count(loss.alike, "mark") + " like others",
    ]
    told = [words for words, count in zip(what, loss, strict=True) if count]
    yield f"{format}: {held.says}"
    if told:
        yield f"not in it: {', '.join(told)}; --base gives these back, and what no format holds (edits, sums, rules)"
