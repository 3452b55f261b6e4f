"""After a change of the record or of a view: `python schema/write.py "What changed."` writes all that follows from it.

- schema/opclaims-1.json and schema/opclaims-1.dbt.yml, and the dictionary in docs/schema.md;
- where tables or views are others than before, the next migration: look at it before you commit it.

Alembic sees new tables, columns, keys and indices; checks are compared here. Tests hold everything to the record.
"""

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.operations import ops

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the record beside this script, whatever is installed

from pipeline.cli.schema import text  # noqa: E402
from pipeline.store.sql import engine_of, migrate, views  # noqa: E402
from pipeline.store.sql.dictionary import dbt, markdown  # noqa: E402
from pipeline.store.sql.tables import METADATA  # noqa: E402

PAGE = ROOT / "docs" / "schema.md"
BEGIN, END = "<!-- opclaims schema --as markdown -->\n", "<!-- end -->\n"


def main(message: str) -> None:
    put(ROOT / "schema" / "opclaims-1.json", text() + "\n")
    put(ROOT / "schema" / "opclaims-1.dbt.yml", dbt())
    page = PAGE.read_text(encoding="utf-8")
    put(PAGE, page[: page.index(BEGIN)] + BEGIN + markdown() + page[page.index(END) :])
    for table in METADATA.tables.values():  # set anew after every migration, so no part of one
        table.comment = None
        for column in table.columns:
            column.comment = None
    with tempfile.TemporaryDirectory() as room:
        engine = engine_of(f"sqlite:///{room}/old.db")
        migrate.migrate(engine)
        with engine.connect() as connection:
            version(connection, message)
        engine.dispose()


def put(path: Path, content: str) -> None:
    """Write a file, if it changes."""
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8", newline="")
        print(f"written: {path.relative_to(ROOT)}")


def version(connection: sa.Connection, message: str) -> None:
    """The next migration, if the tables or the views differ from those that the newest one makes."""

    def directives(_: Any, __: Any, found: list[Any]) -> None:
        changes = found[0].upgrade_ops
        fill(changes.ops)
        changes.ops += checks(connection)
        if changes.is_empty() and views.fingerprint() == named():
            found.clear()
            print("tables and views are as the newest migration makes them")

    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER).replace("%", "%%"))
    config.set_main_option("file_template", "v%%(rev)s")
    config.attributes.update(connection=connection, directives=directives, views=views.fingerprint())
    command.revision(config, message, autogenerate=True, rev_id=f"{int(migrate.head()) + 1:04}")


def fill(changes: list[Any]) -> None:
    """A list that may not be NULL needs something in the rows that are there: an empty one."""
    for change in changes:
        for each in getattr(change, "ops", []):
            if isinstance(each, ops.AddColumnOp) and not each.column.nullable:
                if not isinstance(each.column.type, sa.JSON):
                    sys.exit(
                        f"{each.table_name}.{each.column.name} may not be NULL: give the field of the record None"
                    )
                each.column.server_default = sa.DefaultClause("[]")


def checks(connection: sa.Connection) -> list[Any]:
    """Checks of tables that are there: those that are new or read otherwise are dropped and made."""
    there, made = sa.inspect(connection), []
    for name in there.get_table_names():
        if name in METADATA.tables:
            old = {str(each["name"]): each["sqltext"] for each in there.get_check_constraints(name)}
            now = {
                str(each.name): str(each.sqltext)
                for each in METADATA.tables[name].constraints
                if isinstance(each, sa.CheckConstraint)
            }
            differ = sorted(key for key in old.keys() | now.keys() if old.get(key) != now.get(key))
            inside: list[Any] = [
                ops.DropConstraintOp(sa.schema.conv(key), name, type_="check") for key in differ if key in old
            ]
            inside += [
                ops.CreateCheckConstraintOp(sa.schema.conv(key), name, now[key])
                for key in differ
                if key in now
            ]
            made += [ops.ModifyTableOps(name, inside)] if inside else []
    return made


def named() -> str:
    """The views of the newest migration that names any."""
    files = sorted((migrate.FOLDER / "versions").glob("v*.py"))
    found = [
        match[1]
        for path in files
        if (match := re.search(r"VIEWS = ['\"](\w+)", path.read_text(encoding="utf-8")))
    ]
    return found[-1] if found else ""


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
