"""Reviews from a log → the table `reviews`, once or again: what the log says no more goes, what others wrote stays."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa

from pipeline.store.sql.engine import WAIT, disposing, engine_of
from pipeline.store.sql.tables import DOCUMENTS, REVIEWS

MARK = "log:"
"""The ids of rows that came from a log begin with this."""


class ReviewRow(NamedTuple):
    """What a log says of a claim now. `claim` is one of the document's as it is loaded; `quote` and `span_start` are
    its words and where they stand; `verdict` is accepted, rejected, edited or flagged."""

    document: str
    claim: str
    quote: str
    span_start: int
    verdict: str
    reviewer: str | None
    note: str | None

    @property
    def id(self) -> str:
        """The same claim has the same row."""
        return f"{MARK}{self.document}:{self.claim}"


def write_reviews(
    rows: Iterable[ReviewRow], documents: Iterable[str], to: str, *, wait: float = WAIT
) -> Counter[str]:
    """Make the table say of these documents what the rows say; one transaction a document. Documents that are not in
    the database are passed over. How many rows were `added`, `changed`, `removed`, `unchanged`. Raises BadTarget."""
    by_document = {
        document: {row.id: row for row in own}
        for document, own in groupby(sorted(rows), key=lambda row: row.document)
    }
    done: Counter[str] = Counter()
    engine = engine_of(to, wait=wait)
    with disposing(engine):
        for document in documents:
            with engine.begin() as connection:
                if connection.scalar(sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == document)) is not None:
                    done += _write(connection, document, by_document.get(document, {}))
    return done


def _write(connection: sa.Connection, document: str, rows: dict[str, ReviewRow]) -> Counter[str]:
    own = sa.and_(REVIEWS.c.document == document, REVIEWS.c.id.startswith(MARK, autoescape=True))
    before: dict[str, dict[str, Any]] = {
        row.id: dict(row._mapping) for row in connection.execute(sa.select(REVIEWS).where(own))
    }
    after = {id: {"id": id, **row._asdict()} for id, row in rows.items()}
    changed = [id for id, row in after.items() if id in before and before[id] != row]
    gone = [id for id in before if id not in after]
    for id in (*changed, *gone):
        connection.execute(sa.delete(REVIEWS).where(REVIEWS.c.id == id))
    new = [row for id, row in after.items() if before.get(id) != row]
    if new:
        connection.execute(sa.insert(REVIEWS), new)
    added = len(new) - len(changed)
    return Counter(added=added, changed=len(changed), removed=len(gone), unchanged=len(after) - len(new))
