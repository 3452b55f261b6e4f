"""The claim standing alone: text, edits, fragments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gold.frame import alone, fragments, pieces
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.gold.rewrite import finished

TEXT = "The ministry has plans. It cut aid and, she said, sold boats; they have sunk."
SOURCE = Source.of(TEXT)


def rewrite(span, text, *, asks=False):
    own = pieces(SOURCE, span, 1)
    return own, alone(SOURCE, text, 1, own, asks=asks)


def edits(done):
    return [(e.op, e.text, [s.text for s in e.source], e.reason) for e in done.edits]


def test_without_a_change_it_is_the_span_made_a_sentence():
    _, done = rewrite("sold boats", None)
    assert (done.text, done.edits) == ("Sold boats.", ())


def test_replacements_come_from_where_their_words_stand():
    _, done = rewrite("It cut aid", "<It => The ministry> cut aid")
    assert done.text == "The ministry cut aid."
    assert edits(done) == [("replace", "The ministry", ["The ministry"], "coreference")]
    assert done.edits[0].source[0].start == 0


def test_insertions_lend_fragments_and_agreement_has_its_own_word_as_source():
    own, done = rewrite("sold boats", "<+ The ministry | elided | It> sold boats")
    assert edits(done) == [("insert", "The ministry", ["It"], "elided_argument")]
    assert [TEXT[a:b] for a, b in fragments(SOURCE, None, 1, own, done.edits)] == ["It", "sold boats"]
    assert [TEXT[a:b] for a, b in fragments(SOURCE, ["It cut"], 1, own, done.edits)] == [
        "It cut",
        "sold boats",
    ]
    _, done = rewrite("they have sunk", "<they => The boat | coref | boats> <have => has> sunk")
    assert done.text == "The boat has sunk."
    assert edits(done)[1] == ("replace", "has", ["have"], "coreference")
    _, done = rewrite("they have sunk", "<- they | shared_p> have sunk")
    assert edits(done) == [("delete", "they", ["they"], "shared_predicate")]


def test_a_gap_makes_two_pieces():
    own, done = rewrite("It cut aid and [...] sold boats", None)
    assert [TEXT[a:b] for a, b in own] == ["It cut aid and", "sold boats"]
    assert done.text == "It cut aid and sold boats."


@pytest.mark.parametrize(
    ("span", "text", "said"),
    [
        ("It cut aid", "The ministry cut aid", "mark every change"),
        ("It cut aid", "<It -> The ministry> cut aid", "is none of <old => new>"),
        ("It cut aid", "<It => The ministry | because> cut aid", "'because' is no reason"),
        ("It cut aid", "<It => The ministry | shared> cut aid", "'shared' is no reason"),
        (
            "It cut aid",
            "<It => The navy> cut aid",
            "'The navy' does not stand there: say what it is taken from",
        ),
        ("It cut aid", "<It => The navy | coref | fleet> cut aid", "'fleet' stands nowhere"),
        ("It cut aid", "<It => The ministry cut aid", "do not pair"),
        ("It cut aid", "<+> It cut aid", "has no words"),
        ("It cut aid", "<+ has | shared_p> cut aid", "'has' does not stand there"),
        ("It cut aid", "<It => A | coref | It | more> cut aid", "more than a change"),
        ("sold boats [...] It cut", None, "do not follow one another"),
    ],
)
def test_texts_that_cannot_be(span, text, said):
    with pytest.raises(Wrong) as error:
        rewrite(span, text)
    assert said in str(error.value)


def test_the_text_of_a_rhetorical_question_is_free():
    _, done = rewrite("It cut aid", "Nobody cut aid", asks=True)
    assert done.text == "Nobody cut aid."


def test_borrowed_words_do_not_overlap_the_own_ones():
    own = pieces(SOURCE, "cut aid", 1)
    with pytest.raises(Wrong, match="overlaps"):
        fragments(SOURCE, ["It cut"], 1, own, ())
    assert fragments(SOURCE, ["aid"], 1, own, ()) == own


@given(st.text(alphabet="ab B.,!? 5”", max_size=20))
def test_finished_text_is_finished(text):
    done = finished(text)
    assert finished(done) == done
    assert done.endswith((".", "!", "?", "…", "”")) or not text.strip()
