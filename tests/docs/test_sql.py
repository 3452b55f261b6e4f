"""SQL that a page shows is understood by a database that `opclaims load` has filled."""

import re
import sqlite3

import pytest

from maker import DOCS, ROOT

PAGE = (DOCS / "howto" / "database.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    sql = pytest.importorskip("pipeline.store.sql", reason="pip install 'opclaims[db]'")
    file = tmp_path_factory.mktemp("sql") / "claims.db"
    sql.load(ROOT / "corpus" / "gold" / "salt-flat-bargain.jsonl", f"sqlite:///{file}")
    connection = sqlite3.connect(file)
    yield connection
    connection.close()


@pytest.mark.parametrize("block", BLOCKS)
def test_sql_is_understood_and_finds_something(database, block):
    assert database.execute(block).fetchall()


def test_a_page_shows_some():
    assert BLOCKS
