"""The stage as a component: whatever the parse, offsets hold, ids are in order, and rows survive a journey."""

import json
import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline import marks
from pipeline.record import Attribution as Record
from pipeline.stages.attribution import make

NLP = spacy.blank("en")
WORDS = [
    "Officials",
    "said",
    "that",
    "the",
    "claim",
    "“",
    "”",
    ",",
    ".",
    "according",
    "to",
    "I",
    "As",
    "tolls",
    "hurt",
    "—",
]
LABELS = [
    "nsubj",
    "ccomp",
    "mark",
    "acl",
    "parataxis",
    "obj",
    "obl",
    "xcomp",
    "advcl",
    "conj",
    "case",
    "nmod",
    "punct",
]
POS = ["NOUN", "VERB", "PROPN", "PRON", "ADP", "PUNCT", "SCONJ", "AUX"]


@st.composite
def docs(draw):
    """Docs of known words under any tree and any labels."""
    n = draw(st.integers(1, 14))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=n, max_size=n))
    heads = [0, *(draw(st.integers(0, i - 1)) for i in range(1, n))]
    deps = ["ROOT", *draw(st.lists(st.sampled_from(LABELS), min_size=n - 1, max_size=n - 1))]
    pos = draw(st.lists(st.sampled_from(POS), min_size=n, max_size=n))
    lemmas = [{"said": "say"}.get(w, w.lower()) for w in words]
    doc = Doc(NLP.vocab, words=words, heads=heads, deps=deps, pos=pos, lemmas=lemmas, spaces=[True] * n)
    quotes = [i for i, w in enumerate(words) if w in {"“", "”"}]
    rows = []
    for a, b in zip(quotes[::2], quotes[1::2], strict=False):
        if b - a > 1:
            inner = marks.cut(doc, doc[a + 1].idx, doc[b - 1].idx + len(doc[b - 1]))
            span = marks.cut(doc, doc[a].idx, doc[b].idx + 1)
            rows.append({"kind": "quote", "span": span, "inner": inner, "scare": b - a < 4})
    return marks.put(doc, "tokenize", rows)


@settings(deadline=None, max_examples=400)
@given(docs())
def test_whatever_the_parse(doc):
    rows = make(NLP, "attribution")(doc)._.attribution
    assert [row["id"] for row in rows] == [f"s{n}" for n in range(1, len(rows) + 1)]
    for row in rows:
        for span in (row["span"], row["source"], row["cue"], *row["fragments"]):
            assert span is None or (span["text"] and doc.text[span["start"] : span["end"]] == span["text"])
        links = {"source": row["source"], "cue": row["cue"]}
        assert (row["chain"][-1:] == [links]) == (row["source_type"] != "author")
    assert json.loads(json.dumps(rows)) == rows


@settings(deadline=None, max_examples=50)
@given(docs())
def test_twice_gives_the_same(doc):
    stage = make(NLP, "attribution")
    first = json.dumps(stage(doc)._.attribution)
    assert json.dumps(stage(doc)._.attribution) == first


def test_rows_fit_the_record(parsed):
    doc = parsed(
        "Officials/official:nsubj>2 said/say:root that:mark>5 tolls/toll:nsubj>5 hurt:ccomp>2 .:punct>2"
    )
    (row,) = make(NLP, "attribution")(doc)._.attribution
    known = Record.model_fields.keys() - {"speaker", "entity"}  # those the stage claims adds
    record = Record.model_validate({key: row[key] for key in known})
    assert record.source.text == "Officials" and record.chain[0].cue.text == "said"


def test_survives_bytes_and_pickle(parsed):
    stage = pickle.loads(pickle.dumps(make(NLP, "attribution")))
    doc = stage(parsed("Officials/official:nsubj>2 said/say:root tolls/toll:nsubj>4 hurt:ccomp>2 .:punct>2"))
    again = Doc(NLP.vocab).from_bytes(doc.to_bytes())
    assert again._.attribution == doc._.attribution
    assert [span.text for span in again.spans["attribution"]] == ["tolls hurt"]


@pytest.mark.parametrize("text", ["", " ", "Hello", "“”", "\n\n"])
def test_without_a_parse_or_words(text):
    assert make(NLP, "attribution")(NLP.make_doc(text))._.attribution == []


def test_the_span_group_and_the_span_attribute(parsed):
    doc = parsed("Officials/official:nsubj>2 said/say:root tolls/toll:nsubj>4 hurt:ccomp>2 .:punct>2")
    make(NLP, "attribution")(doc)
    assert doc.spans["attribution"][0]._.attribution["lemma"] == "say"


def test_a_long_sentence_is_read_in_time(parsed):
    words = "Officials/official:nsubj>2 said/say:root tolls/toll:nsubj>4 hurt:ccomp>2"
    rest = " ".join(f"roads/road:obl>{4 if i == 5 else i - 1}" for i in range(5, 1500))
    (row,) = make(NLP, "attribution")(parsed(f"{words} {rest}"))._.attribution
    assert row["span"]["text"].startswith("tolls hurt roads")
