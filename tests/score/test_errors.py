from collections.abc import Callable

from pipeline.record import Document
from pipeline.score import Error, score


def said(errors: list[Error]) -> list[tuple[str, str, str | None, str | None, str | None]]:
    return [(e.stage, e.sort, e.field, e.gold, e.found) for e in errors]


def test_each_error_stands_in_its_sentence(draft: Callable) -> None:
    text = "It rained in 1999. Ruvia paid $5 million."
    gold = (
        draft(text).date("in 1999", "1999-01-01", "1999-12-31").money("$5 million", "5000000").name("Ruvia")
    )
    found = draft(text).date("in 1999", "1999-01-01", "1999-12-31", "by").money("$5 million", "5")
    errors = score([found.done()], [gold.done()]).errors()
    assert said(errors) == [
        ("dates", "wrong", "relation", "in", "by"),
        ("entities", "missed", None, "Ruvia", None),
        ("money", "wrong", "bounds", "5000000 5000000", "5 5"),
        ("money", "wrong", "value", "5000000", "5"),
    ]
    assert [e.sentence for e in errors] == ["It rained in 1999."] + ["Ruvia paid $5 million."] * 3
    assert [e.rule for e in errors] == ["t", None, "t", "t"]


def test_claims_missed_spurious_split_and_wrong(draft: Callable) -> None:
    text = "The dam broke and the town drowned. Ana Sol wept. Nobody came."
    gold = draft(text).claim("The dam broke and the town drowned", "broke", lemma="break")
    gold.claim("Ana Sol wept", "wept", subject="Ana Sol")
    found = draft(text).claim("The dam broke", "broke", lemma="break").claim("the town drowned", "drowned")
    found.claim("Nobody came", "came")
    errors = [e for e in score([found.done()], [gold.done()]).errors() if e.sort not in ("wrong", "edges")]
    assert sorted(said(errors), key=str) == [
        ("claims", "missed", None, "Ana Sol wept", None),
        ("claims", "split", None, None, "the town drowned"),
        ("claims", "spurious", None, None, "Nobody came"),
    ]


def test_a_wrong_field_says_both_values(gold: Document) -> None:
    data = gold.model_dump()
    changed = dict(
        data["claims"][1], kind="evaluation", subject=None, rules=[{"field": "kind", "rule": "k7"}]
    )
    found = Document.model_validate(data | {"claims": [data["claims"][0], changed, data["claims"][2]]})
    errors = score([found], [gold]).errors()
    assert said(errors) == [
        ("claims", "wrong", "kind", "fact", "evaluation"),
        ("claims", "wrong", "subject", "The dam", None),
    ]
    assert [e.rule for e in errors] == ["k7", None]
    assert errors[0].sentence == "The dam broke and the town drowned."
