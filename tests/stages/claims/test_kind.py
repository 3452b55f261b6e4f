"""Fact, evaluation, prediction or recommendation. corpus/GUIDELINES.md, 3."""

import pytest
from spacy.tokens import Doc

from pipeline.marks import read
from pipeline.stages.claims import Claims

KINDS = {
    "a judging adjective": ("The/DT/levy:det levy/NN/unfair:nsubj is/VBZ/unfair:cop unfair/JJ/root .", "evaluation"),
    "a judging noun": (
        "The/DT/delay:det delay/NN/disgrace:nsubj is/VBZ/disgrace:cop a/DT/disgrace:det disgrace/NN/root .", "evaluation",
    ),
    "a judging modifier of the predicate": (
        "Ruvia/NNP/ally:nsubj is/VBZ/ally:cop a/DT/ally:det reliable/JJ/ally:amod ally/NN/root .", "evaluation",
    ),
    "a loaded adverb": (
        "Shamefully/RB/fell:advmod , wages/NNS/fell:nsubj fell=fall/VBD/root .", "fact",
    ),
    "a loaded modifier of the subject": (
        "The/DT/levy:det unfair/JJ/levy:amod levy/NN/passed:nsubj passed/VBD/root .", "fact",
    ),
    "a plain noun": (
        "Rana/NNP/judge:nsubj is/VBZ/judge:cop the/DT/judge:det judge/NN/root .", "fact",
    ),
    "must be, before judging": (
        "The/DT/levy:det levy/NN/fair:nsubj must/MD/fair:aux be/VB/fair:cop fair/JJ/root .", "recommendation",
    ),
    "will be, before judging": (
        "The/DT/levy:det levy/NN/unfair:nsubj will/MD/unfair:aux be/VB/unfair:cop unfair/JJ/root .", "prediction",
    ),
    "what has to be done": ("Banks/NNS/have:nsubj have/VBP/root to/TO/report:mark report/VB/have:xcomp .", "recommendation"),
    "what had to be done": ("Banks/NNS/had:nsubj had=have/VBD/root to/TO/report:mark report/VB/had:xcomp .", "fact"),
    "what would have to be done": (
        "Banks/NNS/have:nsubj would/MD/have:aux have/VB/root to/TO/report:mark report/VB/have:xcomp .", "fact",
    ),
    "what one has to do": (
        "Banks/NNS/fell:nsubj which/WDT/have:nsubj have/VBP/Banks:acl:relcl to/TO/report:mark report/VB/have:xcomp"
        " ,/,/fell:punct fell=fall/VBD/root .", "fact",
    ),
    "what it is": (
        "Tea/NN/what:nsubj is/VBZ/what:cop what/WP/root pays/VBZ/what:acl:relcl nurses/NNS/pays:obj .", "fact",
    ),
    "a required report": (
        "Banks/NNS/required:nsubj:pass are/VBP/required:aux:pass required=require/VBN/root to/TO/report:mark"
        " report/VB/required:xcomp .", "fact",
    ),
    "needs": (
        "Ruvia/NNP/needs:nsubj needs/VBZ/root nurses/NNS/needs:obj .", "evaluation",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "kind"), KINDS.values(), ids=KINDS)
def test_kind(claimed, parse, kind):
    assert claimed(parse).claims[0]["kind"] == kind


OPEN = {
    "cannot ignore": (
        "Banks/NNS/ignore:nsubj can/MD/ignore:aux not/RB/ignore:advmod ignore/VB/root it/PRP/ignore:obj .",
        "polarity", "affirmed",
    ),
    "not without": (
        "The/DT/plan:det plan/NN/risk:nsubj is/VBZ/risk:cop not/RB/risk:advmod without/IN/risk:case risk/NN/root .",
        "polarity", "affirmed",
    ),
}  # fmt: skip


@pytest.mark.xfail(strict=True, reason="corpus/GUIDELINES.md, 3, polarity: no rule yet")
@pytest.mark.parametrize(("parse", "field", "value"), OPEN.values(), ids=OPEN)
def test_open(claimed, parse, field, value):
    assert claimed(parse).claims[-1][field]["value"] == value


@pytest.mark.xfail(
    strict=True, reason="3.3: records settle it, yet an adjective without a figure is taken to judge"
)
def test_a_plain_adjective(claimed):
    (row,) = claimed("The/DT/dam:det dam/NN/concrete:nsubj is/VBZ/concrete:cop concrete/JJ/root .").claims
    assert row["kind"] == "fact"


STARTS = "The/DT/phase:det phase/NN/starts:nsubj starts=start/VBZ/root in/IN/2029:case 2029/CD/starts:obl ."


@pytest.mark.parametrize(
    ("published", "kind"), [("2026-05-01", "prediction"), ("2030-05-01", "fact"), (None, "fact")]
)
def test_what_is_dated_ahead_of_publication_is_a_prediction(parsed, published, kind):
    doc = parsed(STARTS, dates="in 2029")
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    doc._.published = published
    (row,) = read(Claims()(doc), "claims")
    assert row["kind"] == kind


@pytest.mark.parametrize(
    ("date", "published", "kind"),
    [("by 2025", "2025-06-01", "fact"), ("by 2027", "2025-06-01", "prediction")],
)
def test_by_the_year_of_publication_may_look_back(parsed, date, published, kind):
    year = date.split()[1]
    doc = parsed(
        f"Aid/NN/reaches:nsubj reaches=reach/VBZ/root farmers/NNS/reaches:obj by/IN/{year}:case {year}/CD/reaches:obl .",
        dates=date,
    )
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    doc._.published = published
    (row,) = read(Claims()(doc), "claims")
    assert row["kind"] == kind


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("unjust/JJ/called:xcomp", "evaluation"),
        ("a/DT/theft:det theft/NN/called:xcomp", "evaluation"),
        ("a/DT/minister:det minister/NN/called:xcomp", "fact"),
        ("Stima/NNP/called:xcomp", "fact"),
    ],
)
def test_what_a_thing_is_called_is_judged(claimed, what, kind):
    words = " ".join(one.split("/")[0] for one in what.split())
    read = claimed(
        f"Rana/NNP/called:nsubj called=call/VBD/root it/PRP/called:obj {what} .",
        said=f"Rana | called | it {words} | person | indirect",
    )
    assert [row["kind"] for row in read.claims] == [kind]


def test_who_is_called_something_is_the_subject(claimed):
    read = claimed(
        "Rana/NNP/called:nsubj called=call/VBD/root him/PRP/called:obj a/DT/fool:det fool/NN/called:xcomp .",
        said="Rana | called | him a fool | person | indirect",
    )
    assert read.texts == ["He is a fool."]


AHEAD = {
    "may": ("Perhaps/RB/fall:advmod rents/NNS/fall:nsubj will/MD/fall:aux fall/VB/root .", "prediction"),
    "may, will in short": ("They/PRP/fall:nsubj 'll/MD/fall:aux probably/RB/fall:advmod fall/VB/root .", "prediction"),
    "likely": ("Rents/NNS/likely:nsubj are/VBP/likely:cop likely/JJ/root to/TO/fall:mark fall/VB/likely:xcomp .", "prediction"),
    "likely to have": (
        "Rents/NNS/likely:nsubj are/VBP/likely:cop likely/JJ/root to/TO/fallen:mark have/VB/fallen:aux fallen=fall/VBN/likely:xcomp .",
        "fact",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "kind"), AHEAD.values(), ids=AHEAD)
def test_what_may_or_is_likely_to_come(claimed, parse, kind):
    assert [row["kind"] for row in claimed(parse).claims] == [kind]
