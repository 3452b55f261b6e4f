"""Notes → record: defaults, what is worked out, and every error at once with its place."""

import pytest

from pipeline.gold.quotes import Source
from pipeline.gold.speech import quotations
from pipeline.record import Document, claim_id, digest

TEXT = "Since 1998 Ghana has paid $3m. “We will pay,” said Ama Osei. Why? She said the court had found that funds were missing."


def claims(document, **wanted):
    return [c for c in document.claims if all(getattr(c, key) == value for key, value in wanted.items())]


def test_the_example_is_worked_out(example):
    assert Document.model_validate_json(example.to_json()) == example
    assert example.sha256 == digest(example.text)
    assert (example.made_by.version, example.made_by.model, example.language) == ("gold", "annotator-a", "en")
    assert (example.title, str(example.published), example.published_from) == (
        "Who drinks from a dry well",
        "2025-03-10",
        "metadata",
    )
    lent, drilled, counted, pumps, pipes = claims(example, sentence=1)
    assert lent.id == claim_id("dry-wells", lent.span.text, "s1.c1")
    assert (
        lent.text
        == "Since 2019 the ministry of water has lent the valley's farmers more than US$300 million."
    )
    assert [f.text for f in drilled.fragments] == [
        "Since 2019",
        "it has",
        "drilled between 4,000 and 4,500 wells",
    ]
    assert (drilled.amounts, drilled.dates, drilled.entities) == (("m2",), ("d1",), ("e1",))
    assert drilled.parent and drilled.parent.claim == lent.id
    assert lent.transfer and (lent.transfer.amount, lent.transfer.period) == ("m1", "d1")
    assert (counted.polarity.value, [c.text for c in counted.polarity.cues]) == ("negated", ["never"])
    assert (pumps.polarity.value, pumps.modality.value, pumps.attribution.source_type) == (
        "affirmed",
        "asserted",
        "author",
    )
    assert (pipes.predicate.origin, pipes.predicate.head.text) == ("elided", "went")


def test_quoted_claims_are_direct_and_of_the_region_quote(example):
    promised, chairs, drilled = claims(example, sentence=2)
    assert (promised.region, promised.attribution.content) == ("quote", "direct")
    assert (drilled.region, chairs.region) == ("quote", "body")
    assert promised.predicate.voice == "passive"
    assert chairs.subject and (chairs.subject.origin, chairs.subject.entity) == ("coreference", "e2")


def test_the_same_notes_give_the_same_bytes(annotate):
    assert annotate(TEXT, NOTES)[0].to_json() == annotate(TEXT, NOTES)[0].to_json()


NOTES = """
sentences:
- s: 0
  entities:
    - GPE Ghana
  amounts:
    - $3m = USD context
  dates:
    - Since <1998> = since 1998
  claims:
    - span: Ghana has paid $3m
      subject: Ghana
      predicate: has paid = pay, past
      object: $3m
      kind: fact
      transfer:
      dates: 1998
- s: 1
  entities:
    - PERSON Ama Osei
  claims:
    - span: We will pay
      subject: We = Ghana
      predicate: will pay = pay, future
      kind: prediction
      facets: commitment
      modality: predicted = will
      by: person
      speaker: Ama Osei
      cue: said
      dates:
        - since 1998@s0
- s: 2
  skip: question
- s: 3
  claims:
    - span: funds were missing
      subject: funds
      predicate: were = be, past
      args:
        - complement: missing
      kind: fact
      by: organisation
      chain:
        - She / said
        - the court / had found
      abstained: subject unclear_antecedent
"""


def test_references_speech_and_defaults(annotate):
    document, said = annotate(TEXT, NOTES)
    assert said == []
    paid, pay, missing = document.claims
    assert (paid.dates, pay.dates, paid.amounts, paid.entities) == (("d1",), ("d1",), ("m1",), ("e1",))
    assert paid.transfer.status == "unspecified" and paid.transfer.amount == "m1"
    assert (pay.subject.origin, pay.subject.text, pay.subject.entity) == ("coreference", "Ghana", "e1")
    assert (pay.modality.value, pay.modality.cues[0].text, pay.facets) == (
        "predicted",
        "will",
        ("commitment",),
    )
    assert [link.cue.text for link in missing.attribution.chain] == ["said", "had found"]
    assert (missing.attribution.source.text, missing.attribution.content) == ("the court", "indirect")
    assert missing.abstained[0].reason == "unclear_antecedent"
    assert [item.sentence for item in document.skipped] == [2]


def test_all_errors_are_said_at_once_with_line_and_entry(annotate):
    notes = (
        NOTES.replace("object: $3m", "object: $4m")
        .replace("kind: prediction", "kind: hope")
        .replace("@s0", "@s9")
    )
    notes = notes.replace("skip: question", "skip: querstion").replace(
        "past\n      args", "past, often\n      args"
    )
    document, said = annotate(TEXT, notes)
    assert document is None
    assert [line.partition(":")[0] for line in said] == [
        "t.yaml line 14, sentence 0, claim 1, object",
        "t.yaml line 25, sentence 1, claim 1, kind",
        "t.yaml line 32, sentence 1, claim 1, dates",
        "t.yaml line 39, sentence 3, claim 1, predicate",
        "t.yaml line 34, sentence 2, skip",
    ]
    assert said[0].endswith("'$4m' is not in sentence 0")
    assert "'hope' is none of fact, prediction, recommendation, evaluation" in said[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  skip: question", "", "sentence 2 (Why? …): has neither claims nor skip"),
        ("- s: 0\n", "- s: 0\n  skip: fragment\n", "has both claims and skip"),
        ("- s: 3", "- s: 30", "a sentence: there is no sentence 30, the last one is 3"),
        ("- s: 3", "- s: 1", "a sentence: 1 is given twice, on line 18 already"),
        ("- s: 3", "- s: three", "wants its number, s: 12"),
        ("    - GPE Ghana", "    - GPE Ghana\n    - NORP Ghana", "'Ghana' is given twice there"),
        ("    - GPE Ghana", "    - GPE: Ghana", "wants words on one line"),
        (
            "      kind: fact\n      transfer",
            "      sort: fact\n      transfer",
            "has the unknown key 'sort'",
        ),
        ("predicate: were = be, past", "predicate: were", "wants behind its words the lemma"),
        ("      predicate: were = be, past\n", "", "sentence 3, claim 1, predicate: is missing"),
        ("by: organisation", "by: author", "somebody speaks: say what they are"),
        ("      speaker: Ama Osei\n      cue: said\n", "", "by person wants a speaker, or at least a cue"),
        ("cue: said", "content: none", "content 'none' does not go with by 'person'"),
        ("- She / said", "- She said", "a link of a chain is: speaker / cue"),
        ("facets: commitment", "facets: hope", "'hope' is none of quantity"),
        ("abstained: subject", "abstained: subjects", "wants to be a field of a claim"),
        ("facets: commitment", "parent: elaborates 2", "say which claim of this sentence"),
        ("facets: commitment", "parent: elaborates 1", "a claim is not its own parent"),
        ("facets: commitment", "transfer:", "the claim holds 0 sums of money"),
        ("facets: commitment", "borrows: Ama Osei", "is wanted where words are borrowed"),
        ("dates: 1998", "dates: 1999", "'1999' is not annotated as a date"),
        ("subject: Ghana", "subject: Gh<ana", "wants one pair of angle brackets"),
        ("sentences:", "language: en\nsentence:", "has the unknown key 'sentence'"),
        ("sentences:", "id: other\nsentences:", "is 'other', its article has 't'"),
    ],
)
def test_each_error_is_one_sentence(annotate, old, new, said):
    assert old in NOTES
    document, messages = annotate(TEXT, NOTES.replace(old, new))
    assert document is None
    assert any(said in message for message in messages), messages
    assert all("\n" not in message for message in messages)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- span: he said: go", "the value holds a colon and a space"),
        ("- span: the city#1", None),
        ("- span: the no #1 city", 'the value holds " #"'),
        ("- [a, b]", 'the value begins with "["'),
        ("- span: % of it", 'the value begins with "%"'),
        ('- span: "he said: go"', None),
        ("# he said: a comment", None),
    ],
)
def test_what_yaml_would_misread_is_refused(annotate, line, said):
    _, messages = annotate("A b.", f"sentences:\n- s: 0\n  skip: fragment\nfound:\n{line}\n")
    refused = [m for m in messages if "double quotes" in m]
    assert bool(refused) == bool(said)
    assert said is None or (said in refused[0] and "line 5" in refused[0])


@pytest.mark.parametrize("notes", ["a: b\n c: d", "a:\n\t- b", "id: x\nid: x\n", "- a", '"a', ""])
def test_files_that_are_no_notes(annotate, notes):
    document, messages = annotate("A b.", notes)
    assert document is None
    assert messages


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“One. Two,” he said.", ["One. Two,"]),
        ("‘He locked me out,’ she said, ‘and didn’t pay.’", ["He locked me out,", "and didn’t pay."]),
        ("‘The owners’ claims are false,’ she said.", ["The owners’ claims are false,"]),
        ("« Ours is finer », he said.", [" Ours is finer "]),
        ('He said "no" twice.', ["no"]),
        ("The workers' rights, 5 o'clock.", []),
        ("“It goes on", ["It goes on"]),
    ],
)
def test_quotations(text, quoted):
    source = Source.of(text)
    assert [source.text[a:b] for a, b in quotations(source, 0)] == quoted


def test_a_value_may_have_several_cues(annotate):
    notes = """
sentences:
- s: 0
  claims:
    - span: nobody ever paid
      predicate: paid = pay, past
      kind: fact
      polarity: negated = nobody / ever
"""
    document, problems = annotate("Then nobody ever paid.", notes)
    assert problems == []
    assert [cue.text for cue in document.claims[0].polarity.cues] == ["nobody", "ever"]


def test_of_claims_one_of_which_has_no_place_only_that_is_told(annotate):
    """A parent is a number among them: what it would be called now is nobody's fault."""
    notes = """
sentences:
- s: 0
  claims:
    - predicate: paid = pay, past
      kind: fact
    - span: nobody ever paid
      predicate: paid = pay, past
      kind: fact
      parent: elaborates 2
"""
    document, problems = annotate("Then nobody ever paid.", notes)
    assert document is None
    assert len(problems) == 1 and problems[0].endswith("sentence 0, claim 1: has no span")
