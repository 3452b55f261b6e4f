"""The tables of a database, made or brought to the present version. The one place that imports Alembic, beside the
migrations themselves.

Everything happens in one transaction, under a lock: two loaders that start at once make the tables once, and one that
is killed has made none. Comments and views are made anew after each migration, from the record and from `queries/`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from pipeline.store.missing import extra
from pipeline.store.sql import views
from pipeline.store.sql.engine import BadTarget, shown
from pipeline.store.sql.tables import METADATA

with extra("db"):
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

VERSION_TABLE = "opclaims_version"
FOLDER = Path(__file__).with_name("migrations")
LOCK = 0x6F70636C61696D73  # "opclaims"


def head() -> str:
    """The newest version of the tables."""
    return str(ScriptDirectory(str(FOLDER)).get_current_head())


def versions() -> list[str]:
    """All versions, the first one first."""
    return [script.revision for script in reversed(list(ScriptDirectory(str(FOLDER)).walk_revisions()))]


def version_of(connection: sa.Connection) -> str | None:
    """The version of a database's tables; None where there are none."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def check(engine: sa.Engine, connection: sa.Connection) -> str | None:
    """The version, or BadTarget: tables of somebody else's, or of an opclaims newer than this one."""
    found = version_of(connection)
    if found is None:
        there = sa.inspect(connection)
        ours = {*METADATA.tables, *views.ORDER}
        taken = {*there.get_table_names(), *there.get_view_names()} & ours
        if taken:
            raise BadTarget(
                f"{shown(engine)} has a table {min(taken)!r} that opclaims did not make: give it a database of its own"
            )
    elif found not in versions():
        raise BadTarget(f"{shown(engine)} was made by a newer opclaims (tables {found}, here {head()})")
    return found


def migrate(engine: sa.Engine, to: str = "head") -> tuple[str | None, str]:
    """Make the tables, or bring them to `to`; (version before, version after). Raises BadTarget."""
    with _unchecked(engine) as connection:
        before = check(engine, connection)
        after = head() if to == "head" else to
        if before != after:
            config = Config()
            config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
            config.attributes["connection"] = connection
            views.drop(connection)
            command.upgrade(config, to)
            _dangling(engine, connection)
            if after == head():
                _comment(connection)
                views.make_anew(connection)
    return before, after


@contextmanager
def _unchecked(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that nobody else migrates in. On SQLite without foreign keys: a column's change there is a new
    table and the old one dropped, and dropping it would take along every row that points to it."""
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        try:
            with connection.begin():
                if not sqlite:
                    _encoding(engine, connection)
                alone(connection)
                yield connection
        finally:
            if sqlite:
                connection.connection.dbapi_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]


def alone(connection: sa.Connection) -> None:
    """Nobody else changes tables or indices until the transaction ends. On SQLite that is so in every transaction."""
    if connection.dialect.name != "sqlite":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


def _encoding(engine: sa.Engine, connection: sa.Connection) -> None:
    encoding = connection.scalar(sa.text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise BadTarget(f"{shown(engine)} keeps text as {encoding}: offsets need a database in UTF8")


def _comment(connection: sa.Connection) -> None:
    """SQLite has no comments."""
    if connection.dialect.supports_comments:
        for table in METADATA.sorted_tables:
            connection.execute(sa.schema.SetTableComment(table))
            for column in table.columns:
                connection.execute(sa.schema.SetColumnComment(column))


def _dangling(engine: sa.Engine, connection: sa.Connection) -> None:
    if engine.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken:
            raise BadTarget(f"{shown(engine)}: a row of {broken[0]} points to nothing in {broken[2]}")
