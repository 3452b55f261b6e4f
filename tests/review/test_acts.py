"""Each act gives a valid document, and the one that a person would expect."""

import pytest

from pipeline.record import Document
from pipeline.review import Refused, acts
from pipeline.review.edges import bare, moved


def at(text, words):
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture
def act(desk):
    """Does an act on the desk, and gives the document, validated."""

    def do(verdict, claim, patch):
        desk.decide(verdict, claim, patch)
        return Document.model_validate_json(desk.document.to_json())

    return do


def claim(document, id):
    return next(each for each in document.claims if each.id == id)


def test_a_field(document, act):
    after = claim(act("edit", "c5", acts.set_field(document, "c5", "modality/value", "probable")), "c5")
    assert after.modality.value == "probable" and [cue.text for cue in after.modality.cues] == ["may"]


def test_a_plain_value_has_no_cues(document, act):
    after = claim(act("edit", "c5", acts.set_field(document, "c5", "polarity/value", "affirmed")), "c5")
    assert after.polarity.cues == ()


def test_a_field_of_an_amount(document, act):
    after = act("edit", "c1", acts.set_at(document, "/amounts/m1/currency", "AUD"))
    assert after.amounts[0].currency == "AUD"


def test_a_role(document, act):
    after = claim(
        act("edit", "c5", acts.set_role(document, "c5", "subject", *at(document.text, "money"))), "c5"
    )
    assert (after.subject.text, after.subject.head.text, after.subject.entity) == ("money", "money", None)


def test_a_role_is_the_name_that_stands_in_it(document, act):
    patch = acts.set_role(document, "c1", "recipient", *at(document.text, "gave Veld"))
    (recipient,) = claim(act("edit", "c1", patch), "c1").arguments
    assert (recipient.span.text, recipient.head.text, recipient.entity) == ("gave Veld", "Veld", "e2")


def test_shrinking_takes_along_what_stood_there(document, act):
    after = claim(
        act("edit", "c1", acts.set_span(document, "c1", *at(document.text, "Norland gave Veld $3 million"))),
        "c1",
    )
    assert after.span.text == after.fragments[0].text == "Norland gave Veld $3 million"
    assert after.dates == () and after.amounts == ("m1",) and after.entities == ("e1", "e2")
    assert after.transfer.period is None and after.transfer.amount == "m1"
    assert after.text == "Norland gave Veld $3 million."


def test_shrinking_cuts_roles(document, act):
    after = claim(act("edit", "c2", acts.grow(document, "c2", "end", -1)), "c2")
    assert (after.span.text, after.object.span.text, after.object.head.text) == ("trained its", "its", "its")
    assert [piece.text for piece in after.fragments] == ["Norland", "trained its"]
    assert after.text == "Norland trained its."


def test_a_transfer_goes_with_its_amount(document, act):
    after = claim(
        act("edit", "c1", acts.set_span(document, "c1", *at(document.text, "Norland gave Veld"))), "c1"
    )
    assert after.amounts == () and after.transfer is None and after.object is None


def test_a_claim_keeps_its_predicate(document):
    with pytest.raises(Refused, match="the predicate 'gave' would stand outside: set it first"):
        acts.set_span(document, "c1", *at(document.text, "Veld $3 million"))


def test_growing_takes_in_what_stands_there(document, act):
    after = claim(act("edit", "c3", acts.grow(document, "c3", "end", 3)), "c3")
    assert after.span.text == "$2 million went to clinics and $1 million"
    assert after.amounts == ("m2", "m3")
    assert after.text == "$2 million went to clinics and $1 million."


def test_growing_over_borrowed_words(document, act):
    after = claim(act("edit", "c2", acts.set_span(document, "c2", 0, at(document.text, "nurses")[1])), "c2")
    assert [piece.text for piece in after.fragments] == [after.span.text]
    assert after.amounts == ("m1",) and after.dates == ("d1",)


@pytest.mark.parametrize(
    ("side", "by", "unit", "span"),
    [
        ("end", 1, "word", "b c d"), ("end", -1, "word", "b"), ("start", 1, "word", "a b c"), ("start", -1, "word", "c"),
        ("end", 9, "word", "b c d, e-f."), ("end", -9, "word", "b"), ("start", -9, "word", "c"),
        ("end", 2, "character", "b c d"), ("start", -1, "character", " c"), ("end", -9, "character", "b"),
    ],
)  # fmt: skip
def test_edges_move(side, by, unit, span):
    text = "a b c d, e-f."
    start, end = moved(text, (2, 5), side, by, unit)
    assert text[start:end] == span


def test_bare():
    text = ", and trained nurses, "
    assert text[slice(*bare(text, 0, len(text), leading=True))] == "trained nurses"
    assert text[slice(*bare(text, 0, len(text)))] == "and trained nurses"


def test_a_new_claim_is_the_authors_until_somebody_says_more(document, act):
    new, patch = acts.add(document, *at(document.text, " the ministry said"))
    made = claim(act("add", None, patch), new)
    assert (made.span.text, made.text, made.sentence) == ("the ministry said", "The ministry said.", 0)
    assert made.abstained[0].field == "predicate" and made.attribution.source_type == "author"
    assert made.confidence is None and made.rules == ()


def test_a_new_claim_takes_over_the_roles_that_stand_in_it(document, act):
    new, patch = acts.add(document, *at(document.text, "Norland gave Veld $3 million"))
    made = claim(act("add", None, patch), new)
    assert (made.predicate.lemma, made.subject.text, made.amounts) == ("give", "Norland", ("m1",))
    assert made.attribution.source.text == "the ministry" and made.abstained == () and made.dates == ()


def test_its_predicate_can_be_set(desk, act):
    new, patch = acts.add(desk.document, *at(desk.document.text, "the ministry said"))
    act("add", None, patch)
    patch = acts.set_role(desk.document, new, "predicate", *at(desk.document.text, "said"), tense="past")
    made = claim(act("edit", new, patch), new)
    assert (made.predicate.lemma, made.predicate.tense, made.abstained) == ("say", "past", ())


def test_a_new_claim_knows_its_sentence(document):
    _, patch = acts.add(document, *at(document.text, "Was it enough?"))
    assert (patch[0]["value"]["sentence"], patch[0]["value"]["paragraph"]) == (2, 1)


def test_two_new_claims_on_the_same_words_are_two(desk, act):
    words = at(desk.document.text, "the ministry said")
    first, patch = acts.add(desk.document, *words)
    act("add", None, patch)
    second, patch = acts.add(desk.document, *words)
    assert first != second and len(act("add", None, patch).claims) == 8


def test_split(document, act):
    new, patch = acts.split(document, "c3", at(document.text, "to clinics")[0])
    after = act("split", "c3", patch)
    left, right = claim(after, "c3"), claim(after, new)
    assert (left.span.text, left.text, left.amounts) == ("$2 million went", "$2 million went.", ("m2",))
    assert (right.span.text, right.text) == ("to clinics", "$2 million to clinics.")
    assert (right.subject.text, right.subject.origin) == ("$2 million", "elided")
    assert (right.parent.claim, right.parent.relation) == ("c3", "conjunct_of")
    assert [(edit.text, edit.reason) for edit in right.edits] == [("$2 million", "elided_argument")]
    assert [each.field for each in right.abstained] == ["predicate"] and left.abstained == ()


def test_split_drops_the_connective(desk, act):
    act("edit", "c1", acts.set_span(desk.document, "c1", 0, at(desk.document.text, "nurses")[1]))
    new, patch = acts.split(desk.document, "c1", at(desk.document.text, "and trained")[0])
    after = act("split", "c1", patch)
    assert claim(after, "c1").text == "Norland gave Veld $3 million in 2019."
    assert claim(after, new).text == "Norland trained its nurses."


def test_split_lends_no_subject_to_who_has_one(desk, act):
    whole = at(
        desk.document.text, "Norland gave Veld $3 million in 2019 and trained its nurses, the ministry said"
    )
    act("edit", "c1", acts.set_span(desk.document, "c1", *whole))
    new, patch = acts.split(desk.document, "c1", at(desk.document.text, "Veld")[0])
    right = claim(act("split", "c1", patch), new)
    assert right.subject is None and right.text.startswith("Veld $3 million")


def test_merging_across_sentences_keeps_both(document, act):
    whole = claim(act("merge", "c2", acts.merge(document, "c2", "c3")), "c2")
    assert whole.text == "Norland trained its nurses. $2 million went to clinics."
    assert [piece.text for piece in whole.fragments] == [
        "Norland",
        "trained its nurses",
        "$2 million went to clinics",
    ]


@pytest.mark.parametrize("offset", [0, 1000, 38])
def test_a_cut_leaves_words_on_both_sides(document, offset):
    with pytest.raises(Refused, match=r"/claims/c1/span: "):
        acts.split(document, "c1", offset)


def test_merge(document, act):
    after = act("merge", "c4", acts.merge(document, "c4", "c3"))
    (whole,) = (each for each in after.claims if each.sentence == 1)
    assert whole.id == "c3"
    assert whole.text == "$2 million went to clinics and $1 million to schools."
    assert whole.amounts == ("m2", "m3") and whole.parent is None
    assert [piece.text for piece in whole.fragments] == [whole.span.text]


def test_what_hung_on_the_merged_hangs_on_the_whole(desk, act):
    act(
        "edit", "c5", acts.set_field(desk.document, "c5", "parent", {"claim": "c2", "relation": "elaborates"})
    )
    after = act("merge", "c1", acts.merge(desk.document, "c1", "c2"))
    assert claim(after, "c5").parent.claim == "c1" and claim(after, "c1").parent is None


def test_a_claim_is_not_merged_with_itself(document):
    with pytest.raises(Refused, match="cannot be merged with itself"):
        acts.merge(document, "c1", "c1")


def test_an_amount_that_was_not_found(document, act):
    start, end = at(document.text, "more")
    span = {"start": start, "end": end, "text": "more"}
    new, patch = acts.put(document, "amounts", {"span": span, "comparator": "vague"})
    after = act("edit", None, patch)
    assert (new, after.amounts[-1].id, after.amounts[-1].core.text) == ("m4", "m4", "more")


@pytest.mark.parametrize(
    ("do", "message"),
    [
        (lambda d: acts.set_field(d, "c9", "kind", "fact"), "/claims/c9: there is no such claim"),
        (lambda d: acts.set_field(d, "c1", "kind", "rumour"), "/claims/c1/kind: is 'rumour', none of"),
        (lambda d: acts.set_role(d, "c1", "mood", 0, 4), "/claims/c1/arguments/0/role: is 'mood', none of"),
        (lambda d: acts.set_span(d, "c1", 4, 4), "/span: 4:4 holds no words"),
        (lambda d: acts.add(d, 0, 10_000), "/span: 0:10000 holds no words"),
        (lambda d: acts.put(d, "dates", {}), "/dates/d2/span: is "),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(document, do, message):
    with pytest.raises(Refused, match=message):
        do(document)
