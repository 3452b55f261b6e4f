"""What changed between two runs, without gold."""

from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import Difference, ScoreError, diff


def told(found: list[Difference]) -> list[tuple[str, str, str, str | None, str | None, str | None]]:
    return [(d.how, d.item, d.quote, d.field, d.before, d.after) for d in found]


def changed(gold: Document, **parts: object) -> Document:
    return Document.model_validate(gold.model_dump() | parts)


def test_a_run_does_not_differ_from_itself(gold: Document) -> None:
    assert diff([gold], [gold]) == []


def test_other_numbers_are_no_difference(gold: Document) -> None:
    data = gold.model_dump(mode="json")
    data["amounts"][0]["id"], data["claims"][0]["amounts"], data["claims"][0]["transfer"]["amount"] = (
        "m9",
        ["m9"],
        "m9",
    )
    assert diff([gold], [Document.model_validate(data)]) == []


def test_what_is_gone_and_what_is_new_is_told(gold: Document) -> None:
    less = changed(gold, claims=gold.model_dump()["claims"][:2])
    assert told(diff([gold], [less])) == [("gone", "claim", "the town drowned", None, None, None)]
    assert told(diff([less], [gold])) == [("new", "claim", "the town drowned", None, None, None)]


def test_a_changed_field_has_both_values(gold: Document) -> None:
    claims = list(gold.model_dump()["claims"])
    claims[1] = claims[1] | {
        "kind": "evaluation",
        "polarity": {"value": "negated", "cues": []},
        "subject": None,
    }
    amounts = list(gold.model_dump()["amounts"])
    amounts[0] = amounts[0] | {"value": "6000000"}
    found = told(diff([gold], [changed(gold, claims=claims, amounts=amounts, title="Dams")]))
    assert found == [
        ("changed", "document", "", "title", None, "Dams"),
        ("changed", "amount", "$5 million", "value", "5000000", "6000000"),
        ("changed", "claim", "The dam broke", "kind", "fact", "evaluation"),
        ("changed", "claim", "The dam broke", "polarity", "affirmed", "negated"),
        ("changed", "claim", "The dam broke", "subject", "The dam", None),
    ]


def test_the_same_words_elsewhere_show_their_place(draft: Callable) -> None:
    text = "a b a b"
    one, other = draft(text), draft(text)
    one.claim("a b a b", "a", subject="b")
    other.claim("a b a b", "a", subject="b")
    second = other.done().model_dump()
    second["claims"][0]["subject"]["span"] |= {"start": 6, "end": 7}
    (only,) = diff([one.done()], [Document.model_validate(second)])
    assert only.field == "subject" and only.before != only.after
    assert "2–3" in (only.before or "") and "6–7" in (only.after or "")


def test_documents_of_one_side_are_told(gold: Document) -> None:
    assert told(diff([gold], [])) == [("gone", "document", "", None, None, None)]
    assert told(diff([], [gold])) == [("new", "document", "", None, None, None)]


def test_another_text_is_refused(gold: Document, draft: Callable) -> None:
    with pytest.raises(ScoreError, match="document a: the two runs read different texts"):
        diff([gold], [draft("It rained.", "a").done()])


def test_a_field_of_several_is_told_in_the_words_of_each(draft: Callable) -> None:
    text = "Ruvia paid in 1999 by the dam."

    def paid(*words: str) -> Document:
        one = draft(text)
        rows = [{"role": "other", "span": one.at(w), "text": w, "head": one.at(w)} for w in words]
        return one.claim("Ruvia paid in 1999 by the dam", "paid", arguments=rows).done()

    both, first, none = paid("in 1999", "by the dam"), paid("in 1999"), paid()
    words = "Ruvia paid in 1999 by the dam"
    assert told(diff([both], [first])) == [
        ("changed", "claim", words, "arguments", "in 1999; by the dam", "in 1999")
    ]
    assert told(diff([none], [first])) == [("changed", "claim", words, "arguments", None, "in 1999")]


def test_a_document_of_one_run_alone(gold: Document, draft: Callable) -> None:
    other = draft("It rained.", "z").done()
    assert told(diff([gold, other], [gold])) == [("gone", "document", "", None, None, None)]
    assert told(diff([gold], [other, gold])) == [("new", "document", "", None, None, None)]


def test_differences_come_in_the_order_of_the_text(draft: Callable) -> None:
    text = "Ruvia paid $5 in Lethe, then $6."
    one = draft(text).name("Lethe").money("$5", "5").money("$6", "6").done()
    other = (
        draft(text).name("Lethe", "ORG").money("$5", "5", unit="count", currency=None).money("$6", "7").done()
    )
    found = diff([one], [other])
    assert [(d.item, d.field) for d in found] == [
        ("amount", "currency"), ("amount", "unit"), ("name", "label"), ("amount", "high"), ("amount", "low"),
        ("amount", "value"),
    ]  # fmt: skip
