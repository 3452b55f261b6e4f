"""The plain copy answers as spaCy's Doc does: on every tree, also one whose edges cross."""

import gc
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline import marks, plain

NLP = spacy.blank("en")
WORDS = ["Peru", "the", ",", "3", "$", "paid", "\n\n", "’s", "It"]
SAID_OF_A_TOKEN = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_", "is_alpha", "is_currency",
    "is_digit", "is_punct", "is_space", "is_stop", "like_num",
)  # fmt: skip
MODES = ("strict", "contract", "expand")


@st.composite
def docs(draw: Any) -> Doc:
    """One to three sentences, whose heads are anywhere in them."""
    words, heads = list[str](), list[int]()
    for size in draw(st.lists(st.integers(1, 7), min_size=1, max_size=3)):
        first = len(words)
        words += draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
        order = draw(st.permutations(range(first, first + size)))  # each hangs on one before it in this order
        above = {order[0]: order[0]}
        for number, one in enumerate(order[1:], 1):
            above[one] = order[draw(st.integers(0, number - 1))]
        heads += [above[i] for i in range(first, first + size)]
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    return Doc(
        NLP.vocab, words=words, spaces=spaces, heads=heads, deps=["ROOT" if i == h else "dep" for i, h in enumerate(heads)],
        tags=["NN"] * len(words), pos=["NOUN"] * len(words), lemmas=[word.lower() for word in words],
        morphs=["Number=Sing|PronType=Dem,Int" if word == "It" else "" for word in words],
    )  # fmt: skip


def indices(tokens: Any) -> list[int]:
    return [token.i for token in tokens]


def edges(span: Any) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


@given(docs())
def test_a_token_says_the_same_of_itself(doc: Doc) -> None:
    copy = plain.plain(doc)
    assert copy.text == doc.text
    assert len(copy) == len(doc)
    for token, one in zip(doc, copy, strict=True):
        assert [getattr(one, name) for name in SAID_OF_A_TOKEN] == [
            getattr(token, name) for name in SAID_OF_A_TOKEN
        ]
        assert (str(one), len(one), str(one.morph)) == (str(token), len(token), str(token.morph))
        assert one.morph.get("PronType") == token.morph.get("PronType")
        assert one.morph.get("Tense", []) == []


@given(docs())
def test_and_of_the_tree_around_it(doc: Doc) -> None:
    copy = plain.plain(doc)
    for token, one in zip(doc, copy, strict=True):
        assert one.head.i == token.head.i
        for name in ("lefts", "rights", "children", "subtree", "ancestors"):
            assert indices(getattr(one, name)) == indices(getattr(token, name)), name
        assert (one.left_edge.i, one.right_edge.i) == (token.left_edge.i, token.right_edge.i)
        assert edges(one.sent) == edges(token.sent)
        assert [one.is_ancestor(other) for other in copy] == [token.is_ancestor(other) for other in doc]


@given(docs())
def test_spans_have_the_same_words_and_root(doc: Doc) -> None:
    copy = plain.plain(doc)
    assert [edges(sent) for sent in copy.sents] == [edges(sent) for sent in doc.sents]
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            ours, theirs = copy[start:end], doc[start:end]
            assert ours.root.i == theirs.root.i
            assert (ours.text, ours.start_char, ours.end_char) == (
                theirs.text,
                theirs.start_char,
                theirs.end_char,
            )
            assert indices(ours) == indices(theirs)
            assert (ours[0].i, ours[-1].i, edges(ours[1:])) == (theirs[0].i, theirs[-1].i, edges(theirs[1:]))
            assert edges(ours.sent) == edges(theirs.sent)


@settings(max_examples=50)
@given(docs())
def test_code_points_find_the_same_tokens(doc: Doc) -> None:
    copy = plain.plain(doc)
    for start in range(len(doc.text)):
        for end in range(start + 1, len(doc.text) + 2):
            for mode in MODES:
                assert edges(copy.char_span(start, end, mode)) == edges(
                    doc.char_span(start, end, alignment_mode=mode)
                )


def one() -> Doc:
    return Doc(
        NLP.vocab,
        words=["It", "fell", "."],
        heads=[1, 1, 1],
        deps=["nsubj", "ROOT", "punct"],
        pos=["PRON", "VERB", "PUNCT"],
    )


def test_a_copy_is_shared_until_a_token_changes() -> None:
    doc = one()
    first = plain.plain(doc)
    assert plain.plain(doc) is first
    assert plain.plain(first) is first
    doc[1].lemma_ = "fall"
    assert plain.plain(doc) is not first
    assert plain.plain(doc)[1].lemma_ == "fall"


def test_rows_are_those_of_the_doc() -> None:
    doc = one()
    marks.put(doc, "shouts", [{"span": marks.cut(doc, 0, 2)}])
    copy = plain.plain(doc)
    assert marks.read(copy, "shouts") == marks.read(doc, "shouts") != []
    assert marks.cut(copy, 3, 7) == {"start": 3, "end": 7, "text": "fell"}


def test_nothing_is_kept_when_the_doc_is_gone() -> None:
    doc = one()
    copy, kept = plain.plain(doc), len(plain._COPIES)
    del doc
    gc.collect()
    assert len(plain._COPIES) == kept - 1
    with pytest.raises(ReferenceError):
        _ = copy._


def test_neighbours_and_order() -> None:
    it, fell, stop = plain.plain(one())
    assert (it.nbor(), fell.nbor(-1), max(stop, it), min(stop, it)) == (fell, it, stop, it)
    with pytest.raises(IndexError):
        it.nbor(-1)


def test_sentences_are_missing_where_nobody_parted_them() -> None:
    with pytest.raises(ValueError, match="sentences"):
        _ = plain.plain(Doc(NLP.vocab, words=["It", "fell"])).sents
