"""The tables hold what the record promises, whoever writes into them; and they are what the migrations make."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from pipeline import record
from pipeline.store.sql import BadTarget, engine_of, load
from pipeline.store.sql import migrate as migrations
from pipeline.store.sql.migrate import check, head, migrate, versions
from pipeline.store.sql.tables import DOCUMENTS, METADATA, REVIEWS, TABLES


@pytest.fixture
def engine(url):
    made = engine_of(url)
    yield made
    made.dispose()


@pytest.fixture
def loaded(url, records, gold):
    load(records(gold[0]), url)
    made = engine_of(url)
    yield made
    made.dispose()


def described(engine):
    """Everything that the database knows of our tables."""
    there, found = sa.inspect(engine), {}
    for table in METADATA.tables:
        found[table] = {
            "columns": sorted((c["name"], str(c["type"]), c["nullable"]) for c in there.get_columns(table)),
            "key": there.get_pk_constraint(table),
            "pointers": sorted(there.get_foreign_keys(table), key=repr),
            "checks": sorted((c["name"], c["sqltext"]) for c in there.get_check_constraints(table)),
            "indices": sorted(there.get_indexes(table), key=repr),
        }
    return found


def test_the_migrations_make_the_tables_of_the_record(new_url):
    """Fails after a change of the record: `python schema/write.py` writes the next version."""
    migrated, made = engine_of(new_url()), engine_of(new_url())
    assert migrate(migrated) == (None, head())
    with made.begin() as connection:
        METADATA.create_all(connection)
    one, other = described(migrated), described(made)
    for table in METADATA.tables:
        assert one[table] == other[table], table
    for engine in (migrated, made):
        engine.dispose()


def test_columns_have_comments(new_postgres):
    engine = engine_of(new_postgres())
    migrate(engine)
    there = sa.inspect(engine)
    silent = [
        f"{table}.{column['name']}"
        for table in METADATA.tables
        for column in there.get_columns(table)
        if not column["comment"]
    ]
    assert silent == [] and all(there.get_table_comment(table)["text"] for table in METADATA.tables)
    engine.dispose()


@pytest.mark.parametrize("version", versions()[:-1])
def test_each_earlier_version_is_brought_up_with_what_is_in_it(new_url, records, gold, version):
    old, new = new_url(), new_url()
    load(records(*gold), new)
    before, fresh = engine_of(old), engine_of(new)
    migrate(before, version)
    there = sa.MetaData()
    with before.begin() as connection, fresh.connect() as source:
        there.reflect(connection)
        for table in METADATA.sorted_tables:
            if table.name in there.tables:
                columns = [column for column in table.columns if column.name in there.tables[table.name].c]
                rows = [dict(row._mapping) for row in source.execute(sa.select(*columns))]
                if rows:
                    names = [column.name for column in columns]
                    connection.execute(sa.insert(table).values({n: sa.bindparam(n) for n in names}), rows)
    assert migrate(before) == (version, head())
    assert described(before) == described(fresh)
    with before.connect() as one, fresh.connect() as other:
        for table in METADATA.sorted_tables:
            count = sa.select(sa.func.count()).select_from(table)
            assert one.scalar(count) == other.scalar(count), table.name
    assert load(records(*gold), old).documents == {"unchanged": len(gold)}
    before.dispose()
    fresh.dispose()


def test_tables_of_a_newer_opclaims_are_left_alone(engine, url, records, document):
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE opclaims_version SET version_num = '9999'"))
    with pytest.raises(BadTarget, match=r"was made by a newer opclaims \(tables 9999, here "):
        load(records(document()), url)


def test_tables_of_somebody_else_are_left_alone(engine, url, records, document):
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE claims (mine INTEGER)"))
    with pytest.raises(BadTarget, match="has a table 'claims' that opclaims did not make"):
        load(records(document()), url)
    assert sa.inspect(engine).get_table_names() == ["claims"]


def test_a_table_of_somebody_else_beside_ours_is_no_matter(engine, url, records, document):
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE theirs (mine INTEGER)"))
        assert check(engine, connection) is None
    assert load(records(document()), url).documents == {"added": 1}


def test_foreign_keys_count(loaded):
    if loaded.dialect.name == "sqlite":
        with loaded.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    with loaded.begin() as connection:
        connection.execute(sa.delete(DOCUMENTS))
    with loaded.connect() as connection:
        for table in TABLES.values():
            assert connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0, table.name


def test_what_is_reviewed_is_not_deleted_by_mistake(loaded):
    claims = TABLES["claims"]
    with loaded.begin() as connection:
        document, claim, quote, start = connection.execute(
            sa.select(claims.c.document, claims.c.id, claims.c.quote, claims.c.span_start)
        ).first()
        connection.execute(
            sa.insert(REVIEWS).values(
                id="r", document=document, claim=claim, quote=quote, span_start=start, verdict="accepted"
            )
        )
    with pytest.raises(IntegrityError), loaded.begin() as connection:
        connection.execute(sa.delete(claims))


CHANGES = [
    ("claims", "kind", "rumour"),
    ("claims", "check_worthiness", 1.5),
    ("claims", "sentence", -1),
    ("claims", "span_start", -1),
    ("claims", "span_end", 0),
    ("claims", "quote", "other words"),
    ("claims", "modality", "sure"),
    ("amounts", "currency", "usd"),
    ("amounts", "currency", "EURO"),
    ("amounts", "value", None),
    ("amounts", "comparator", "about"),
    ("dates", "grain", "eon"),
    ("dates", "last", "0001-01-01"),
    ("entities", "label", "GOD"),
    ("roles", "slot", "verb"),
    ("roles", "entity", "e999"),
    ("links", "parent", "nobody"),
    ("claim_amounts", "amount", "m999"),
    ("documents", "sha256", "ABC"),
    ("documents", "published_from", "guess"),
]


@pytest.mark.parametrize(("table", "column", "value"), CHANGES)
def test_what_the_record_refuses_the_tables_refuse(loaded, table, column, value):
    where = (
        " WHERE first IS NOT NULL"
        if table == "dates"
        else " WHERE value IS NOT NULL"
        if table == "amounts"
        else ""
    )
    statement = f"UPDATE {table} SET {column} = :value{where}"
    if loaded.dialect.name == "postgresql" and column == "last":
        statement = statement.replace(":value", "CAST(:value AS date)")
    with pytest.raises(IntegrityError), loaded.begin() as connection:
        assert connection.execute(sa.text(statement), {"value": value}).rowcount > 0


def test_every_closed_set_of_the_record_is_checked():
    checks = [
        str(c.sqltext)
        for t in METADATA.tables.values()
        for c in t.constraints
        if isinstance(c, sa.CheckConstraint)
    ]
    sets = [record.Kind, record.Comparator, record.Region, record.RoleName, record.TransferStatus, record.EditReason,
            record.Facet, record.Grain, record.EntityLabel, record.SkipReason, record.ParentRelation]  # fmt: skip
    for closed in sets:
        assert any(all(f"= '{value}'" in check for value in record.names(closed)) for check in checks), closed


def test_a_column_of_a_table_can_change_and_no_row_is_lost(new_url, records, gold, tmp_path, monkeypatch):
    """On SQLite a changed table is a new one, and with foreign keys on, dropping the old one would drop the claims."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder)
    (folder / "versions" / "v9001.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = '9001', {head()!r}, None, None\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('documents') as table:\n"
        "        table.add_column(sa.Column('mood', sa.Text()))\n"
        "        table.create_check_constraint(op.f('ck_documents_mood'), \"mood <> ''\")\n"
    )
    url = new_url()
    load(records(*gold), url)
    monkeypatch.setattr(migrations, "FOLDER", folder)
    engine = engine_of(url)
    assert migrate(engine)[1] == "9001"
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM claims")) == sum(len(d.claims) for d in gold)
        assert connection.scalar(sa.text("SELECT count(*) FROM money")) > 0
    engine.dispose()
    monkeypatch.undo()
    with pytest.raises(BadTarget, match="newer opclaims"):
        load(records(*gold), url)


def test_nothing_is_written_where_nothing_has_changed():
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "schema/write.py", "Nothing."], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "tables and views are as the newest migration makes them\n"
