"""`opclaims export` as a person uses it."""

import json

import pytest


@pytest.fixture
def found(here, opclaims):
    (here / "a.txt").write_text("Apples are dear.")
    opclaims("run", "a.txt", "--out", "outputs")
    return here / "outputs"


@pytest.mark.parametrize(
    ("format", "made"),
    [("csv", "csv/claims.csv"), ("tsv", "tsv/dates.tsv"), ("xlsx", "claims.xlsx"), ("parquet", "documents.parquet"),
     ("parquet-flat", "parquet/amounts.parquet"), ("jsonld", "claims.jsonld"), ("conll", "entities.conll"), ("tuples", "facts.tsv"),
     ("spacy", "documents.spacy")],
)  # fmt: skip
def test_every_format_lies_beside_the_records(found, opclaims, format, made):
    done = opclaims("export", "outputs", "--as", format)
    assert done.exit_code == 0, done.stderr
    assert (found / made).is_file()
    assert done.stderr == f"wrote 1 document to {found.name}/{made.split('/')[0]}\n"


def test_it_goes_where_it_is_told(here, found, opclaims):
    assert (
        opclaims("export", found / "documents.jsonl", "--as", "jsonld", "--out", "new/x.jsonld").exit_code
        == 0
    )
    assert (here / "new" / "x.jsonld").is_file()


def test_what_cannot_be_written_is_said_in_a_sentence(here, found, opclaims):
    done = opclaims("export", "outputs", "--as", "xlsx", "--out", "outputs")
    assert (done.exit_code, done.stderr) == (
        2,
        "opclaims: cannot write outputs: it is a folder, and xlsx is one file\n",
    )
    (here / "bad.jsonl").write_text("{}")
    done = opclaims("export", "bad.jsonl", "--as", "csv")
    assert done.exit_code == 1 and done.stderr.startswith("opclaims: bad.jsonl line 1: ")
    (here / "file").write_text("")
    done = opclaims("export", "outputs", "--as", "csv", "--out", "file")
    assert done.exit_code == 1 and done.stderr.count("\n") == 1


@pytest.mark.parametrize("format", ["conll", "spacy"])
def test_what_needs_the_text_says_so(here, found, opclaims, format):
    record = json.loads((found / "documents.jsonl").read_text(encoding="utf-8"))
    (here / "bare.jsonl").write_text(json.dumps(record | {"text": None}), encoding="utf-8")
    done = opclaims("export", "bare.jsonl", "--as", format)
    assert done.exit_code == 1 and "was written without its text" in done.stderr
    assert not (here / "entities.conll").exists() and not (here / "documents.spacy").exists()


def test_a_format_that_there_is_not(found, opclaims):
    assert opclaims("export", "outputs", "--as", "docx").exit_code == 2


def test_a_file_where_a_folder_is_wanted_is_said(here, found, opclaims):
    (here / "notes.txt").write_text("Keep me.")
    done = opclaims("export", "outputs", "--as", "csv", "--out", "notes.txt")
    assert (done.exit_code, done.stderr) == (1, "opclaims: notes.txt: is a file, where a folder is wanted\n")
    assert (here / "notes.txt").read_text() == "Keep me."


@pytest.mark.parametrize("format", ["spacy", "csv", "xlsx"])
def test_a_place_that_is_none_is_named_as_it_was_given(here, found, opclaims, format):
    (here / "notes.txt").write_text("Keep me.")
    done = opclaims("export", "outputs", "--as", format, "--out", "notes.txt/x")
    assert done.exit_code == 1
    assert (
        done.stderr.startswith("opclaims: notes.txt/x: cannot be written (") and done.stderr.count("\n") == 1
    )


@pytest.mark.parametrize("to", ["outputs/documents.jsonl", "link.jsonl"])
def test_it_does_not_take_the_place_of_the_records(here, found, opclaims, to):
    (here / "link.jsonl").symlink_to("outputs/documents.jsonl")
    before = (here / "outputs" / "documents.jsonl").read_bytes()
    done = opclaims("export", "outputs", "--as", "conll", "--out", to)
    assert (done.exit_code, done.stderr) == (2, f"opclaims: cannot write {to}: that is what is read\n")
    assert (here / "outputs" / "documents.jsonl").read_bytes() == before
