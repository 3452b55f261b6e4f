"""Articles → Documents, with a pipeline that needs no trained model: tokenize, money, dates."""

import datetime as dt

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import marks
from pipeline.assemble import TOKENIZER
from pipeline.extraction import MAX_CHARS, extract, extract_all, metadata
from pipeline.record import Article, Document, Failure, digest, spans


@pytest.fixture(scope="module")
def nlp():
    marks.declare_metadata()
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": TOKENIZER}})
    for stage in ("tokenize", "money", "dates"):
        nlp.add_pipe(f"opclaims_{stage}", name=stage)
    return nlp


def test_a_document_says_what_it_was_made_from(nlp):
    found = extract("Japan gave $3 million in 1991.", nlp=nlp)
    assert found.id == found.sha256[:16] == digest(found.text)[:16]
    assert [str(amount.value) for amount in found.amounts] == ["3000000"]
    assert [(str(day.first), day.relation) for day in found.dates] == [("1991-01-01", "in")]
    assert found.made_by.version and len(found.made_by.config) == 16


def test_given_metadata_win_over_found_ones(nlp):
    text = "(Lima, 3 May 2024): It rained.\n\nNobody left.\n\nAna Lima is a professor of law."
    found = extract(text, nlp=nlp)
    assert (found.byline, found.published, found.published_from) == (
        "Ana Lima",
        dt.date(2024, 5, 3),
        "dateline",
    )
    given_ = extract(
        text, nlp=nlp, byline="A. L.", published=dt.date(2020, 1, 1), title="Rain", id="x", url="u"
    )
    assert (given_.byline, given_.published_from, given_.title, given_.id) == (
        "A. L.",
        "metadata",
        "Rain",
        "x",
    )
    assert [one.field for one in found.found] == ["place", "published", "byline"]


def test_the_day_decides_what_last_year_is(nlp):
    found = extract("It fell last year.", published=dt.date(2024, 3, 3), nlp=nlp)
    assert [(str(day.first), day.anchored_to) for day in found.dates] == [("2023-01-01", "published")]
    assert [day.first for day in extract("It fell last year.", nlp=nlp).dates] == [None]


def test_the_option_stands_in_where_nothing_is_known():
    head = metadata(Article(where="a", text="It rained."), dt.date(2024, 1, 2))
    assert (head["published"], head["published_from"]) == (dt.date(2024, 1, 2), "option")


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "is empty"), (" \n\t", "is empty"), ("a" * (MAX_CHARS + 1), "200,001 characters"), ("a\ud800b", "lone surrogate at character 1"), ("a\0b", "NUL character")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(nlp, text, message):
    with pytest.raises(ValueError, match=message):
        extract(text, nlp=nlp)


def test_one_failure_does_not_end_the_rest(nlp):
    articles = [
        Article(where=f"{n}.txt", text=text) for n, text in enumerate(["It rained.", " ", "It rained again."])
    ]
    found = list(extract_all(articles, nlp=nlp))
    assert [type(one) for one in found] == [Document, Failure, Document]
    assert found[1] == Failure(where="1.txt", reason="is empty")


def test_without_text_the_records_are_the_same(nlp):
    article = Article(where="a", text="Japan gave $3 million in 1991.")
    (with_text,), (without,) = (
        list(extract_all([article], nlp=nlp, with_text=keep)) for keep in (True, False)
    )
    assert without.text is None
    assert without.model_copy(update={"text": with_text.text}) == with_text


PIECES = [
    "$3 million",
    "since 1994",
    "€5m–€6m",
    "\r\n\r\n",
    "\u200b",
    "e\u0301",
    "👩‍👩‍👧",
    "“Yes,” ",
    "؜",
    "\u00a0",
    "by 2018. ",
    "Rs 5 crore",
    "\ufeff",
    "𝟛",
    "ﬁ",
]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
        ),
        max_size=25,
    )
)
def test_offsets_hold_for_any_unicode(nlp, pieces):
    text = "".join(pieces)
    if not text.strip():
        return
    found = extract(text, nlp=nlp)
    assert found.text == text
    assert all(text[span.start : span.end] == span.text for span in spans(found))
