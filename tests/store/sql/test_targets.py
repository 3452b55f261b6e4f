"""Databases that cannot be used: one sentence each, and what was there is as it was."""

import resource
import shutil
import sqlite3
import subprocess
import sys

import pytest

from pipeline.store import BadRecord
from pipeline.store.missing import MissingExtra
from pipeline.store.sql import BadTarget, engine_of, load
from pipeline.store.sql.query import ask


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("claims.db", "'claims.db' is no database URL; one looks like sqlite:///claims.db"),
        ("", "'' is no database URL; one looks like sqlite:///outputs/claims.db"),
        ("mysql://localhost/claims", r"mysql is not supported: take sqlite:///FILE or postgresql\+psycopg://HOST/NAME"),
        ("duckdb:///claims.duckdb", "duckdb is not supported"),
        ("oops+psycopg://x/y", "oops is not supported"),
        ("sqlite:///.", ". is a folder, not a database"),
        ("postgresql+psycopg://u:geheim@127.0.0.1:1/x", r"postgresql\+psycopg://u:\*\*\*@127.0.0.1:1/x: connection failed"),
    ],
)  # fmt: skip
def test_a_url_that_cannot_be_used_is_said_in_a_sentence(records, document, url, said):
    with pytest.raises(BadTarget, match=said) as error:
        load(records(document()), url, wait=2)
    assert "\n" not in str(error.value) and "geheim" not in str(error.value)


def test_a_wrong_password_is_not_told(new_postgres, records, document):
    with pytest.raises(BadTarget, match="password authentication failed") as error:
        load(records(document()), new_postgres().replace("s3cret-in-tests", "geheim"))
    assert "geheim" not in str(error.value) and "\n" not in str(error.value)


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path, records, document):
    path = tmp_path / "notes.txt"
    path.write_text("Just words. " * 500)
    with pytest.raises(BadTarget, match="the file is no SQLite database"):
        load(records(document()), f"sqlite:///{path}")
    assert path.read_text() == "Just words. " * 500


def test_records_that_are_not_there_make_no_database(tmp_path):
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "nothing.jsonl", f"sqlite:///{tmp_path / 'x.db'}")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_holds_no_records_makes_no_database(tmp_path):
    (tmp_path / "notes.md").write_text("\n# Notes\n")
    with pytest.raises(BadRecord, match=r"notes\.md line 2: no record"):
        load(tmp_path / "notes.md", f"sqlite:///{tmp_path / 'x.db'}")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


@pytest.mark.parametrize("line", [b'{"id": "a"}', b'{"id": "a", "sha'])
def test_records_that_are_all_broken_make_no_database(tmp_path, line):
    (tmp_path / "documents.jsonl").write_bytes((line + b"\n") * 2)
    done = load(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")
    assert [each.where[-6:] for each in done.failures] == ["line 1", "line 2"]
    assert [path.name for path in tmp_path.iterdir()] == ["documents.jsonl"]


def test_an_empty_file_makes_no_database(tmp_path):
    (tmp_path / "documents.jsonl").touch()
    with pytest.raises(BadRecord, match="holds no records"):
        load(tmp_path, f"sqlite:///{tmp_path / 'x.db'}")
    assert [path.name for path in tmp_path.iterdir()] == ["documents.jsonl"]


def test_a_file_that_is_no_database_is_named_as_it_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "not.db").write_text("Just words. " * 500)
    with pytest.raises(BadTarget) as error:
        ask("money", "sqlite:///not.db")
    assert str(error.value) == "sqlite:///not.db: the file is no SQLite database"


def test_looking_leaves_no_file_behind(tmp_path, records, document):
    folder = records(document("a"))
    load(folder, f"sqlite:///{tmp_path / 'x.db'}")
    load(folder, f"sqlite:///{tmp_path / 'x.db'}", dry_run=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["found", "x.db"]


def test_a_database_that_somebody_else_holds(tmp_path, records, document):
    path = tmp_path / "x.db"
    load(records(document("a")), f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(
        BadTarget, match="another program is writing to it and did not finish in time; load again later"
    ):
        load(records(document("b")), f"sqlite:///{path}", wait=0.1)
    other.execute("ROLLBACK")
    assert load(records(document("b")), f"sqlite:///{path}").documents == {"added": 1}
    other.close()


def test_a_document_that_somebody_else_holds(new_postgres, records, document):
    url = new_postgres()
    load(records(document("a")), url)
    engine = engine_of(url)
    with engine.begin() as other:
        other.exec_driver_sql("LOCK TABLE claims IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(BadTarget, match="lock timeout"):
            load(records(document("a", "Chad fell.")), url, wait=0.2)
    engine.dispose()
    assert load(records(document("a", "Chad fell.")), url).documents == {"replaced": 1}


def test_a_database_that_may_only_be_read(new_url, records, document):
    url = new_url()
    load(records(document("a")), url)
    if url.startswith("sqlite"):
        only = url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    else:
        only = url + "?options=-cdefault_transaction_read_only%3Don"
    with pytest.raises(BadTarget, match=r"may only be read|read-only transaction"):
        load(records(document("a", "Chad fell.")), only)
    assert load(records(document("a")), url).documents == {"unchanged": 1}


def test_a_full_disk_leaves_what_was_there(tmp_path, records, document):
    """The kernel refuses files beyond a size, as a full disk would."""
    path = tmp_path / "x.db"
    long = "Norway paid $3 million. " * 200
    small = records(document("a"), name="small")
    large = records(*(document(name, long) for name in "abcdefgh"), name="large")
    load(small, f"sqlite:///{path}")
    code = (
        "import sys, resource\n"
        "from pipeline.store.sql import load, BadTarget\n"
        f"limit = {path.stat().st_size + 200_000}\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))\n"
        "try:\n    load(sys.argv[1], sys.argv[2])\n"
        "except BadTarget as error:\n    sys.exit(str(error))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(large), f"sqlite:///{path}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "what was there is as it was" in done.stderr and done.stderr.count("\n") == 1
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    shutil.copy(path, tmp_path / "copy.db")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        kept = connection.execute("SELECT document, max(revision), claims FROM ledger GROUP BY 1").fetchall()
        for name, _, claims in kept:
            assert connection.execute(
                "SELECT count(*) FROM claims WHERE document = ?", (name,)
            ).fetchone() == (claims,)
    assert load(large, f"sqlite:///{path}").failures == []


def test_a_missing_driver_is_said_with_how_to_get_it(records, document, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(
        MissingExtra, match=r"^psycopg is not installed: python -m pip install 'opclaims\[postgres\]'$"
    ):
        load(records(document()), "postgresql+psycopg://127.0.0.1/x")


def test_without_sqlalchemy_a_sentence_says_what_to_install(tmp_path):
    code = (
        "import sys\nsys.modules['sqlalchemy'] = None\n"
        "from pipeline.store.missing import MissingExtra\n"
        "try:\n    import pipeline.store.sql\n"
        "except MissingExtra as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "sqlalchemy is not installed: python -m pip install 'opclaims[db]'\n"


def test_a_server_that_keeps_no_utf8_is_refused(server, records, document):
    import psycopg

    plain = server.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(BadTarget, match="keeps text as LATIN1"):
        load(records(document()), server.rsplit("/", 1)[0] + "/latin")


def test_a_file_that_is_removed_meanwhile_is_not_called_loaded(tmp_path, records, document):
    file = tmp_path / "claims.db"
    with pytest.raises(BadTarget, match=r"claims\.db was removed while it was written to: load again$"):
        load(records(document()), f"sqlite:///{file}", progress=lambda _: file.unlink())
