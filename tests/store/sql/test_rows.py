"""Whatever a record can hold, the tables can; and it comes back."""

from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.record import Amount, Claim, Document, Span, Sum
from pipeline.store import write
from pipeline.store.sql import engine_of, load
from pipeline.store.sql.fields import columns
from pipeline.store.sql.layout import PARTS, elsewhere
from pipeline.store.sql.tables import DOCUMENTS, TABLES


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_document_comes_back(tmp_path, any_document, data):
    document, url = data.draw(any_document), f"sqlite:///{tmp_path / 'any.db'}"
    write([document], tmp_path / "any.jsonl")
    assert load(tmp_path / "any.jsonl", url).failures == []
    assert load(tmp_path / "any.jsonl", url).documents == {"unchanged": 1}
    engine = engine_of(url)
    with engine.connect() as connection:
        (claim,), (amount,) = document.claims, document.amounts
        table = TABLES["amounts"]
        rows = connection.execute(
            sa.select(table.c.value, table.c.low, table.c.high, table.c.quote).where(
                table.c.document == document.id
            )
        ).all()
        assert rows == [(amount.value, amount.low, amount.high, amount.span.text)]
        table = TABLES["claims"]
        rows = connection.execute(
            sa.select(table.c.text, table.c.source, table.c.confidence).where(table.c.document == document.id)
        ).all()
        assert rows == [
            (claim.text, claim.attribution.source and claim.attribution.source.text, claim.confidence)
        ]
        assert (
            connection.scalar(sa.select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == document.id))
            == document.text
        )
    engine.dispose()


def test_every_field_of_the_record_is_a_column_or_a_table():
    for model in (Document, Claim, Amount):
        inside = {(field.owner or field.path).split(".")[0] for field in columns(model, elsewhere(model))}
        assert inside | elsewhere(model) == set(model.model_fields)


def test_a_new_field_is_a_column_by_itself():
    class Sum(Amount):
        shares: tuple[str, ...] = ()
        of: int | None = None
        """How many."""

    new = {field.name: field for field in columns(Sum) if field not in columns(Amount)}
    assert [(f.name, f.kind, f.nullable) for f in new.values()] == [
        ("shares", "json", False), ("of", "integer", True)
    ]  # fmt: skip
    assert new["of"].comment == "How many."


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.table)
def test_each_table_says_what_it_is(part):
    assert TABLES[part.table].comment


def test_what_a_sum_adds_stands_in_a_table_of_its_own(tmp_path, document):
    given = document(text="Peru got $3 million. Chad got $5 million. That makes $8 million.")
    cue = Span.of(given.text, given.text.index("That makes"), given.text.index(" $8"))
    whole = Span.of(given.text, 0, len(given.text) - 1)
    eight = Decimal(8_000_000)
    total = Sum(
        id="s1", span=whole, parts=("m1", "m2"), total="m3", value=eight, low=eight, high=eight, holds=True, cue=cue,
        rule="hand",
    )  # fmt: skip
    write([given.model_copy(update={"sums": (total,)})], tmp_path / "sums.jsonl")
    url = f"sqlite:///{tmp_path / 'sums.db'}"
    assert load(tmp_path / "sums.jsonl", url).failures == []
    with engine_of(url).connect() as connection:
        parts = connection.execute(sa.select(TABLES["sum_parts"])).all()
        assert parts == [("a", "s1", 0, "m1"), ("a", "s1", 1, "m2")]
        table = TABLES["sums"]
        assert connection.execute(sa.select(table.c.total, table.c.value, table.c.holds)).one() == (
            "m3",
            eight,
            True,
        )
