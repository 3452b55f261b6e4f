"""The questions, on documents made by hand; and values that would be SQL, if anything here were."""

import datetime as dt
import re
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.record import Date, Role, Span
from pipeline.store.sql import BadTarget, engine_of, load, migrate, views
from pipeline.store.sql.query import BadQuestion, ask
from pipeline.store.sql.tables import REVIEWS
from pipeline.store.sql.views import questions

PAYLOADS = [
    "'; DROP TABLE claims; --", "\"; DROP TABLE claims; --", "' OR '1'='1", "1; DELETE FROM documents", "') UNION SELECT 1 --",
    "Robert'); DROP TABLE documents;--", "\\'; DROP TABLE claims; --", "%' OR 1=1 --", "admin'--", "${7*7}", "{{7*7}}", "%s%s%s",
    "%(name)s", ":value", "?", "$$; DROP TABLE claims; $$", "/* */ OR 1=1", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "../../etc/passwd",
]  # fmt: skip


def plain(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer.rows]


def with_date(document, number, first, last, **more):
    """The document, its claim of that number dated."""
    span = document.claims[number].span
    date = Date(id=f"d{number}", span=span, core=span, kind="date", relation="in", edtf=None, timex=None, grain="year",
                first=first, last=last, anchored_to="absolute", rule="hand")  # fmt: skip
    claim = document.claims[number].model_copy(update={"dates": (date.id,), **more})
    claims = tuple(claim if at == number else each for at, each in enumerate(document.claims))
    return document.model_copy(update={"dates": (*document.dates, date), "claims": claims})


@pytest.fixture
def year():
    return dt.date(2025, 1, 1), dt.date(2025, 12, 31)


def test_money_by_payer_recipient_and_year(url, records, document, year):
    text = "Norway paid $3 million. Peru took $2 million. It paid Chad $1 million."
    made = document("a", text)
    transfer = made.claims[2].transfer.model_copy(
        update={
            "payer": None,
            "recipient": Span.of(text, text.index("Chad"), text.index("Chad") + 4),
            "period": "d2",
            "status": "pledged",
        }
    )
    made = with_date(made, 2, *year, transfer=transfer)
    load(records(made), url)
    answer = ask("money", url)
    assert plain(answer, "payer", "recipient", "year", "comparator", "value", "currency", "status") == [
        ("Norway", None, None, "ge", "3000000", "USD", "disbursed"),
        ("Peru", None, None, "ge", "2000000", "USD", "disbursed"),
        (None, "Chad", 2025, "ge", "1000000", "USD", "pledged"),
    ]
    assert plain(ask("money", url, where={"payer": "norway"}), "payer") == [("Norway",)]
    assert plain(ask("money", url, where={"year": "2025", "status": "pledged"}), "recipient") == [("Chad",)]
    assert ask("money", url, limit=2).rows == answer.rows[:2]


def test_claims_by_source(url, records, document):
    from pipeline.record import Attribution

    made = document("a", "Norway paid. Peru will pay. Chad fell.", byline="Ada Moyo")
    norway = made.entities[0].span
    said = Attribution(source_type="organisation", source=norway, content="direct")
    claims = (made.claims[0].model_copy(update={"attribution": said}), *made.claims[1:])
    load(records(made.model_copy(update={"claims": claims}), document("b")), url)
    assert plain(
        ask("sources", url), "source", "source_type", "claims", "op_eds", "facts", "predictions", "direct"
    ) == [
        ("Ada Moyo", "author", 2, 1, 1, 1, 0),
        ("the author", "author", 2, 1, 1, 1, 0),
        ("Norway", "organisation", 1, 1, 1, 0, 1),
    ]


def test_predictions_come_due_on_a_day_that_is_named(url, records, document, year):
    made = document("a", "Peru will pay. Chad will fall. Mali rose.", published=dt.date(2024, 5, 1))
    made = with_date(with_date(made, 0, *year), 1, dt.date(1999, 1, 1), dt.date(1999, 12, 31))
    load(records(made), url)
    assert plain(ask("due", url, as_of=dt.date(2025, 12, 30)), "due") == []
    assert plain(ask("due", url, as_of=dt.date(2025, 12, 31)), "due", "text") == [
        ("2025-12-31", "Peru will pay.")
    ]
    with pytest.raises(BadQuestion, match="due needs the day to look from"):
        ask("due", url)
    with pytest.raises(BadQuestion, match="money does not depend on a day"):
        ask("money", url, as_of=dt.date(2025, 1, 1))


def test_recommendations_by_addressee(url, records, document):
    made = document("a", "Peru ought to pay. Chad ought to be paid.")
    first, second = (claim.model_copy(update={"kind": "recommendation"}) for claim in made.claims)
    second = second.model_copy(update={"predicate": second.predicate.model_copy(update={"voice": "passive"})})
    load(records(made.model_copy(update={"claims": (first, second)})), url)
    assert plain(ask("recommendations", url), "addressee", "text") == [
        ("Peru", "Peru ought to pay."), (None, "Chad ought to be paid.")
    ]  # fmt: skip


def test_what_is_reviewed_is_no_longer_asked_for(url, records, document):
    made = document("a")
    load(records(made), url)
    engine = engine_of(url)
    claim = made.claims[0]
    with engine.begin() as connection:
        connection.execute(
            sa.insert(REVIEWS).values(
                id="r", document="a", claim=claim.id, quote=claim.span.text, span_start=0, verdict="accepted"
            )
        )
    engine.dispose()
    assert plain(ask("unreviewed", url), "text") == [("Peru will pay.",)]


def test_the_same_claim_in_two_op_eds(url, records, document):
    one, two = (
        document("a", "Norway paid $3 million. Peru fell."),
        document("b", "NORWAY paid $3 million. Chad fell."),
    )
    load(records(one, two, document("c", "Norway paid $4 million.")), url)
    assert plain(ask("repeated", url), "subject", "verb", "what", "polarity", "op_eds", "claims") == [
        ("norway", "paid", "3000000 USD", "affirmed", 2, 2)
    ]


def test_names_are_those_of_the_first_mention(url, records, document):
    made = document("a", "Norway paid. Oslo fell.")
    second = made.entities[1].model_copy(update={"same_as": "e1"})
    subject = Role(role="subject", span=second.span, text="Oslo", head=second.span, entity="e2")
    claims = (made.claims[0], made.claims[1].model_copy(update={"subject": subject}))
    load(records(made.model_copy(update={"entities": (made.entities[0], second), "claims": claims})), url)
    assert plain(ask("named", url, where={"slot": "subject"}), "name") == [("Norway",), ("Norway",)]


def test_every_question_answers_on_real_records(url, records, gold):
    load(records(*gold), url)
    for name, question in questions().items():
        answer = ask(name, url, as_of=dt.date(2030, 1, 1) if question.as_of else None)
        assert list(answer.rows[0] if answer.rows else question.columns) == list(question.columns)
        assert answer.rows or name == "repeated"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_values_are_never_sql(url, records, document, payload):
    made = document(payload, "Norway paid $3 million.", title=payload, byline=payload, outlet=payload)
    named = made.entities[0].model_copy(update={"name": payload})
    made = made.model_copy(update={"entities": (named,)})
    assert load(records(made), url).documents == {"added": 1}
    assert load(records(made), url).documents == {"unchanged": 1}
    assert plain(ask("money", url, where={"payer": payload}), "document", "payer") == [(payload, payload)]
    assert ask("money", url, where={"payer": f"{payload} "}).rows == []
    with pytest.raises(BadQuestion):
        ask("money", url, where={payload: "x"})
    with pytest.raises(BadQuestion):
        ask(payload, url)
    assert plain(ask("sources", url), "source", "claims") == [(payload, 1)]


def test_a_database_without_claims_and_one_of_an_older_version(new_url):
    url = new_url()
    engine = engine_of(url)
    with engine.connect() as connection:
        connection.execute(sa.text("SELECT 1"))
    with pytest.raises(BadTarget, match="holds no claims: load some first"):
        ask("money", url)
    migrate.migrate(engine, "0001")
    with pytest.raises(BadTarget, match="tables of version 0001: load once with this opclaims"):
        ask("money", url)
    engine.dispose()


def test_asking_cannot_change_anything(url, records, document):
    load(records(document("a")), url)
    engine = engine_of(url, write=False)
    with pytest.raises(sa.exc.DBAPIError, match=r"read-?only"), engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM ledger"))
    engine.dispose()


def test_a_changed_view_needs_a_version():
    """The newest migration that names the views has their fingerprint: else databases would keep the old ones."""
    folder = Path(migrate.FOLDER) / "versions"
    named = [
        found[1]
        for path in sorted(folder.glob("v*.py"))
        if (found := re.search(r"VIEWS = ['\"](\w+)", path.read_text()))
    ]
    assert named[-1] == views.fingerprint()


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_every_column_of_a_view_says_what_it_is(url, question):
    engine = engine_of(url)
    migrate.migrate(engine)
    assert [column["name"] for column in sa.inspect(engine).get_columns(question.name)] == list(
        question.columns
    )
    assert all(question.columns.values()) and question.title.endswith(".")
    engine.dispose()
