"""Who says a claim, and how much of it stands in quotation marks."""

import pytest

from pipeline.stages.claims.speech import Speech

TEXT = "“They will buy vans,” he said, “and leave them idle.” He called it “rash”."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def said(*pieces, content="mixed"):
    first, last = span(pieces[0]), span(pieces[-1])
    whole = TEXT[first["start"] : last["end"]]
    return {
        "span": {"start": first["start"], "end": last["end"], "text": whole}, "fragments": [span(one) for one in pieces],
        "source_type": "person", "source": span("he"), "cue": span("said"), "content": content, "chain": [],
    }  # fmt: skip


def quotes():
    marks = [span(words) for words in ("“They will buy vans,”", "“and leave them idle.”", "“rash”")]
    return tuple((mark["start"], mark["end"]) for mark in marks)


@pytest.mark.parametrize(
    ("row", "claim", "content"),
    [
        (said("They will buy vans,", "and leave them idle"), "leave them idle", "direct"),
        (said("They will buy vans,", "and leave them idle"), "They will buy vans", "direct"),
        (said("He called it “rash”"), "He called it “rash”", "mixed"),
        (said("He called it “rash”"), "He called it", "indirect"),
        (said("They will buy vans", content="none"), "They will buy vans", "none"),
    ],
)
def test_the_content_of_a_claim_is_that_of_its_own_words(row, claim, content):
    attribution, _, _ = Speech([row], frozenset(), quotes()).of_span(span(claim))
    assert attribution["content"] == content


def test_a_claim_that_nobody_covers_is_the_authors():
    assert Speech([], frozenset(), quotes()).of_span(span("He called it"))[0]["source_type"] == "author"


def test_what_is_expected_has_the_object_for_its_subject(claimed):
    (row,) = claimed(
        "The/DT/bank:det bank/NN/expects:nsubj expects=expect/VBZ/root rents/NNS/expects:obj to/TO/fall:mark"
        " fall/VB/expects:xcomp .",
        said="The bank | expects | rents to fall | organisation | indirect",
    ).claims
    assert (row["span"]["text"], row["subject"]["text"]) == ("rents to fall", "rents")
    assert (row["modality"]["value"], row["attribution"]["source"]["text"]) == ("predicted", "The bank")
