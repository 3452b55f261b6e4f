"""Documents against what stands in the database: what would change, and changing it, in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.store.sql.ledger import Run, Standing, enter, standing
from pipeline.store.sql.prepare import Prepared
from pipeline.store.sql.reviews import Moved, Review, Words, moved
from pipeline.store.sql.tables import REVIEWS, TABLES
from pipeline.store.sql.writer import Writer

How = Literal["added", "replaced", "unchanged"]


@dataclass(frozen=True)
class Change:
    """What loading a document does. `new`, `gone`: how many claims come and go; `kept`: those with the same id."""

    document: str
    how: How
    revision: int
    new: int = 0
    gone: int = 0
    kept: int = 0
    reviews: tuple[Moved, ...] = ()


def weighed(connection: sa.Connection, batch: Sequence[Prepared]) -> list[Change]:
    """What would change, document by document, without changing it."""
    there = standing(connection, [each.document for each in batch])
    other = [each.document for each in batch if each.document in there]
    claims, reviews = (_held(connection, asked, other) if other else {} for asked in (_CLAIMS, _REVIEWS))
    return [
        _weighed(
            each,
            there.get(each.document),
            {id for (id,) in claims.get(each.document, ())},
            [Review(*row) for row in reviews.get(each.document, ())],
        )
        for each in batch
    ]


def _weighed(given: Prepared, before: Standing | None, old: set[str], reviews: list[Review]) -> Change:
    claims = _claims(given)
    if before is None:
        return Change(given.document, "added", 1, new=len(claims))
    if before.content == given.content:
        return unchanged(given.document, len(claims))
    now = {claim.id for claim in claims}
    return Change(
        given.document, "replaced", before.revision + 1, new=len(now - old), gone=len(old - now), kept=len(now & old),
        reviews=tuple(moved(reviews, claims)),
    )  # fmt: skip


def added(given: Prepared) -> Change:
    """What would change in a database that has no tables yet."""
    return Change(given.document, "added", 1, new=len(_claims(given)))


def unchanged(document: str, claims: int = 0) -> Change:
    """Nothing."""
    return Change(document, "unchanged", 0, kept=claims)


def carry_out(
    connection: sa.Connection, batch: Sequence[Prepared], runs: Sequence[Run], writer: Writer
) -> list[Change]:
    """Write the documents, but for those that stand there already; in the transaction of `connection`."""
    writer.lock(connection, [each.document for each in batch])
    changes = weighed(connection, batch)
    differ = [at for at, change in enumerate(changes) if change.how != "unchanged"]
    if differ:
        replaced = [changes[at].document for at in differ if changes[at].how == "replaced"]
        writer.write(connection, [batch[at] for at in differ], replaced)
        for review in (review for change in changes for review in change.reviews):
            connection.execute(sa.update(REVIEWS).where(REVIEWS.c.id == review.id).values(claim=review.claim))
        enter(connection, [(batch[at], changes[at].revision, runs[at]) for at in differ])
    return changes


def _claims(given: Prepared) -> list[Words]:
    return [Words(*_words(row)) for row in given.rows["claims"]]


_words = itemgetter(*(list(TABLES["claims"].columns.keys()).index(name) for name in Words._fields))


_documents: sa.BindParameter[str] = sa.bindparam("documents", expanding=True)
_CLAIMS = (
    sa.select(TABLES["claims"].c.document, TABLES["claims"].c.id)
    .where(TABLES["claims"].c.document.in_(_documents))
    .order_by(TABLES["claims"].c.document)
)
_REVIEWS = (
    sa.select(REVIEWS.c.document, REVIEWS.c.id, REVIEWS.c.claim, REVIEWS.c.quote, REVIEWS.c.span_start)
    .where(REVIEWS.c.document.in_(_documents))
    .order_by(REVIEWS.c.document, REVIEWS.c.id)
)


def _held(connection: sa.Connection, asked: Any, documents: list[str]) -> dict[str, list[Any]]:
    """Document → its rows, without the column that names it, which comes first."""
    rows: Iterator[Any] = iter(connection.execute(asked, {"documents": documents}))
    return {document: [row[1:] for row in its] for document, its in groupby(rows, key=itemgetter(0))}
