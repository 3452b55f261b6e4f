import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from pipeline.page.segments import Mark, blocks, cut, lanes, marks, pieces_of


@st.composite
def marked(draw):
    text = draw(st.text(min_size=1, max_size=60))
    edge = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edge, edge), max_size=12))
    return text, [
        Mark("claim", str(n), min(pair), max(pair)) for n, pair in enumerate(pairs) if pair[0] != pair[1]
    ]


@settings(deadline=None)
@given(marked())
def test_the_pieces_give_the_text_back_and_each_mark_covers_exactly_its_own(case):
    text, found = case
    pieces = cut(text, found)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text == text[piece.start : piece.end] for piece in pieces)
    for mark in found:
        covered = "".join(piece.text for piece in pieces if mark in piece.marks)
        assert covered == text[mark.start : mark.end]
        assert sum(mark in piece.opens for piece in pieces) == 1


@settings(deadline=None)
@given(st.text(alphabet="ab \n\r\t\u2028\u00a0🚢", max_size=80))
def test_blocks_give_any_text_back(document, text):
    bare = document.model_copy(
        update={"text": text, "claims": (), "amounts": (), "dates": (), "entities": ()}
    )
    found = blocks(bare)
    assert "".join(piece.text for block in found for piece in block.segments) == text
    assert all(block.text.strip() == "" for block in found if block.gap)
    assert [block.start for block in found[1:]] == [block.end for block in found[:-1]]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        (
            "A text that\nis wrapped by hand\nat thirty.\n\nTwo.",
            ["A text that\nis wrapped by hand\nat thirty.", "Two."],
        ),
        ("long " * 30 + "\r\nTwo.\n", ["long " * 30, "Two."]),
    ],
)
def test_paragraphs(document, text, paragraphs):
    bare = document.model_copy(
        update={"text": text, "claims": (), "amounts": (), "dates": (), "entities": ()}
    )
    assert [block.text for block in blocks(bare) if not block.gap] == paragraphs


def test_every_claim_amount_date_and_named_entity_is_marked_where_it_stands(document):
    found = {(mark.layer, mark.key): mark for mark in marks(document) if mark.part == 0}
    for layer, items in (
        ("amount", document.amounts),
        ("date", document.dates),
        ("entity", document.entities),
    ):
        for item in items:
            mark = found[layer, item.id]
            assert document.text[mark.start : mark.end] == item.span.text
    for claim in document.claims:
        assert found["claim", claim.id].start == pieces_of(claim)[0].start
    assert ("source", "c6") in found
    assert ("cue", "c8") in found


def test_a_borrowed_fragment_is_a_part_of_its_claim(document):
    parts = [mark for mark in marks(document) if mark.key == "c4"]
    assert [(mark.part, document.text[mark.start : mark.end]) for mark in parts] == [
        (0, "totals reaching"),
        (1, "€350 million in grants"),
    ]


def test_claims_that_overlap_never_share_a_lane(document):
    chosen = lanes(document.claims)
    assert chosen["c2"] != chosen["c1"]
    for piece in (piece for block in blocks(document) for piece in block.segments):
        here = [chosen[mark.key] for mark in piece.of("claim")]
        assert len(here) == len(set(here))


def test_lanes_stay_low_where_nothing_overlaps(document):
    chosen = lanes(document.claims)
    assert {chosen[key] for key in ("c5", "c6", "c8", "c9", "d0", "da", "db")} == {0}
