"""Gold files → findings: schema, offsets, ids, the text of the article, the split, and the rules of the book."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.complaint import clause, not_json
from pipeline.gold.problems import Problem
from pipeline.gold.raw import dangling, entry, misplaced
from pipeline.gold.rules import broken
from pipeline.read import read
from pipeline.record import Article, Document
from pipeline.store.jsonl import is_log

PARTS = ("train", "dev", "test")
SAME = ("id", "title", "byline", "outlet", "url", "published")
"""What the record of an article has from its front matter."""


def check_gold(gold: Path, articles: Path, split: Path | None) -> list[Problem]:
    """All findings about a folder of gold (or one file), in order of file, line and place in the record. `split` None:
    the documents are divided into no parts."""
    files = sorted(name for name in gold.glob("*.jsonl") if not is_log(name)) if gold.is_dir() else [gold]
    if not files:
        return [Problem(str(gold), None, "", "holds no .jsonl files")]
    found: list[Problem] = []
    seen: dict[str, str] = {}
    for file in files:
        for line, raw in _lines(file, found):
            found += [Problem(file.name, line, *finding) for finding in _document(raw, articles)]
            id = str(raw.get("id"))
            if id != file.stem:
                found.append(Problem(file.name, line, "", f"the id {id!r} is not the name of the file"))
            if id in seen:
                found.append(Problem(file.name, line, "", f"the id {id!r} is in {seen[id]} already"))
            seen[id] = file.name
    return [*found, *(_split(split, seen, whole=gold.is_dir()) if split else ())]


def _lines(file: Path, found: list[Problem]) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, record as JSON has it) of each line that is an object."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")  # a text may hold line ends of other kinds
    except (OSError, UnicodeDecodeError) as error:
        found.append(Problem(file.name, None, "", f"cannot be read ({error})"))
        return
    if not any(line.strip() for line in lines):
        found.append(Problem(file.name, None, "", "holds no record"))
    for number, line in enumerate(lines, start=1):
        try:
            raw = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as error:
            found.append(Problem(file.name, number, "", not_json(error)))
            continue
        if isinstance(raw, dict):
            yield number, raw
        elif raw is not None:
            found.append(Problem(file.name, number, "", "is no JSON object"))


def _document(raw: dict[str, Any], articles: Path) -> Iterator[tuple[str, str]]:
    """(entry, reason) of everything that is wrong with one record."""
    item = next(iter(read([str(articles / f"{raw.get('id')}.md")])), None)
    text = raw.get("text")
    if not isinstance(item, Article):
        yield "", f"there is no article {articles / str(raw.get('id'))}.md"
    elif text != item.text:
        yield "text", f"is not that of its article {item.where}"
    deep = [*misplaced(raw, text), *dangling(raw)] if isinstance(text, str) else [("text", "is missing")]
    yield from deep
    try:
        document = Document.model_validate_json(json.dumps(raw))
    except ValidationError as error:
        said = {entry for entry, _ in deep} | (
            {""} if deep else set()
        )  # the record itself says only the first
        yield from (finding for finding in _schema(error) if finding[0] not in said)
        return
    if isinstance(item, Article):
        yield from _metadata(document, item)
    yield from broken(document)


def _metadata(document: Document, article: Article) -> Iterator[tuple[str, str]]:
    for field in SAME:
        if getattr(document, field) != getattr(article, field):
            yield field, f"is {getattr(document, field)!r}, its article says {getattr(article, field)!r}"


def _schema(error: ValidationError) -> Iterator[tuple[str, str]]:
    """What the record refuses, each with its place: "claim 17, kind"."""
    for item in error.errors(include_url=False):
        yield entry(item["loc"]), clause(item)


def _split(split: Path, seen: dict[str, str], *, whole: bool) -> Iterator[Problem]:
    """The split names every document of the gold once, and, where all of the gold is looked at, no other."""
    try:
        with split.open(encoding="utf-8", newline="") as file:
            rows = [(number, row) for number, row in enumerate(csv.DictReader(file), start=2)]
    except OSError as error:
        yield Problem(split.name, None, "", f"cannot be read ({error.strerror})")
        return
    named: set[str] = set()
    for line, row in rows:
        id, part = row.get("document") or "", row.get("split") or ""
        if part not in PARTS:
            yield Problem(split.name, line, id, f"{part!r} is none of {', '.join(PARTS)}")
        if id in named:
            yield Problem(split.name, line, id, "is named twice")
        elif whole and id not in seen:
            yield Problem(split.name, line, id, "has no gold")
        named.add(id)
    for id in sorted(seen.keys() - named):
        yield Problem(split.name, None, id, "has gold and is in no part")
