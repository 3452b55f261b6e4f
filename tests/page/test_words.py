import pytest

from pipeline.page import words
from pipeline.record import Attribution, Found, Span, Speech

HERE = Span(start=0, end=4, text="here")


@pytest.mark.parametrize(
    ("attribution", "said"),
    [
        (Attribution(source_type="author"), ""),
        (Attribution(source_type="person", source=HERE, content="indirect"), "according to here"),
        (Attribution(source_type="person", source=HERE, content="direct"), "quoting here"),
        (Attribution(source_type="generic", source=Span(start=0, end=7, text="Critics")), "according to critics"),
        (Attribution(source_type="document", source=Span(start=0, end=10, text="The report")),
         "according to the report"),
        (Attribution(source_type="organisation", source=Span(start=0, end=8, text="Theravad")),
         "according to Theravad"),
        (Attribution(source_type="person", source=Span(start=0, end=3, text="She"), content="direct"),
         "quoting her"),
        (Attribution(source_type="unnamed", source=Span(start=0, end=12, text="US officials")),
         "according to US officials"),
        (Attribution(source_type="unnamed"), "according to someone unnamed"),
        (Attribution(source_type="person", source=HERE, content="indirect",
                     chain=(Speech(source=HERE, cue=None), Speech(source=None, cue=HERE))),
         "according to here, citing someone unnamed"),
    ],
)  # fmt: skip
def test_who_said_it(attribution, said):
    assert words.said(attribution) == said


def test_only_what_is_unusual_is_said(document):
    unusual = {claim.id: words.unusual(claim) for claim in document.claims}
    assert unusual["c2"] == ()
    assert unusual["c9"] == ("negated", "conditional")
    assert unusual["d0"] == ("obligatory",)


def test_counts_in_words():
    assert [words.count(n, "entity") for n in (0, 1, 2)] == ["no entities", "1 entity", "2 entities"]


def test_a_heading_is_the_title_or_the_first_words_that_are_no_dateline(document):
    assert words.heading(document) == "A harbour is not a gift"
    text = (
        "(Amsel) – Ports are patient. " + "They wait for the ships that come and for those that do not. " * 3
    )
    place = Found(field="place", span=Span.of(text, 1, 6))
    untitled = document.model_copy(update={"title": None, "text": text, "found": (place,)})
    assert words.heading(untitled) == "Ports are patient. They wait for the ships that come and …"
    assert words.heading(untitled.model_copy(update={"text": None, "found": ()})) == "harbour"


def test_a_day_at_the_end_of_a_text_is_no_dateline(document):
    text = "Ports are patient. " + "They wait for the ships that come. " * 5 + "Amsel, 4 May 2024."
    day = Found(field="published", span=Span.of(text, text.index("4 May"), len(text) - 1))
    untitled = document.model_copy(update={"title": None, "text": text, "found": (day,)})
    assert words.heading(untitled) == "Ports are patient. They wait for the ships that come. They …"


def test_the_first_words_of_a_paragraph_on_one_line():
    assert words.opening("Short,\n  and whole.") == "Short, and whole."
    assert words.opening("wait " * 40) == "wait " * 11 + "wait …"
