"""One document against what stands in the database: what would change, and changing it, in one transaction."""

from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

import sqlalchemy as sa

from pipeline.store.sql.ledger import Run, enter, standing
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


def weighed(connection: sa.Connection, given: Prepared) -> Change:
    """What would change, without changing it."""
    before, claims = standing(connection, given.document), _claims(given)
    if before is None:
        return Change(given.document, "added", 1, new=len(claims))
    if before.content == given.content:
        return unchanged(given.document, len(claims))
    table = TABLES["claims"]
    old = set(connection.scalars(sa.select(table.c.id).where(table.c.document == given.document)))
    now = {claim.id for claim in claims}
    return Change(
        given.document, "replaced", before.revision + 1, new=len(now - old), gone=len(old - now), kept=len(now & old),
        reviews=tuple(moved(_reviews(connection, given.document), claims)),
    )  # fmt: skip


def added(given: Prepared) -> Change:
    """What would change in a database that has no tables yet."""
    return Change(given.document, "added", 1, new=len(_claims(given)))


def unchanged(document: str, claims: int = 0) -> Change:
    """Nothing."""
    return Change(document, "unchanged", 0, kept=claims)


def carry_out(connection: sa.Connection, given: Prepared, run: Run, writer: Writer) -> Change:
    """Write the document, unless it stands there already; in the transaction of `connection`."""
    writer.lock(connection, given.document)
    change = weighed(connection, given)
    if change.how == "unchanged":
        return change
    writer.write(connection, given, anew=change.how == "replaced")
    for review in change.reviews:
        connection.execute(sa.update(REVIEWS).where(REVIEWS.c.id == review.id).values(claim=review.claim))
    enter(connection, given, change.revision, run)
    return change


def _claims(given: Prepared) -> list[Words]:
    return [Words(*_words(row)) for row in given.rows["claims"]]


_words = itemgetter(*(list(TABLES["claims"].columns.keys()).index(name) for name in Words._fields))


def _reviews(connection: sa.Connection, document: str) -> list[Review]:
    asked = sa.select(REVIEWS.c.id, REVIEWS.c.claim, REVIEWS.c.quote, REVIEWS.c.span_start)
    rows = connection.execute(asked.where(REVIEWS.c.document == document).order_by(REVIEWS.c.id))
    return [Review(*row) for row in rows]
