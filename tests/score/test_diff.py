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


def test_whatever_was_read_about_the_op_ed_is_told_in_order(gold: Document) -> None:
    head = {
        "title": "Dams", "byline": "Ana Sol", "outlet": "The Lethe Post", "url": "https://lethe.example/dams",
        "language": "en", "published": "2004-05-06", "published_from": "metadata",
    }  # fmt: skip
    other = Document.model_validate(gold.model_dump(mode="json") | head)
    was = {"published_from": "none"}
    assert diff([gold], [other]) == [
        Difference("a", "changed", "document", None, "", field, was.get(field), value)
        for field, value in head.items()
    ]


def test_each_sort_of_item_says_where_it_stood(draft: Callable) -> None:
    text = "Ruvia paid $5 in 1999."
    full = (
        draft(text)
        .name("Ruvia")
        .money("$5", "5")
        .date("in 1999", None, None)
        .claim("Ruvia paid $5", "paid")
        .done()
    )
    empty = draft(text).done()
    places = [
        ("claim", 0, "Ruvia paid $5"),
        ("name", 0, "Ruvia"),
        ("amount", 11, "$5"),
        ("date", 14, "in 1999"),
    ]
    assert diff([full], [empty]) == [Difference("a", "gone", *place) for place in places]
    assert diff([empty], [full]) == [Difference("a", "new", *place) for place in places]


def test_where_an_item_stands_among_the_others_is_no_difference(gold: Document) -> None:
    claims = [dict(c, sentence=c["sentence"] + 3, paragraph=7) for c in gold.model_dump()["claims"]]
    assert diff([gold], [changed(gold, claims=claims)]) == []


@pytest.mark.parametrize(
    ("field", "before", "after", "said"),
    [
        ("attribution", None, {"source_type": "organisation", "content": "direct"},
         ("source_type author, content none", "source_type organisation, content direct")),
        ("transfer", None, {"amount": "a1", "status": "pledged"},
         (None, "amount $5, status pledged, aggregation unspecified")),
        ("check_worthiness", {"score": 0.5}, {"score": 0.25}, ("0.50", "0.25")),
        ("check_worthiness", {"score": 0.5}, {"score": 0.5, "features": [{"name": "figure", "weight": 1.5}]},
         ("score 0.5", "score 0.5, features name figure, weight 1.5")),
        ("facets", ["causal"], ["causal", "rule"], ("causal", "causal; rule")),
        ("facets", [], ["rule"], (None, "rule")),
        ("amounts", [], ["a1"], (None, "$5")),
        ("parent", None, {"claim": "c2", "relation": "reason_for"}, (None, "claim It fell, relation reason_for")),
        ("confidence", 0.5, None, ("0.5", None)),
        ("edits", [], [{"op": "delete", "text": "", "source": [], "reason": "abbreviation"}],
         (None, "op delete, reason abbreviation")),
    ],
)  # fmt: skip
def test_what_is_told_of_a_field(
    draft: Callable, field: str, before: object, after: object, said: tuple[str | None, str | None]
) -> None:
    def read(value: object) -> Document:
        one = draft("Ruvia paid $5. It fell.").money("$5", "5")
        one.claim("Ruvia paid $5", "paid", **({} if value is None else {field: value}))
        return one.claim("It fell", "fell").done()

    assert told(diff([read(before)], [read(after)])) == [("changed", "claim", "Ruvia paid $5", field, *said)]


def test_words_that_negate_are_quoted_and_told_apart_by_their_place(draft: Callable) -> None:
    text = "no, Ruvia had no dam and not a town"

    def negated(*places: int) -> Document:
        cues = [{"start": at, "end": at + 2, "text": "no"} for at in places]
        data = (
            draft(text)
            .claim("Ruvia had no dam and not a town", "had", polarity="negated")
            .done()
            .model_dump()
        )
        data["claims"][0]["polarity"]["cues"] = cues
        return Document.model_validate(data)

    (more,) = diff([negated(14)], [negated()])
    assert (more.field, more.before, more.after) == ("polarity", "negated “no”", "negated")
    (two,) = diff([negated(14)], [negated(14, 25)])
    assert (two.before, two.after) == ("negated “no”", "negated “no” “no”")
    (moved,) = diff([negated(14)], [negated(0)])
    assert (moved.before, moved.after) == ("value negated, cues no (14–16)", "value negated, cues no (0–2)")
    (both,) = diff([negated(14, 0)], [negated(0, 14)])
    assert both.before == "value negated, cues no (14–16); no (0–2)"


def test_numbers_of_both_runs_are_told_as_words(draft: Callable) -> None:
    """In one run the amount is a1, in the other a2: the claim names the same words."""
    text = "$4 and $5"
    one = draft(text).money("$5", "5").claim("$4 and $5", "and", amounts=["a1"]).done()
    other = draft(text).money("$4", "4").money("$5", "5").claim("$4 and $5", "and", amounts=["a2"]).done()
    assert told(diff([one], [other])) == [("new", "amount", "$4", None, None, None)]


def test_what_gold_leaves_open_is_different_all_the_same(draft: Callable) -> None:
    gold = draft("It fell. Bo wept.").claim("It fell", "fell").claim("Bo wept", "wept").optional("c2").done()
    less = draft("It fell. Bo wept.").claim("It fell", "fell").done()
    assert told(diff([gold], [less])) == [("gone", "claim", "Bo wept", None, None, None)]


def test_documents_come_in_the_order_of_their_ids(draft: Callable) -> None:
    a, b, c = (draft("It fell.", id).done() for id in "abc")
    named = draft("It fell.", "b").name("It").done()
    assert diff([c, b], [named, a]) == [
        Difference("a", "new", "document", None, ""),
        Difference("b", "new", "name", 0, "It"),
        Difference("c", "gone", "document", None, ""),
    ]


def test_the_same_document_twice_is_refused_with_the_run_that_has_it(gold: Document) -> None:
    with pytest.raises(ScoreError, match=r"^document a comes twice in the first run$"):
        diff([gold, gold], [gold])
    with pytest.raises(ScoreError, match=r"^document a comes twice in the second run$"):
        diff([gold], [gold, gold])


def test_the_first_letter_is_before_the_second(draft: Callable) -> None:
    text = "R$5 fell."
    assert [(d.at, d.item) for d in diff([draft(text).done()], [draft(text).money("$5", "5").name("R").done()])] == [
        (0, "name"), (1, "amount"),
    ]  # fmt: skip


def test_what_is_new_comes_before_what_changed_at_one_place(draft: Callable) -> None:
    text = "Ana fell and rose."
    one = draft(text).claim("Ana fell", "fell").done()
    other = (
        draft(text)
        .claim("Ana fell", "fell", kind="evaluation")
        .claim("Ana fell and rose", "rose", pieces=("rose",))
    )
    assert [(d.how, d.field) for d in diff([one], [other.done()])] == [("new", None), ("changed", "kind")]
