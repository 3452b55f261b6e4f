"""What Alembic runs, on the connection that `migrate` (or `schema/write.py`, for a new version) hands over."""

from typing import Any

import sqlalchemy as sa
from alembic import context

from pipeline.store.sql.metadata import Exact
from pipeline.store.sql.migrate import VERSION_TABLE
from pipeline.store.sql.tables import METADATA


def written(kind: str, item: Any, autogen: Any) -> Any:
    """Types by the short names that script.py.mako gives them."""
    if kind == "type" and isinstance(item, Exact):
        return "EXACT"
    return "JSON" if kind == "type" and isinstance(item, sa.JSON) else False


given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    render_item=written,
    include_name=lambda name, kind, _: kind != "table" or name in METADATA.tables,
    process_revision_directives=given.get("directives"),
)
with context.begin_transaction():
    context.run_migrations()
