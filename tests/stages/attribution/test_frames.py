"""Which words are frames: lookups in the tables, without spaCy."""

import sys

import pytest

from pipeline.stages.attribution import frames


@pytest.mark.parametrize(
    ("lemma", "companions", "form", "expected"),
    [
        ("say", [], "said", "say"),
        ("point", ["out"], "pointed", "point out"),
        ("call", [], "called", "call"),
        ("insiste", [], "insisted", "insist"),
        ("accus", [], "accuses", "accuse"),
        ("denie", [], "denied", "deny"),
        ("testifi", [], "testifies", "testify"),
        ("warnin", [], "warning", "warn"),
    ],
)
def test_verb(lemma, companions, form, expected):
    assert frames.verb(lemma, companions, form).lemma == expected


@pytest.mark.parametrize(
    ("lemma", "form"), [("point", "points"), ("know", "knows"), ("walk", "walked"), ("sing", "sings")]
)
def test_no_verb_of_saying(lemma, form):
    assert frames.verb(lemma, [], form) is None


def test_deny_negates_and_warn_does_not():
    assert frames.verbs()["deny"].negates and not frames.verbs()["warn"].negates


def test_evidence_is_marked():
    assert frames.verbs()["show"].evidence and not frames.verbs()["say"].evidence


def test_nouns_phrases_and_adverbs():
    assert frames.nouns()["myth"].negates and frames.nouns()["warning"].stance == "warn"
    assert frames.phrases()["in", "view"].stance == "believe"
    assert set(frames.adverbs()) >= {"reportedly", "allegedly"}


def test_every_speaker_type_is_one_of_the_records():
    from typing import get_args

    from pipeline.record import SourceType

    assert set(frames.speaker_types().values()) | set(frames.LABEL_TYPES.values()) <= set(
        get_args(SourceType)
    )


def test_the_tables_can_be_read_without_spacy():
    source = sys.modules["pipeline.stages.attribution.frames"]
    assert not any(getattr(value, "__module__", "").startswith("spacy") for value in vars(source).values())
