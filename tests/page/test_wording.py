import hypothesis.strategies as st
from hypothesis import given, settings

from pipeline.page.wording import wording
from pipeline.record import Edit, Span

HERE = (Span(start=0, end=4, text="here"),)


def edited(claim, text, *edits):
    made = tuple(Edit(op=op, text=words, source=HERE, reason="coreference") for op, words in edits)
    return claim.model_copy(update={"text": text, "edits": made})


def filled(claim):
    return [piece.text for piece in wording(claim) if piece.edit]


def test_words_that_were_filled_in_are_told_apart(document):
    claim = edited(
        document.claims[0],
        "Our fishermen deserve an answer in 1998.",
        ("replace", "our fishermen"),
        ("insert", "in 1998"),
    )
    assert [piece.text for piece in wording(claim)] == [
        "Our fishermen",
        " deserve an answer ",
        "in 1998",
        ".",
    ]
    assert filled(claim) == ["Our fishermen", "in 1998"]


def test_what_has_no_single_place_is_left_alone(document):
    claim = document.claims[0]
    assert filled(edited(claim, "Norland told Norland.", ("replace", "Norland"))) == []
    assert filled(edited(claim, "They fell.", ("delete", "fell"))) == []
    assert filled(edited(claim, "The island was sold.", ("insert", "is"))) == []
    assert filled(edited(claim, "A port is open.", ("insert", "port is"), ("insert", "is open"))) == [
        "port is"
    ]


@settings(deadline=None)
@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=6), max_size=5))
def test_the_pieces_give_the_text_back(document, text, inserted):
    claim = edited(document.claims[0], text, *(("insert", words) for words in inserted))
    assert "".join(piece.text for piece in wording(claim)) == text
