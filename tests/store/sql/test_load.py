"""Loading: once, again, after a correction, after a new model, while someone reads."""

import datetime as dt
import json
import threading
from decimal import Decimal

import sqlalchemy as sa

from pipeline.store.sql import engine_of, load
from pipeline.store.sql.indices import ASKED
from pipeline.store.sql.migrate import migrate
from pipeline.store.sql.tables import DOCUMENTS, LEDGER, METADATA, REVIEWS, RUNS, TABLES


def everything(url):
    """All rows of all tables, sorted: what two databases have to agree in."""
    engine = engine_of(url)
    with engine.connect() as connection:
        found = {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in METADATA.sorted_tables
        }
    engine.dispose()
    return found


def ask(url, statement):
    engine = engine_of(url)
    with engine.begin() as connection:
        result = connection.execute(sa.text(statement) if isinstance(statement, str) else statement)
        found = [tuple(row) for row in result] if result.returns_rows else []
    engine.dispose()
    return found


def review(url, id, document, claim, **more):
    values = {"id": id, "document": document.id, "claim": claim.id, "quote": claim.span.text,
              "span_start": claim.span.start, "verdict": "accepted", **more}  # fmt: skip
    ask(url, sa.insert(REVIEWS).values(values))


def test_every_amount_date_and_claim_arrives_with_its_words(url, records, gold):
    assert load(records(*gold), url).documents == {"added": len(gold)}
    for document in gold:
        (row,) = ask(url, sa.select(DOCUMENTS).where(DOCUMENTS.c.id == document.id))
        assert dict(zip(DOCUMENTS.columns.keys(), row, strict=True))["text"] == document.text
        for name, items in (
            ("amounts", document.amounts),
            ("dates", document.dates),
            ("claims", document.claims),
        ):
            table = TABLES[name]
            rows = ask(url, sa.select(table).where(table.c.document == document.id))
            found = {row[1]: dict(zip(table.columns.keys(), row, strict=True)) for row in rows}
            assert len(found) == len(rows) == len(items) > 0
            for item in items:
                assert found[item.id]["quote"] == item.span.text
                assert (
                    document.text[found[item.id]["span_start"] : found[item.id]["span_end"]] == item.span.text
                )


def test_values_come_back_as_they_were(url, records, document):
    huge = document(
        text="Norway paid $3 million.", published=dt.date(2024, 5, 31), title="Ünïcode “quotes” 😀"
    )
    amount = huge.amounts[0].model_copy(update={"value": Decimal("123456789012345678901234567890.123456789")})
    load(records(huge.model_copy(update={"amounts": (amount,)})), url)
    table = TABLES["amounts"]
    ((value, low, high),) = ask(url, sa.select(table.c.value, table.c.low, table.c.high))
    assert (value, low, high) == (amount.value, Decimal(3_000_000), None)
    assert isinstance(value, Decimal)
    assert ask(url, sa.select(DOCUMENTS.c.published, DOCUMENTS.c.title)) == [(huge.published, huge.title)]


def test_the_same_again_changes_nothing_and_says_so(url, records, gold):
    load(records(*gold), url)
    before = everything(url)
    again = load(records(*gold), url)
    assert again.documents == {"unchanged": len(gold)} and not again.changes
    assert everything(url) == before


def test_what_was_extracted_anew_is_replaced_whole(new_url, records, document):
    url, fresh = new_url(), new_url()
    load(records(document("a", "Norway paid $3 million. Peru will pay. Chad fell."), document("b")), url)
    changed = load(records(document("a", "Norway paid $4 million."), document("b")), url)
    assert changed.documents == {"replaced": 1, "unchanged": 1}
    assert (changed.claims["new"], changed.claims["gone"]) == (1, 3)
    load(records(document("a", "Norway paid $4 million."), document("b")), fresh)
    one, other = everything(url), everything(fresh)
    del one["ledger"], other["ledger"]
    assert one == other  # no stale row anywhere
    assert ask(url, "SELECT document, revision, claims FROM ledger ORDER BY 1, 2") == [
        ("a", 1, 3), ("a", 2, 1), ("b", 1, 2)
    ]  # fmt: skip


def test_documents_that_are_not_given_stay(url, records, document):
    load(records(document("a"), document("b")), url)
    load(records(document("c")), url)
    assert ask(url, "SELECT id FROM documents ORDER BY id") == [("a",), ("b",), ("c",)]


def test_reviews_follow_their_claims_by_quote(url, records, document):
    old = document("a", "Norway paid $3 million. Peru will pay. Chad fell. Mali “rose”.")
    load(records(old), url)
    for number, claim in enumerate(old.claims):
        review(url, f"r{number}", old, claim, reviewer="Ada", note="seen")
    new = document("a", "Peru will pay. Norway paid $3 million. Mali rose.")
    done = load(records(new), url)
    by_quote = {claim.span.text: claim.id for claim in new.claims}
    assert dict(ask(url, "SELECT id, claim FROM reviews")) == {
        "r0": by_quote["Norway paid $3 million."],
        "r1": by_quote["Peru will pay."],
        "r2": None,
        "r3": by_quote["Mali rose."],
    }
    assert [(document, each.id, each.quote) for document, each in done.orphaned] == [
        ("a", "r2", "Chad fell.")
    ]
    load(records(old), url)  # and the words come back
    assert ask(url, "SELECT id FROM reviews WHERE claim IS NULL") == []
    assert ask(url, "SELECT DISTINCT reviewer, note, verdict FROM reviews") == [("Ada", "seen", "accepted")]


def test_a_dry_run_says_what_would_change_and_changes_nothing(url, records, document):
    old = document("a", "Norway paid $3 million. Chad fell.")
    empty = load(records(old), url, dry_run=True)
    assert empty.documents == {"added": 1} and empty.versions[0] is None
    load(records(old), url)
    review(url, "r", old, old.claims[1])
    before = everything(url)
    would = load(records(document("a", "Norway paid $3 million."), document("b")), url, dry_run=True)
    assert would.documents == {"replaced": 1, "added": 1}
    assert [each.quote for _, each in would.orphaned] == ["Chad fell."]
    assert everything(url) == before


def test_a_line_that_is_no_record_is_named_and_the_rest_loaded(url, tmp_path, records, document):
    path = records(document("a"), document("b")) / "documents.jsonl"
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([lines[0], b'{"id": 1}', b"\xff\xfe", lines[1]]))
    done = load(path, url)
    assert done.documents == {"added": 2}
    assert [failure.where for failure in done.failures] == [f"{path} line 2", f"{path} line 3"]


def test_two_records_of_one_document_are_a_mistake(url, records, document):
    path = records(document("a"), document("a", "Chad fell."), document("a"))
    for _ in range(2):
        done = load(path, url)
        assert [f.reason for f in done.failures] == [
            "document a came before with another record; the first one counts"
        ]
    assert done.documents == {"unchanged": 1}
    assert ask(url, "SELECT count(*) FROM claims") == [(2,)]


def test_a_nul_is_refused_in_a_sentence(url, records, document):
    done = load(records(document("a", title="a\0b"), document("b")), url)
    assert [f.reason for f in done.failures] == ["document a holds a NUL, which is no text"]
    assert done.documents == {"added": 1}


def test_the_run_is_kept_with_its_manifest(url, records, document):
    folder = records(document("a"))
    manifest = {"made_by": document("a").made_by.model_dump(), "sources": ["x"]}
    (folder / "run.json").write_text(json.dumps(manifest), encoding="utf-8")
    load(folder, url)
    (folder / "run.json").write_text(json.dumps({"made_by": {"version": "other"}}), encoding="utf-8")
    load(records(document("a"), document("b")), url)
    assert ask(url, sa.select(RUNS.c.manifest).order_by(RUNS.c.id)) in (
        [(manifest,), (None,)], [(None,), (manifest,)]
    )  # fmt: skip
    found = ask(
        url, sa.select(LEDGER.c.document, RUNS.c.manifest).join_from(LEDGER, RUNS).order_by(LEDGER.c.document)
    )
    assert found == [("a", manifest), ("b", None)]


def test_workers_change_nothing(new_url, records, document):
    documents = [document(f"d{n}", f"Norway paid ${n} million. Peru will pay.") for n in range(1, 140)]
    one, two = new_url(), new_url()
    assert load(records(*documents), one).documents == load(records(*documents), two, workers=2).documents
    assert everything(one) == everything(two)


def test_two_loaders_at_once_lose_nothing(new_url, records, document):
    ours = records(*(document(f"d{n}", f"Norway paid ${n} million.") for n in range(1, 60)), name="one")
    theirs = records(
        *(document(f"d{n}", f"Norway paid ${n} million.") for n in range(90, 30, -1)), name="two"
    )
    url, alone = new_url(), new_url()
    results = []
    threads = [
        threading.Thread(target=lambda p=p: results.append(load(p, url))) for p in (ours, theirs, ours)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 3 and sum(r.documents["added"] for r in results) == 90
    load(ours, alone)
    load(theirs, alone)
    assert everything(url) == everything(alone)


def test_a_reader_sees_the_old_or_the_new_document(url, records, document):
    small, large = (
        document("a", "Chad fell."),
        document("a", "Norway paid $3 million. Peru will pay. Mali rose."),
    )
    folders = [records(small, name="small"), records(large, name="large")]
    load(folders[0], url)
    seen, stop = set(), threading.Event()

    def read():
        engine = engine_of(url, write=False)
        while not stop.is_set():
            with engine.connect() as connection:
                if engine.dialect.name == "postgresql":
                    connection = connection.execution_options(isolation_level="REPEATABLE READ")
                counts = [
                    connection.scalar(sa.text(f"SELECT count(*) FROM {table}"))
                    for table in ("claims", "roles", "amounts", "links")
                ]
            seen.add(tuple(counts))
        engine.dispose()

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(30):
        load(folders[(turn + 1) % 2], url)
    stop.set()
    reader.join()
    assert seen <= {(1, 2, 0, 0), (3, 6, 1, 2)} and seen


def test_a_new_file_may_be_opened_by_several_at_once(tmp_path):
    """SQLite does not wait while the journal is switched: without our own waiting one in twenty of these fails."""
    failed = []

    def write(url):
        try:
            with engine_of(url).begin() as connection:
                connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS t (x)")
        except sa.exc.OperationalError as error:
            failed.append(error)

    for turn in range(40):
        url = f"sqlite:///{tmp_path / f'{turn}.db'}"
        threads = [threading.Thread(target=write, args=(url,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []


def test_the_indices_are_there_after_a_load_and_come_back_with_the_next(url, records, document):
    """A loader that is killed in its first load leaves a database without them."""
    names = {index.name for index in ASKED}

    def there():
        engine = engine_of(url)
        found = {
            each["name"]
            for table in TABLES | {"documents": 0}
            for each in sa.inspect(engine).get_indexes(table)
        }
        engine.dispose()
        return found & names

    folder = records(document("a"))
    load(folder, url)
    assert there() == names
    for name in sorted(names):
        ask(url, f"DROP INDEX {name}")
    assert there() == set()
    load(folder, url, dry_run=True)
    assert there() == set()
    assert load(folder, url).documents == {"unchanged": 1}
    assert there() == names


def test_a_document_that_the_database_refuses_takes_no_other_along(url, records, document):
    """They come in one transaction."""
    engine = engine_of(url)
    migrate(engine)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            refuse = "CREATE TRIGGER no BEFORE INSERT ON claims WHEN NEW.document = 'b' BEGIN SELECT RAISE(ABORT, 'no b'); END"
        else:
            refuse = "ALTER TABLE claims ADD CONSTRAINT no CHECK (document <> 'b')"
        connection.exec_driver_sql(refuse)
    engine.dispose()
    done = load(records(*map(document, "abc")), url)
    assert done.documents == {"added": 2} and len(done.failures) == 1
    assert done.failures[0].reason.startswith("document b is refused by the database: ")
    assert ask(url, "SELECT id FROM documents ORDER BY id") == [("a",), ("c",)]
