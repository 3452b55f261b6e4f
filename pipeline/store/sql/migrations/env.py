"""What Alembic runs: on the connection that `migrate` hands over, or by hand on a URL (`-x url=…`), to write a version.

Comments are left out of the versions: they are set anew after each migration, from the record.
"""

from typing import Any

import sqlalchemy as sa
from alembic import context

from pipeline.store.sql.migrate import VERSION_TABLE
from pipeline.store.sql.tables import METADATA, Exact


def written(kind: str, item: Any, autogen: Any) -> Any:
    """Types by the short names that script.py.mako gives them."""
    if kind == "type" and isinstance(item, Exact):
        return "EXACT"
    return "JSON" if kind == "type" and isinstance(item, sa.JSON) else False


def run(connection: sa.Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        version_table=VERSION_TABLE,
        render_as_batch=True,
        render_item=written,
        include_name=lambda name, kind, _: kind != "table" or name in METADATA.tables,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    for table in METADATA.tables.values():
        table.comment = None
        for column in table.columns:
            column.comment = None
    with sa.create_engine(context.get_x_argument(as_dictionary=True)["url"]).begin() as opened:
        run(opened)
