"""`run.json`: what was asked, with which versions, and what came of it. No times, no folders, no workers."""

import json
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.convert.rates import PACKAGE as RATES
from pipeline.read.sources import printable
from pipeline.record import Kind, names
from pipeline.run.key import PACKAGES, installed
from pipeline.run.output import DOCUMENTS, DUPLICATES, ERRORS, NOTES
from pipeline.run.summary import Options, Summary
from pipeline.store import TABLES

NAME = "run.json"
_TABLES = ("pandas",)
"""What can change a table, beside what can change a record."""
_SAID = {
    "published": "--published",
    "model": "--model",
    "with_text": "--without-text",
    "convert": "--convert",
}


def manifest(sources: Sequence[str], options: Options, summary: Summary, program: str) -> bytes:
    """The file's bytes. Workers and the output folder are left out: they do not change what is found."""
    whole = {
        "state": summary.state,
        "versions": {
            "opclaims": __version__,
            "python": platform.python_version(),
            **{package: installed(package) for package in (*PACKAGES, *_TABLES, *_rates(options))},
        },
        "made_by": summary.made_by and summary.made_by.model_dump(),
        "program": program,
        "sources": [printable(source) for source in sources],
        "options": asked(options),
        "counts": _counted(summary),
        "output": "documents.jsonl" if summary.assembled else "shards",
    }
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def asked(options: Options) -> dict[str, Any]:
    """The options that say what is found, as JSON has them; who does the work, and how, is left out."""
    return {
        "published": options.published and options.published.isoformat(),
        "model": options.model,
        "with_text": options.with_text,
        "convert": options.convert,
        "limit": options.limit,
        "seconds": options.seconds,
    }


def earlier(out: Path) -> dict[str, Any]:
    """What the folder's `run.json` says; empty if there is none, or it is no manifest of ours."""
    try:
        found = json.loads((out / NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("options"), dict) else {}


def strangers(out: Path) -> list[str]:
    """Files in the folder that a run would write over, or take away, and that none has made: it has left neither its
    manifest nor its shards there."""
    if earlier(out) or (out / "shards").is_dir():
        return []
    tables = (f"{table}.csv" for table in TABLES)
    return [name for name in (NAME, DOCUMENTS, *tables, ERRORS, NOTES, DUPLICATES) if (out / name).exists()]


def differences(out: Path, options: Options, program: str) -> list[str]:
    """Options that change records, and are not those of the run that is in the folder: `--published: 2024-05-31
    then, none now`; and whether the program is another."""
    manifest, now = earlier(out), asked(options)
    if not manifest:
        return []
    before = manifest["options"]
    changed = ["another version, model or library"] if manifest.get("program") != program else []
    if (
        now["convert"]
        and before.get("convert")
        and (manifest.get("versions") or {}).get(RATES) != installed(RATES)
    ):
        changed.append("other rates of currencies")
    return changed + [
        f"{name}: {_shown(option, before.get(option))} then, {_shown(option, now[option])} now"
        for option, name in _SAID.items()
        if before.get(option) != now[option]
    ]


def _shown(option: str, value: Any) -> str:
    if option == "with_text":
        return "no" if value else "yes"
    return "none" if value is None else str(value)


def _counted(summary: Summary) -> dict[str, Any]:
    counts = summary.counts
    return {
        "documents": counts.documents,
        "failures": summary.failed,
        "skipped": summary.skipped,
        "copies": summary.copies,
        "near_duplicates": summary.near,
        "claims": counts.claims,
        "claims_by_kind": {kind: counts.kinds[kind] for kind in names(Kind)},
        "amounts": counts.amounts,
        "dates": counts.dates,
        "sums": counts.sums,
        "contradicted_sums": counts.contradicted,
        "entities": counts.entities,
        "skipped_sentences": counts.skipped,
    }


def _rates(options: Options) -> tuple[str, ...]:
    return () if options.convert is None else (RATES,)
