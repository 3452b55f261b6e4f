"""Flat tables: every value survives, nothing becomes a formula, the bytes do not depend on what is installed."""

import csv
import io
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.record import (
    Amount,
    Attribution,
    CheckWorthiness,
    Claim,
    Converted,
    Date,
    Document,
    Entity,
    MadeBy,
    Modality,
    Polarity,
    Predicate,
    Role,
    Span,
    Sum,
    digest,
)
from pipeline.store import TABLES, csv_rows, flat_csv, frame, head, rows, to_csv

TEXT = 'The "Harbour Board" lost −$3m, at least, in 2019.'
GOLDEN = {
    "claims": '"op-1","c1",0,48,"The ""Harbour Board"" lost −$3m, at least, in 2019","The Harbour Board lost at least '
    '$3 million in 2019.",0,0,"body","fact","quantity","affirmed","asserted","author","","","","none","The Harbour Board",'
    '"lost","lose","past","active","","m1","d1","e1","","","","","","","","","","",0.75,"","2020-01-02","",'
    '"\'=HYPERLINK(""x"")"\n',
    "amounts": '"op-1","m1",25,39,"−$3m, at least","−$3m","-3000000","","-3000000","le","currency","USD",'
    '"unique_mark","","","down","sum","-2500000","","-2500000","EUR","0.833333","2019-12-31","","s1","c1"\n',
    "dates": '"op-1","d1",41,48,"in 2019","2019","date","in","2019-01-01","2019-12-31","year","",False,"2019","2019",'
    '"absolute","year","c1"\n',
    "sums": '"op-1","s1",25,39,"−$3m, at least","m1 m1","m1",False,"-6000000","","-6000000","-3000000","currency","USD",'
    '"at least","colon"\n',
    "entities": '"op-1","e1",5,18,"Harbour Board","ORG","\'@Harbour","","c1"\n',
}


def span(quote):
    start = TEXT.index(quote)
    return Span.of(TEXT, start, start + len(quote))


@pytest.fixture(scope="module")
def document():
    lost, board = span("lost"), span('The "Harbour Board"')
    claim = Claim(
        id="c1", span=Span.of(TEXT, 0, 48), fragments=(Span.of(TEXT, 0, 48),), sentence=0, paragraph=0, region="body",
        text="The Harbour Board lost at least $3 million in 2019.", kind="fact", facets=("quantity",), object=None,
        subject=Role(role="subject", span=board, text="The Harbour Board", head=span("Board")),
        predicate=Predicate(
            role="predicate", span=lost, text="lost", head=lost, lemma="lose", tense="past", voice="active"
        ),
        polarity=Polarity(value="affirmed"), modality=Modality(value="asserted"),
        attribution=Attribution(source_type="author"), amounts=("m1",), dates=("d1",), entities=("e1",),
        check_worthiness=CheckWorthiness(score=0.75),
    )  # fmt: skip
    amount = Amount(
        id="m1", span=span("−$3m, at least"), core=span("−$3m"), value=Decimal("-3E+6"), low=None,
        high=Decimal("-3E+6"), comparator="le", unit="currency", currency="USD", currency_basis="unique_mark",
        change="down", rule="sum", converted=Converted(
            value=Decimal("-2.5E+6"), low=None, high=Decimal("-2.5E+6"), currency="EUR", rate=Decimal("0.833333"),
            day=date(2019, 12, 31),
        ),
    )  # fmt: skip
    day = Date(
        id="d1", span=span("in 2019"), core=span("2019"), kind="date", relation="in", edtf="2019", timex="2019",
        grain="year", first=date(2019, 1, 1), last=date(2019, 12, 31), anchored_to="absolute", rule="year",
    )  # fmt: skip
    sum_ = Sum(
        id="s1", span=span("−$3m, at least"), parts=("m1", "m1"), total="m1", value=Decimal("-6E+6"), low=None,
        high=Decimal("-6E+6"), holds=False, cue=span("at least"), rule="colon",
    )  # fmt: skip
    return Document(
        id="op-1", sha256=digest(TEXT), title='=HYPERLINK("x")', published=date(2020, 1, 2), text=TEXT,
        made_by=MadeBy(version="0", model="none", config="0"), claims=(claim,), amounts=(amount,), dates=(day,), sums=(sum_,),
        entities=(Entity(id="e1", span=span("Harbour Board"), label="ORG", name="@Harbour"),),
    )  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_golden(table, document):
    header = ",".join(f'"{column.name}"' for column in TABLES[table])
    assert to_csv(table, [document]) == f"{header}\n{GOLDEN[table]}"


def test_frames_join_and_keep_their_types(document):
    claims, amounts = frame("claims", [document]), frame("amounts", [document])
    joined = amounts.merge(claims, left_on=["document", "claims"], right_on=["document", "id"])
    assert joined["text"].tolist() == ["The Harbour Board lost at least $3 million in 2019."]
    assert amounts["value"].tolist() == ["-3000000"]
    assert amounts["low"].tolist() == [None]
    assert amounts["quote"].tolist() == ["−$3m, at least"]
    assert (claims["start"].dtype, claims["confidence"].dtype) == (pd.Int64Dtype(), pd.Float64Dtype())


@pytest.mark.parametrize("table", TABLES)
def test_no_documents_no_rows(table):
    assert len(frame(table, [])) == 0
    assert to_csv(table, []).count("\n") == 1


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented_once(table):
    names = [column.name for column in TABLES[table]]
    assert len(set(names)) == len(names)
    assert all(column.meaning and re.fullmatch("[a-z_]+", column.name) for column in TABLES[table])


def armed_again(cell):
    return cell[1:] if re.match(r"''*[=+\-@\t\r\n＝＋－＠]", cell) else cell


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_cell_can_be_had_again_and_none_is_a_formula(any_document, data):
    document = data.draw(any_document)
    for table, columns in TABLES.items():
        written = to_csv(table, [document])
        (cells,) = list(csv.reader(io.StringIO(written, newline="")))[1:]
        (row,) = rows(table, document)
        for column, cell in zip(columns, cells, strict=True):
            value = row[column.name]
            if column.kind == "text":
                assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)
                assert armed_again(cell) == (value or "")
            elif column.kind == "number" and value is not None:
                assert float(cell) == value
            else:
                assert cell == ("" if value is None else str(value))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_pandas_reads_back_exact_digits_and_offsets(any_document, data):
    document = data.draw(any_document)
    again = pd.read_csv(
        io.StringIO(to_csv("amounts", [document]), newline=""), dtype=str, keep_default_na=False
    )
    (amount,) = document.amounts
    assert again["value"][0] == ("" if amount.value is None else format(amount.value, "f"))
    assert (int(again["start"][0]), int(again["end"][0])) == (amount.span.start, amount.span.end)


def test_batches_add_up(document):
    assert to_csv("claims", [document]) + to_csv("claims", [document], header=False) == to_csv(
        "claims", [document] * 2
    )


def test_pandas_is_imported_only_where_frames_are_made():
    code = "import sys, pipeline.store, pipeline.read; sys.exit('pandas' in sys.modules or 'spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_page_on_outputs_lists_every_column():
    page = (Path(__file__).parents[2] / "outputs" / "README.md").read_text(encoding="utf-8")
    for table, columns in TABLES.items():
        listed = page.partition("### All tables")[2].partition("###")[0]
        listed += page.partition(f"### {table}.csv")[2].partition("###")[0]
        wanted = [f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in columns]
        assert [line for line in listed.splitlines() if line.startswith("| `")] == wanted


def test_flat_records_have_numbers_as_numbers_and_harmless_texts():
    text = flat_csv(
        [
            {"n": 1, "share": 0.123456, "word": "=x", "none": None},
            {"n": None, "share": None, "word": "y", "none": None},
        ],
        ["n", "share", "word", "none"],
    )
    assert text == '"n","share","word","none"\n1,0.1235,"\'=x",""\n"","","y",""\n'
    assert flat_csv([], ["a", "b"]) == '"a","b"\n'


def test_rows_without_pandas_are_the_same_bytes(any_document):
    @given(any_document)
    def same(document):
        for table in TABLES:
            assert head(table) == to_csv(table, [])
            assert csv_rows(table, document) == to_csv(table, [document], header=False)

    same()
