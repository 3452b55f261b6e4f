"""What nobody touched comes back as it went out, in every format."""

from pathlib import Path

import pytest

from pipeline.exchange import FORMATS, as_gold, carries, unfold
from pipeline.exchange.changes import collapsed
from pipeline.exchange.gaps import closed, opened
from pipeline.store import line

ROOT = Path(__file__).parents[2]


def test_gold_comes_back_the_same(exchange, gold):
    exchange.send(*gold)
    back = {one.id: one for one in exchange.fetch(*gold)}
    assert [line(back[one.id]) for one in gold] == [line(one) for one in gold]
    assert all(back[one.id] is one for one in gold)


def test_emoji_gaps_and_crlf_come_back_the_same(exchange, emoji):
    assert exchange.back(emoji) is emoji


def test_the_same_record_gives_the_same_bytes(exchange, emoji, through):
    other = through(exchange.format)
    exchange.send(emoji)
    other.room.mkdir()
    other.send(emoji)
    made = {path.name: path.read_bytes() for path in exchange.room.iterdir() if path.is_file()}
    assert made == {path.name: path.read_bytes() for path in other.room.iterdir()}


def test_nothing_is_annotated_where_nothing_went_out(exchange):
    exchange.send()
    assert exchange.fetch() == []


def test_a_page_without_an_id_is_known_by_its_text(through, emoji, gold):
    there = through("doccano")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    path.write_text(
        path.read_text(encoding="utf-8").replace('"opclaims_document": "emoji", ', ""), encoding="utf-8"
    )
    assert there.fetch(*gold, emoji) == [emoji]


def test_a_page_with_another_id_is_known_by_its_text(through, emoji, gold):
    there = through("inception")
    there.room.mkdir()
    there.send(emoji)
    (path,) = there.files
    xmi = path.read_text(encoding="utf-8")
    path.with_name("ann.xmi").write_text(
        xmi.replace('documentId="emoji"', 'documentId="ann.xmi"'), encoding="utf-8"
    )
    path.unlink()
    assert there.fetch(*gold, emoji) == [emoji]


def test_the_example_is_gold(emoji):
    assert as_gold(emoji, "ann") == (emoji, [])


def test_marks_without_gaps_find_their_pieces_again(gold, emoji):
    for document in (*gold, emoji):
        sheet = unfold(document).sheet
        flat = closed(sheet)
        assert all(len(mark.pieces) == 1 for mark in flat.marks)
        assert {m.id: m for m in opened(flat).marks} == {m.id: m for m in sheet.marks}
        assert set(opened(flat).links) == set(sheet.links)


def test_what_two_claims_share_is_one_mark(gold):
    sheet = unfold(gold[0]).sheet
    roles = sum(2 + (c.subject is not None) + (c.object is not None) for c in gold[0].claims)
    assert len([m for m in sheet.marks if m.type in ("subject", "predicate", "object")]) < roles
    assert len(collapsed(sheet).marks) <= len(sheet.marks)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_a_row(format):
    assert carries()[format].says
    assert set(carries()) == set(FORMATS)


@pytest.mark.parametrize("id", [".", "..", "../up", "a/b", "a b|é", "😀"])
def test_no_id_leads_out_of_the_folder(exchange, emoji, id):
    named = emoji.model_copy(update={"id": id})
    deep = type(exchange)(exchange.room / "in" / "out", exchange.format)
    deep.room.parent.mkdir()
    assert deep.back(named) == named
    assert [path.name for path in exchange.room.rglob("*") if path.parent != deep.room] == ["in", "out"]


def test_the_page_for_users_says_what_the_table_says():
    page = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    rows = {
        cells[0].strip(" `"): cells
        for line in page.splitlines()
        if (cells := line.strip("|").split("|"))[0].startswith(" `")
    }
    for format, held in carries().items():
        gaps, ids, fields, links, unit = (cell.strip() for cell in rows[format][1:6])
        assert (gaps == "yes", ids == "yes", links == "yes") == (held.gaps, held.ids, held.links)
        assert (fields in ("yes", "unseen"), unit) == (held.fields, held.unit)
