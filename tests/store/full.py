"""A record that has everything, made by hand; and the pieces to make others."""

from typing import Any

from pipeline.record import Document, digest

TEXT = "She said Ana lent Cy $4 and €6, or $10, for wells by 1999, and Bo wept."


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def role(name: str, words: str, text: str) -> dict[str, Any]:
    return {"role": name, "span": at(words), "text": text, "head": at(words)}


def money(id: str, words: str, value: str, **other: Any) -> dict[str, Any]:
    return {"id": id, "span": at(words), "core": at(words), "value": value, "low": value, "high": value, "comparator": "eq",
            "unit": "currency", "currency": "USD", "rule": "mark"} | other  # fmt: skip


def claim(id: str, words: str, **other: Any) -> dict[str, Any]:
    return {"id": id, "span": at(words), "fragments": [at(words)], "sentence": 0, "paragraph": 0, "region": "body",
            "text": words, "subject": None, "object": None, "kind": "fact",
            "predicate": role("predicate", "wept", "wept") | {"lemma": "weep", "tense": "past", "voice": "active"},
            "polarity": {"value": "affirmed"}, "modality": {"value": "asserted"},
            "attribution": {"source_type": "author"}} | other  # fmt: skip


def document(**parts: Any) -> Document:
    about = {
        "id": "op",
        "sha256": digest(TEXT),
        "text": TEXT,
        "made_by": {"version": "t", "model": "t", "config": "t"},
    }
    return Document.model_validate(about | parts)


LENT = claim(
    "c1", "Ana lent Cy $4 and €6, or $10, for wells by 1999", text="Ana lent Cy $10.", sentence=3, paragraph=2, region="quote",
    subject=role("subject", "Ana", "Ana Sol"), object=role("object", "Cy", "Cy Ten"),
    predicate=role("predicate", "lent", "lent") | {"lemma": "lend", "tense": "past", "voice": "passive"},
    kind="evaluation", facets=["quantity", "rule"], polarity={"value": "negated"}, modality={"value": "possible"},
    attribution={"source_type": "person", "source": at("She"), "speaker": at("Bo"), "entity": "e2", "cue": at("said"),
                 "content": "indirect"},
    amounts=["m1", "m3"], dates=["d1"], entities=["e1", "e2"], confidence=0.5, check_worthiness={"score": 0.25},
    transfer={"amount": "m3", "payer": at("Ana"), "recipient": at("Cy"), "purpose": at("wells"), "instrument": at("lent"),
              "status": "disbursed", "aggregation": "annual", "period": "d1"},
    parent={"claim": "c2", "relation": "elaborates"},
)  # fmt: skip
FULL = document(
    title="Wells", outlet="The Post", published="2004-05-06",
    claims=[LENT, claim("c2", "Bo wept", amounts=["m3"], entities=["e2"])],
    amounts=[
        money("m1", "$4", "4", currency_basis="default", candidates=["USD", "CAD"], per="year", change="up"),
        money("m2", "€6", "6.50", currency="EUR", abstained=[
            {"field": "converted", "reason": "no_day"}, {"field": "per", "reason": "two"},
            {"field": "converted", "reason": "no_rate"},
        ]),
        money("m3", "$10", "10", converted={"value": "9", "low": "8.5", "high": "9.5", "currency": "EUR", "rate": "0.9",
                                            "day": "2004-05-05"}),
    ],
    dates=[{"id": "d1", "span": at("by 1999"), "core": at("1999"), "kind": "date", "relation": "by", "edtf": "../1999",
            "timex": "1999", "grain": "year", "modifier": "end", "approximate": True, "first": None, "last": "1999-12-31",
            "anchored_to": "absolute", "rule": "year"}],
    sums=[{"id": "s1", "span": at("$4 and €6, or $10"), "parts": ["m1", "m2"], "total": "m3", "value": "10.50", "low": "10",
           "high": "11", "holds": False, "cue": at("or"), "rule": "or"},
          {"id": "s2", "span": at("$4 and €6"), "parts": ["m2", "m1"], "total": None, "value": "10", "low": None,
           "high": None, "holds": True, "cue": at("and"), "rule": "and"}],
    entities=[{"id": "e1", "span": at("Ana"), "label": "PERSON", "name": "Ana Sol"},
              {"id": "e2", "span": at("She"), "label": "PERSON", "name": "Eva Ur", "same_as": "e1"}],
)  # fmt: skip
