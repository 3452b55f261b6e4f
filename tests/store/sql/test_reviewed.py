"""Reviews from a log: written once, put right, taken away; what others wrote stays."""

import sqlalchemy as sa

from pipeline.store.sql import ReviewRow, engine_of, load, write_reviews
from pipeline.store.sql.tables import REVIEWS


def rows(url):
    engine = engine_of(url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(sa.select(REVIEWS).order_by(REVIEWS.c.id))]
    engine.dispose()
    return found


def row(document, n, verdict="accepted", **more):
    claim = document.claims[n]
    return ReviewRow(
        document.id, claim.id, claim.span.text, claim.span.start, verdict, "ada", more.get("note")
    )


def test_once_again_and_otherwise(url, records, document):
    given = document("a", "Norway paid $3 million. Peru will pay. Chad fell.")
    load(records(given), url)
    own = ReviewRow("a", given.claims[2].id, "Chad fell.", 41, "flagged", None, None)
    engine = engine_of(url)
    with engine.begin() as connection:
        connection.execute(sa.insert(REVIEWS).values(id="mine", **own._asdict()))
    engine.dispose()
    assert write_reviews([row(given, 0), row(given, 1)], ["a"], url) == {"added": 2}
    before = rows(url)
    assert len(before) == 3
    assert write_reviews([row(given, 0), row(given, 1)], ["a"], url)["unchanged"] == 2
    assert rows(url) == before
    done = write_reviews([row(given, 1, "rejected", note="no")], ["a"], url)
    assert (done["changed"], done["removed"]) == (1, 1)
    assert [(each[5], each[0].partition(":")[0]) for each in rows(url)] == [
        ("rejected", "log"),
        ("flagged", "mine"),
    ]


def test_a_document_that_is_not_there_is_passed_over(url, records, document):
    load(records(document("a", "Norway paid $3 million.")), url)
    other = document("b", "Peru will pay.")
    assert not +write_reviews([row(other, 0)], ["b"], url)
    assert rows(url) == []
