"""The edges of amounts, dates and quotations are token edges; the text is never changed."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.tokenize.tokenizer import LONGEST, OpedTokenizer

TOKENIZE = OpedTokenizer(spacy.blank("en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("€400m", "€ 400 m"),
        ("US$40m", "US $ 40 m"),
        ("A$300k", "A $ 300 k"),
        ("3.2bn.", "3.2 bn ."),
        ("£40m.", "£ 40 m ."),
        ("$15-an-hour", "$ 15 - an - hour"),
        ("2019–2023", "2019 – 2023"),
        ("U.S.-China", "U.S. - China"),
        ("10m-strong", "10 m - strong"),
        ("Rs5,000", "Rs 5,000"),
        ("KSh860m", "KSh 860 m"),
        ("12.5%", "12.5 %"),
        ("word—word", "word — word"),
        ("”“No”", "” “ No ”"),
        ("he’s", "he ’s"),
        ("don't", "do n't"),
        ("3€", "3 €"),
        ("8pm", "8 pm"),
        ("and/or", "and/or"),
    ],
)
def test_edges(text, words):
    assert [token.text for token in TOKENIZE(text)] == words.split()


def test_a_stop_after_an_initial_stays():
    assert [token.text for token in TOKENIZE("J. Smith met U.S. troops.")] == [
        "J.",
        "Smith",
        "met",
        "U.S.",
        "troops",
        ".",
    ]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_text_is_kept(text):
    doc = TOKENIZE(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize("run", ['"' * 20_000, "(" * 20_000, "9" * 20_000, "“" * 20_000, "a-" * 10_000])
def test_long_runs_are_cut_in_pieces(run):
    """spaCy's own tokenizer needs 25 s for 20,000 quotation marks; here no stretch is longer than LONGEST."""
    doc = TOKENIZE(run)
    assert doc.text == run
    assert max(len(token) for token in doc) <= LONGEST


def test_it_survives_saving(tmp_path):
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "opclaims.tokenizer.v1"}}})
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.text for token in again("€400m")] == ["€", "400", "m"]
    assert [token.text for token in spacy.blank("en").from_bytes(spacy.blank("en").to_bytes())("a b")] == [
        "a",
        "b",
    ]
