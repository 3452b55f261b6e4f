"""What all tables share: one MetaData, names of constraints, and types for two databases."""

from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

CONVENTION = {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_N_name)s",
              "pk": "pk_%(table_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s"}  # fmt: skip
METADATA = sa.MetaData(naming_convention=CONVENTION)


class Exact(TypeDecorator[Decimal]):
    """An exact decimal: NUMERIC on PostgreSQL, digits as text on SQLite, which has no exact decimal."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(sa.Numeric() if dialect.name == "postgresql" else sa.Text())

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else format(value, "f")

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


TYPES: dict[str, TypeEngine[Any]] = {
    "text": sa.Text(), "integer": sa.Integer(), "number": sa.Double(), "flag": sa.Boolean(), "day": sa.Date(),
    "decimal": Exact(), "json": sa.JSON().with_variant(JSONB(), "postgresql"),
}  # fmt: skip
