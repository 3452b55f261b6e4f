"""The edges of amounts, dates and quotations are token edges; the text is never changed."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lexicon import table
from pipeline.stages.tokenize.runs import LONGEST
from pipeline.stages.tokenize.tokenizer import OpedTokenizer

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
        ("and/or", "and / or"),
        ("b/c", "b/c"),
        ("(08/16/2000)", "( 08/16/2000 )"),
        ("9/11.", "9/11 ."),
        ("303-832-8160,", "303-832-8160 ,"),
        ("2019-20", "2019 - 20"),
        ("10-15%", "10 - 15 %"),
        ("$3-5", "$ 3 - 5"),
        ("€3m–€5m", "€ 3 m – € 5 m"),
        ("non-EU", "non - EU"),
        ("pre-2014", "pre - 2014"),
        ("mid-March", "mid - March"),
        ("over-the-counter", "over - the - counter"),
        ("a multi-billion-dollar", "a multi-billion - dollar"),
        ("Lashkar-e-taiba", "Lashkar - e - taiba"),
        ("Capt. Lee et al. left.", "Capt. Lee et al. left ."),
        ("I said No.", "I said No ."),
        ("wanna", "wan na"),
        ("(page 8)", "( page 8 )"),
        ("(below): he", "( below ) : he"),
        ("rain[11][12].", "rain [ 11 ] [ 12 ] ."),
        ("Go :) :(", "Go :) :("),
    ],
)
def test_edges(text, words):
    assert [token.text for token in TOKENIZE(text)] == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Why?!", "Why ?!"),
        ("Stop!!!! Now", "Stop !!!! Now"),
        ("===== * ***NOTE***", "===== * *** NOTE ***"),
        ("<<this>>", "<< this >>"),
        ("a $$$ deal", "a $$$ deal"),
        ("$$40m", "$ $ 40 m"),
        ("f**k C++ x__y", "f**k C++ x__y"),
        ("a----b", "a ---- b"),
        ("(what??)", "( what ?? )"),
        ('""""', '" " " "'),
        ("see http://a.org/b--c?d==", "see http://a.org/b--c?d=="),
    ],
)
def test_a_run_of_one_mark_is_one_word(text, words):
    assert [token.text for token in TOKENIZE(text)] == words.split()


@pytest.mark.parametrize("row", table("prefixes"), ids=lambda row: row["prefix"])
def test_every_prefix_stays_with_its_word(row):
    found = [token.text for token in TOKENIZE(row["example"]) if "-" in token.text]
    assert len(found) == 1 and found[0].lower().startswith(f"{row['prefix']}-"), found


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


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from('ab5 \n=*!?$<-_+./:w"('), max_size=60))
def test_text_of_marks_is_kept(text):
    assert TOKENIZE(text).text == text


@pytest.mark.parametrize("mark", "=*!?$<>#~+_-")
def test_a_long_run_of_marks_is_read_to_its_end(mark):
    for run in (mark * 20_000, f"a{mark * 20_000}b ", f"{mark * 2} " * 10_000):
        assert TOKENIZE(run).text == run
    assert [len(token) for token in TOKENIZE(f"a {mark * 20_000} b")] == [1, 20_000, 1]


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
