"""What stands in the database of each document, and what made it."""

import hashlib
import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from pipeline.record import MadeBy
from pipeline.store.sql.prepare import Prepared
from pipeline.store.sql.tables import LEDGER, RUNS


class Standing(NamedTuple):
    """The last row of a document in the ledger."""

    revision: int
    content: str


def standing(connection: sa.Connection, documents: Collection[str]) -> dict[str, Standing]:
    """Document → what stands there of it, for those that were ever loaded."""
    rows = connection.execute(_LAST, {"documents": list(documents)})
    return {row.document: Standing(row.revision, row.content) for row in rows}


def known(connection: sa.Connection, contents: Collection[str]) -> dict[str, str]:
    """Content → document, for those of the contents that stand there now."""
    rows = connection.execute(_NOW, {"contents": list(contents)})
    return {row.content: row.document for row in rows}


_later = LEDGER.alias("later")
_no_later = ~sa.exists().where(_later.c.document == LEDGER.c.document, _later.c.revision > LEDGER.c.revision)
_LAST = sa.select(LEDGER.c.document, LEDGER.c.revision, LEDGER.c.content).where(
    LEDGER.c.document.in_(sa.bindparam("documents", expanding=True)), _no_later
)
_NOW = sa.select(LEDGER.c.content, LEDGER.c.document).where(
    LEDGER.c.content.in_(sa.bindparam("contents", expanding=True)), _no_later
)


class Run(NamedTuple):
    """A row of runs."""

    id: str
    version: str
    model: str
    config: str
    manifest: Any


def run_of(made_by: MadeBy, manifest: Any) -> Run:
    """The run that made a record. The manifest counts only where it tells of the same version, model and config."""
    told = made_by.model_dump()
    manifest = manifest if isinstance(manifest, dict) and manifest.get("made_by") == told else None
    whole = json.dumps([told, manifest], sort_keys=True, ensure_ascii=False)
    return Run(hashlib.sha256(whole.encode()).hexdigest()[:16], **told, manifest=manifest)


def manifest_beside(path: Path) -> Any:
    """What run.json says, where one lies beside the records; None where there is none that can be read."""
    try:
        return json.loads(((path if path.is_dir() else path.parent) / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def enter(connection: sa.Connection, written: Sequence[tuple[Prepared, int, Run]]) -> None:
    """Each document's next row (its revision), and those of the runs that are new."""
    runs = {run.id: run for _, _, run in written}
    there = set(connection.scalars(sa.select(RUNS.c.id).where(RUNS.c.id.in_(runs))))
    for id in sorted(runs.keys() - there):
        connection.execute(_ignoring(connection), runs[id]._asdict())
    connection.execute(
        sa.insert(LEDGER),
        [
            {
                "document": given.document, "revision": revision, "content": given.content, "sha256": given.sha256,
                **given.made_by.model_dump(), "run": run.id, "claims": len(given.rows["claims"]),
            }
            for given, revision, run in written
        ],
    )  # fmt: skip


def _ignoring(connection: sa.Connection) -> Any:
    """An INSERT into runs that leaves a row alone which another loader has made meanwhile."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(RUNS).on_conflict_do_nothing()
