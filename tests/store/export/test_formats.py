"""Each format is read back by those who use it: pandas, DuckDB, openpyxl, rdflib, pyld, spaCy, csv."""

import csv
import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal

import duckdb
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyld import jsonld
from spacy.training.converters import conll_ner_to_docs

from pipeline.record import Document, digest
from pipeline.store import TABLES, rows, to_frame
from pipeline.store.export import FORMATS, Unfit, export
from pipeline.store.export.conll import paragraphs
from pipeline.store.missing import MissingExtra

SCHEMA = rdflib.Namespace("https://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


@pytest.mark.parametrize(("name", "sep"), [("csv", ","), ("tsv", "\t")])
def test_separated_values(documents, tmp_path, name, sep):
    export(iter(documents), name, tmp_path / "out")
    for table, columns in TABLES.items():
        with (tmp_path / "out" / f"{table}.{name}").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter=sep)
            found = list(reader)
        expected = [row for document in documents for row in rows(table, document)]
        assert reader.fieldnames == [column.name for column in columns] and len(found) == len(expected)
        assert [row["id"] for row in found] == [row["id"] for row in expected]
        frame = pd.read_csv(tmp_path / "out" / f"{table}.{name}", sep=sep, dtype=str)
        assert list(frame["quote"]) == [row["quote"] for row in expected]


@pytest.mark.parametrize(("name", "sep"), [("csv", ","), ("tsv", "\t")])
def test_no_cell_of_separated_values_is_a_formula(formula, tmp_path, name, sep):
    export([formula], name, tmp_path)
    for table in TABLES:
        with (tmp_path / f"{table}.{name}").open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter=sep):
                assert not [
                    cell for cell in row if cell[:1] in "=+-@\t\r" and cell and not cell[1:].isdecimal()
                ]


def test_a_workbook(documents, tmp_path):
    export(documents, "xlsx", tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == list(TABLES)
    for table, columns in TABLES.items():
        lines = list(book[table].values)
        assert list(lines[0]) == [column.name for column in columns]
        expected = [row for document in documents for row in rows(table, document)]
        assert len(lines) == len(expected) + 1
        for line, row in zip(lines[1:], expected, strict=True):
            for cell, column in zip(line, columns, strict=True):
                value = row[column.name]
                if value is None or column.kind == "text":
                    assert cell == value
                elif column.kind == "decimal":
                    assert Decimal(str(cell)) == Decimal(value)
                elif column.kind == "day":
                    assert (
                        cell.date() if isinstance(cell, dt.datetime) else dt.date.fromisoformat(cell)
                    ) == dt.date.fromisoformat(value)
                else:
                    assert cell == value


def test_no_cell_of_a_workbook_is_a_formula_and_texts_are_as_they_were(formula, tmp_path):
    export([formula], "xlsx", tmp_path / "x.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx"):
        for line in sheet.iter_rows(min_row=2):
            for cell in line:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                assert cell.data_type != "s" or cell.quotePrefix
    names = openpyxl.load_workbook(tmp_path / "x.xlsx")["entities"]["G"][1:]
    assert {cell.value for cell in names} == {'=HYPERLINK("http://x.example","y")'}


def test_a_workbook_keeps_long_figures_and_early_days_exact(documents, tmp_path):
    amount = documents[0].amounts[0].model_copy(update={"value": Decimal("12345678901234567890.5")})
    date = (
        documents[0].dates[0].model_copy(update={"first": dt.date(1789, 7, 14), "last": dt.date(2024, 2, 29)})
    )
    export(
        [documents[0].model_copy(update={"amounts": (amount,), "dates": (date,)})],
        "xlsx",
        tmp_path / "x.xlsx",
    )
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    columns = [column.name for column in TABLES["amounts"]]
    assert book["amounts"].cell(2, columns.index("value") + 1).value == "12345678901234567890.5"
    columns = [column.name for column in TABLES["dates"]]
    assert book["dates"].cell(2, columns.index("first") + 1).value == "1789-07-14"
    assert book["dates"].cell(2, columns.index("last") + 1).value == dt.datetime(2024, 2, 29)


def test_of_names_that_overlap_the_longest_is_tagged():
    text = "Ana Lima Fund grew."
    names = [
        {
            "id": "e1",
            "span": {"start": 0, "end": 8, "text": "Ana Lima"},
            "label": "PERSON",
            "name": "Ana Lima",
        },
        {
            "id": "e2",
            "span": {"start": 4, "end": 13, "text": "Lima Fund"},
            "label": "ORG",
            "name": "Lima Fund",
        },
    ]
    made_by = {"version": "0", "model": "none", "config": "0"}
    document = Document.model_validate(
        {"id": "t", "sha256": digest(text), "text": text, "made_by": made_by, "entities": names}
    )
    (lines,) = paragraphs(document)
    assert [(token, tag) for token, _, _, tag in lines] == [
        ("Ana", "O"), ("Lima", "B-ORG"), ("Fund", "I-ORG"), ("grew", "O"), (".", "O"),
    ]  # fmt: skip


def test_days_are_days_from_march_1900_on(documents, tmp_path):
    """Programs that open a workbook number the days before it in two ways."""
    day = (
        documents[0].dates[0].model_copy(update={"first": dt.date(1900, 2, 28), "last": dt.date(1900, 3, 1)})
    )
    export([documents[0].model_copy(update={"dates": (day,)})], "xlsx", tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["dates"]
    columns = [column.name for column in TABLES["dates"]]
    first, last = (sheet.cell(2, columns.index(name) + 1).value for name in ("first", "last"))
    assert (first, last) == ("1900-02-28", dt.datetime(1900, 3, 1))


def test_a_text_too_long_for_a_cell_is_refused_in_a_sentence(documents, tmp_path):
    claim = documents[0].claims[0].model_copy(update={"text": "x" * 40_000})
    long = documents[0].model_copy(update={"claims": (claim,)})
    with pytest.raises(
        Unfit, match=r"^document rice-and-promises: its text is longer than the 32,767 characters of a cell$"
    ):
        export([long], "xlsx", tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_nested_parquet_is_the_record(documents, tmp_path):
    export(documents, "parquet", tmp_path / "x.parquet")
    back = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [Document.model_validate(row) for row in back] == documents
    table = pd.read_parquet(tmp_path / "x.parquet")
    assert list(table["id"]) == [document.id for document in documents]


def test_duckdb_asks_nested_and_flat_parquet(documents, tmp_path):
    export(documents, "parquet", tmp_path / "x.parquet")
    export(documents, "parquet-flat", tmp_path / "flat")
    claims = sum(len(document.claims) for document in documents)
    nested = f"SELECT count(*) FROM (SELECT unnest(claims) FROM '{tmp_path}/x.parquet')"
    assert duckdb.sql(nested).fetchall() == [(claims,)]
    money = sum(
        amount.value for d in documents for amount in d.amounts if amount.currency == "USD" and amount.value
    )
    flat = f"SELECT sum(value) FROM '{tmp_path}/flat/amounts.parquet' WHERE currency = 'USD'"
    assert duckdb.sql(flat).fetchall() == [(money,)]
    joined = (
        f"SELECT count(*) FROM '{tmp_path}/flat/claims.parquet' c JOIN '{tmp_path}/flat/dates.parquet' d"
        " ON d.document = c.document AND list_contains(string_split(c.dates, ' '), d.id)"
    )
    assert duckdb.sql(joined).fetchall() == [(sum(len(c.dates) for d in documents for c in d.claims),)]


def test_flat_parquet_in_pandas(documents, tmp_path):
    export(documents, "parquet-flat", tmp_path)
    frame = pd.read_parquet(tmp_path / "amounts.parquet", dtype_backend="pyarrow")
    values = [amount.value for document in documents for amount in document.amounts]
    assert [None if pd.isna(value) else value for value in frame["value"]] == values
    schema = pq.read_schema(tmp_path / "amounts.parquet")
    assert str(schema.field("value").type) == "decimal128(38, 9)"
    assert schema.field("value").metadata == {b"meaning": b"the figure, in units of `unit`"}


@pytest.mark.parametrize("format", ["parquet", "parquet-flat"])
def test_a_figure_too_long_for_parquet_is_refused_in_a_sentence(documents, tmp_path, format):
    amount = documents[0].amounts[0].model_copy(update={"value": Decimal(10) ** 40})
    with pytest.raises(
        Unfit, match=r"^document rice-and-promises: its amount m1 holds what Parquet does not: "
    ):
        export([documents[0].model_copy(update={"amounts": (amount,)})], format, tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_json_ld_is_claims_and_annotations(documents, tmp_path):
    export(documents, "jsonld", tmp_path / "x.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "x.jsonld", format="json-ld")
    texts = {document.id: document.text for document in documents}
    claims = list(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert len(claims) == sum(len(document.claims) for document in documents)
    notes = list(graph.subjects(rdflib.RDF.type, OA.Annotation))
    assert {graph.value(note, OA.hasBody) for note in notes} == set(claims) and len(notes) == len(claims)
    for note in notes:
        target = graph.value(note, OA.hasTarget)
        text = texts[str(graph.value(target, OA.hasSource)).rpartition(":")[2]]
        place, words = sorted(
            graph.objects(target, OA.hasSelector), key=lambda node: graph.value(node, OA.exact) or ""
        )
        start, end = int(graph.value(place, OA.start)), int(graph.value(place, OA.end))
        assert text[start:end] == str(graph.value(words, OA.exact))
        assert text[:start].endswith(str(graph.value(words, OA.prefix)))
        assert text[end:].startswith(str(graph.value(words, OA.suffix)))
    kinds = graph.query(
        "SELECT (count(?c) AS ?n) WHERE { ?c <urn:opclaims:vocabulary#kind> 'recommendation' }"
    )
    assert [int(row.n) for row in kinds] == [
        sum(c.kind == "recommendation" for d in documents for c in d.claims)
    ]


def test_json_ld_can_be_expanded_without_a_network(documents, tmp_path):
    export(documents[:1], "jsonld", tmp_path / "x.jsonld")
    whole = json.loads((tmp_path / "x.jsonld").read_text(encoding="utf-8"))
    expanded = jsonld.expand(whole)  # raises where a context would have to be fetched
    kinds = [kind for node in expanded for kind in node["@type"]]
    assert (
        kinds.count("https://schema.org/Claim") == kinds.count(f"{OA}Annotation") == len(documents[0].claims)
    )
    money = [
        node
        for each in expanded
        for node in each.get("https://schema.org/mentions", [])
        if "https://schema.org/currency" in node
    ]
    assert {"@type": "http://www.w3.org/2001/XMLSchema#decimal", "@value": "2800000000"} in [
        value for node in money for value in node.get("https://schema.org/value", [])
    ] or money
    compacted = jsonld.compact(expanded, whole["@context"])
    assert len(compacted["@graph"]) == len(whole["@graph"])


def test_columns_are_read_by_spacy(documents, tmp_path):
    export(documents, "conll", tmp_path / "x.conll")
    text = (tmp_path / "x.conll").read_text(encoding="utf-8")
    docs = list(conll_ner_to_docs(text, no_print=True))
    assert len(docs) == len(documents)
    for doc, document in zip(docs, documents, strict=True):
        known = {(entity.span.text, entity.label) for entity in document.entities}
        found = {("".join(ent.text.split()), ent.label_) for ent in doc.ents}
        assert found <= {("".join(words.split()), label) for words, label in known}
        assert len(doc.ents) >= 0.9 * len(known)


def test_columns_keep_offsets(documents):
    for document in documents:
        for paragraph in paragraphs(document):
            for token, start, end, _ in paragraph:
                assert document.text[start:end] == token
        tags = [
            (start, tag)
            for paragraph in paragraphs(document)
            for _, start, _, tag in paragraph
            if tag[0] == "B"
        ]
        assert set(tags) <= {(entity.span.start, f"B-{entity.label}") for entity in document.entities}


def fits(document):
    """Every figure, those of sums and conversions too, in 38 digits with nine behind the point."""
    held = [*document.amounts, *document.sums, *(a.converted for a in document.amounts if a.converted)]
    figures = [value for one in held for value in (one.value, one.low, one.high) if value is not None]
    figures += [a.converted.rate for a in document.amounts if a.converted]
    return all(abs(value) < 10**29 and value == round(value, 9) for value in figures)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_document_goes_through_every_format(tmp_path, any_document, data):
    """`csv` and the tables have properties of their own in tests/store/test_tables.py."""
    document = data.draw(any_document.filter(lambda d: d.text is not None))
    if fits(document):
        export([document], "parquet", tmp_path / "parquet")
        (back,) = pq.read_table(tmp_path / "parquet").to_pylist()
        assert Document.model_validate(back) == document
    else:
        with pytest.raises(Unfit):
            export([document], "parquet", tmp_path / "parquet")
    export([document], "jsonld", tmp_path / "jsonld")
    assert (
        json.loads((tmp_path / "jsonld").read_text(encoding="utf-8"))["@graph"][1]["text"]
        == document.claims[0].text
    )
    export([document], "conll", tmp_path / "conll")
    lines = [line.split(" ") for line in (tmp_path / "conll").read_text(encoding="utf-8").split("\n") if line]
    assert all(len(line) == 4 for line in lines)


def test_the_same_records_give_the_same_bytes(documents, tmp_path):
    for name, format in FORMATS.items():
        for turn in ("one", "two"):
            export(documents, name, tmp_path / turn / name)
        if not format.folder:
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_what_fails_half_way_leaves_what_was_there(documents, tmp_path):
    export(documents[:1], "conll", tmp_path / "x.conll")
    before = (tmp_path / "x.conll").read_bytes()
    with pytest.raises(Unfit, match="document rent-islands was written without its text, which CoNLL needs"):
        export([documents[0], documents[1].model_copy(update={"text": None})], "conll", tmp_path / "x.conll")
    assert (tmp_path / "x.conll").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["x.conll"]


@pytest.mark.parametrize(("format", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_library_is_said_with_how_to_get_it(documents, tmp_path, monkeypatch, format, library):
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"pipeline.store.export.{format}", raising=False)
    with pytest.raises(
        MissingExtra, match=rf"^{library} is not installed: python -m pip install 'opclaims\[{format}\]'$"
    ):
        export(documents, format, tmp_path / "x")


FRAME = """
import sys
if sys.argv[2] == "without":
    sys.modules["pyarrow"] = None
from pipeline.store import read, to_frame
frames = to_frame(read(sys.argv[1]))
for table, frame in frames.items():
    print(table, {name: str(dtype) for name, dtype in frame.dtypes.items()}, len(frame))
amounts = frames["amounts"]
print(type(amounts["value"].dropna().iloc[0]).__name__, amounts["currency"].isna().sum(), frames["dates"]["first"].min())
merged = frames["claims"].merge(frames["entities"], on="document", suffixes=("", "_entity"))
print(merged["quote"].str.len().sum())
"""


def test_frames_are_the_same_with_and_without_pyarrow(documents, tmp_path):
    from pipeline.store import write

    write(documents, tmp_path / "x.jsonl")
    out = [
        subprocess.run(
            [sys.executable, "-c", FRAME, str(tmp_path / "x.jsonl"), how],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for how in ("with", "without")
    ]
    assert out[0] == out[1]
    assert (
        "'start': 'Int64'" in out[0]
        and "'quote': 'string'" in out[0]
        and "'first': 'datetime64[s]'" in out[0]
    )
    assert "'approximate': 'boolean'" in out[0] and "Decimal" in out[0]


def test_frames_without_rows_have_their_columns(documents):
    empty = to_frame([])
    full = to_frame(documents)
    for table in TABLES:
        assert list(empty[table].columns) == list(full[table].columns)
        assert list(map(str, empty[table].dtypes)) == list(map(str, full[table].dtypes))
