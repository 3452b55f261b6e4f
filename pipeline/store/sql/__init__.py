"""Records → a database (SQLite, PostgreSQL), and questions to it. Needs the extra `db` (`postgres` for PostgreSQL).

    load("outputs", "sqlite:///outputs/claims.db")

Importing this room is what fails (MissingExtra, in a sentence) where SQLAlchemy or Alembic is not installed.
"""

from pipeline.store.missing import extra

with extra("db"):
    import alembic  # noqa: F401
    import sqlalchemy  # noqa: F401

from pipeline.store.sql.engine import BadTarget, engine_of
from pipeline.store.sql.load import Loaded, load
from pipeline.store.sql.reviewed import ReviewRow, write_reviews

__all__ = ["BadTarget", "Loaded", "ReviewRow", "engine_of", "load", "write_reviews"]
