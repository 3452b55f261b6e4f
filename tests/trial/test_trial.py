"""The readings beside ours, on hand-built Docs: triples, and gold as rows of a stage."""

import spacy
from spacy.tokens import Doc

from pipeline.record import Document, digest
from pipeline.trial.on_gold import _sayings
from pipeline.trial.triples import triples

MADE_BY = {"version": "t", "model": "t", "config": "t"}


def parsed(words, heads, deps):
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=words, heads=heads, deps=deps, lemmas=[w.lower() for w in words])


def test_a_verb_with_subject_and_object_is_a_claim():
    doc = parsed(
        ["The", "state", "gave", "old", "Ruvia", "money", "."],
        [1, 2, 2, 4, 2, 2, 2],
        ["det", "nsubj", "ROOT", "amod", "iobj", "obj", "punct"],
    )
    (claim,) = triples(doc, doc.text, (), ())
    assert (claim.span.text, claim.predicate.lemma) == ("The state gave old Ruvia money", "gave")
    assert claim.subject and claim.object
    assert (claim.subject.text, claim.object.text) == ("The state", "money")
    assert (claim.kind, claim.polarity.value, claim.attribution.source_type) == ("fact", "affirmed", "author")


def test_a_copula_is_the_verb_and_what_follows_the_object():
    doc = parsed(["It", "is", "a", "lie"], [3, 3, 3, 3], ["nsubj", "cop", "det", "ROOT"])
    (claim,) = triples(doc, doc.text, (), ())
    assert (claim.span.text, claim.predicate.text, claim.object and claim.object.text) == (
        "It is a lie",
        "is",
        "a lie",
    )


def test_without_subject_or_object_there_is_none():
    assert not list(triples(parsed(["It", "rained"], [1, 1], ["nsubj", "ROOT"]), "It rained", (), ()))
    assert not list(triples(parsed(["Pay", "taxes"], [0, 0], ["ROOT", "obj"]), "Pay taxes", (), ()))


def test_claims_of_one_saying_are_one_row():
    text = "Ana said it rained and it snowed. It froze."

    def span(words):
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    def claim(id, words, said):
        role = {
            "role": "predicate",
            "span": span(words),
            "text": "x",
            "head": span(words),
            "lemma": "x",
            "tense": "past",
            "voice": "active",
        }
        return {"id": id, "span": span(words), "fragments": [span(words)], "sentence": 0, "paragraph": 0, "region": "body",
                "text": "x", "subject": None, "object": None, "predicate": role, "kind": "fact", "attribution": said,
                "polarity": {"value": "affirmed"}, "modality": {"value": "asserted"}}  # fmt: skip

    ana = {"source_type": "person", "source": span("Ana"), "cue": span("said"), "content": "indirect"}
    claims = [
        claim("c1", "it rained", ana),
        claim("c2", "it snowed", ana),
        claim("c3", "It froze", {"source_type": "author"}),
    ]
    document = Document.model_validate(
        {"id": "a", "sha256": digest(text), "text": text, "made_by": MADE_BY, "claims": claims}
    )
    (row,) = _sayings(document)
    assert [piece["text"] for piece in row["fragments"]] == ["it rained", "it snowed"]
    assert (row["span"]["start"], row["span"]["end"]) == (text.index("it rained"), text.index("."))
    assert (row["source"]["text"], row["cue"]["text"], row["source_type"]) == ("Ana", "said", "person")
