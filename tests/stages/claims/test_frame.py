"""The verb that carries the claim: below "let us", "it is imperative", "failed to" and the like."""

import pytest

PAY = "to/TO/pay:mark pay/VB/{helper}:xcomp debts/NNS/pay:obj ."
BANK = "The/DT/bank:det bank/NN/{head}:nsubj"
WATER = "to/TO/save:mark save/VB/{head}:csubj water/NN/save:obj ."

HELPERS = {
    "failed": (f"{BANK} failed/VBD/root {PAY}", "failed", "negated", "asserted", "failed to"),
    "refused": (f"{BANK} refused=refuse/VBD/root {PAY}", "refused", "negated", "asserted", "refused to"),
    "began": (f"{BANK} began=begin/VBD/root {PAY}", "began", "affirmed", "asserted", None),
    "aims": (f"{BANK} aims/VBZ/root {PAY}", "aims", "affirmed", "intended", "aims to"),
    "vowed": (f"{BANK} vowed/VBD/root {PAY}", "vowed", "affirmed", "intended", "vowed to"),
    "seems": (f"{BANK} seems/VBZ/root {PAY}", "seems", "affirmed", "probable", "seems to"),
    "has": (f"{BANK} has/VBZ/root {PAY}", "has", "affirmed", "obligatory", "has to"),
    "going": (f"{BANK} is/VBZ/going:aux going=go/VBG/root {PAY}", "going", "affirmed", "predicted", "going to"),
    "expected": (
        "The/DT/bank:det bank/NN/expected:nsubj:pass is/VBZ/expected:aux:pass expected/VBN/root " + PAY,
        "expected", "affirmed", "predicted", "expected to",
    ),
    "able": (f"{BANK} is/VBZ/able:cop able/JJ/root {PAY}", "able", "affirmed", "asserted", None),
    "unable": (f"{BANK} is/VBZ/unable:cop unable/JJ/root {PAY}", "unable", "negated", "asserted", "unable"),
    "likely": (f"{BANK} is/VBZ/likely:cop likely/JJ/root {PAY}", "likely", "affirmed", "probable", "likely"),
    "unlikely": (f"{BANK} is/VBZ/unlikely:cop unlikely/JJ/root {PAY}", "unlikely", "negated", "probable", "unlikely"),
}  # fmt: skip
NO_HELPERS = {
    "wants": f"{BANK} wants/VBZ/root {PAY}",
    "tries": f"{BANK} tries/VBZ/root {PAY}",
    "helps": f"{BANK} helps/VBZ/root {PAY}",
    "learns": f"{BANK} learns/VBZ/root {PAY}",
    "hates": f"{BANK} hates/VBZ/root {PAY}",
}


@pytest.mark.parametrize(("parse", "head", "polarity", "modality", "cue"), HELPERS.values(), ids=HELPERS)
def test_helpers_are_cues_and_no_predicate(claimed, parse, head, polarity, modality, cue):
    (row,) = claimed(parse.format(helper=head, head=head)).claims
    assert row["predicate"]["lemma"] == "pay"
    assert (row["polarity"]["value"], row["modality"]["value"]) == (polarity, modality)
    assert [one["text"] for one in (*row["polarity"]["cues"], *row["modality"]["cues"])][:1] == (
        [cue] if cue else []
    )
    assert (row["subject"]["text"], row["object"]["text"]) == ("The bank", "debts")


@pytest.mark.parametrize(("head", "parse"), NO_HELPERS.items(), ids=NO_HELPERS)
def test_other_verbs_keep_their_infinitive_as_complement(claimed, head, parse):
    (row,) = claimed(parse.format(helper=head, head=head)).claims
    assert row["predicate"]["text"] == head
    assert (row["polarity"]["value"], row["modality"]["value"]) == ("affirmed", "asserted")
    assert [(one["role"], one["text"]) for one in row["arguments"]] == [("complement", "to pay debts")]


@pytest.mark.parametrize(
    ("verb", "rest", "lemma"),
    [
        ("failed/VBD/root", "its/PRP$/clients:nmod:poss clients/NNS/failed:obj", "fail"),
        ("began=begin/VBD/root", "work/NN/began:obj", "begin"),
        ("is/VBZ/going:aux going=go/VBG/root", "to/IN/Lima:case Lima/NNP/going:obl", "go"),
        ("has/VBZ/root", "debts/NNS/has:obj to/TO/pay:mark pay/VB/debts:acl", "have"),
    ],
)
def test_a_helper_without_its_infinitive_is_a_verb(claimed, verb, rest, lemma):
    head = verb.split()[-1].split("/")[0].split("=")[0]
    (row,) = claimed(f"{BANK} {verb} {rest} .".format(head=head)).claims
    assert row["predicate"]["lemma"] == lemma
    assert (row["polarity"]["value"], row["modality"]["value"]) == ("affirmed", "asserted")


def test_helpers_in_a_chain(claimed):
    (row,) = claimed(
        f"{BANK} is/VBZ/expected:aux:pass expected/VBN/root to/TO/begin:mark begin/VB/expected:xcomp {PAY}".format(
            head="expected", helper="begin"
        )
    ).claims
    assert (row["predicate"]["lemma"], row["modality"]["value"], row["kind"]) == (
        "pay",
        "predicted",
        "prediction",
    )


def test_not_failing_is_affirmed(claimed):
    (row,) = claimed(
        f"{BANK} did/VBD/fail:aux not/RB/fail:advmod fail/VB/root {PAY}".format(head="fail", helper="fail")
    ).claims
    assert row["polarity"]["value"] == "affirmed"
    assert sorted(cue["text"] for cue in row["polarity"]["cues"]) == ["fail to", "not"]


def test_a_shared_helper_reaches_both_verbs(claimed):
    read = claimed(
        "The/DT/plan:det plan/NN/aims:nsubj aims/VBZ/root to/TO/boost:mark boost/VB/aims:xcomp trade/NN/boost:obj"
        " and/CC/draw:cc draw/VB/boost:conj firms/NNS/draw:obj ."
    )
    assert [(row["predicate"]["lemma"], row["modality"]["value"]) for row in read.claims] == [
        ("boost", "intended"),
        ("draw", "intended"),
    ]
    assert read.texts[1] == "The plan aims to draw firms."


def test_let_us(claimed):
    (row,) = claimed("Let/VB!/root us/PRP/Let:obj build/VB/Let:xcomp a/DT/dam:det dam/NN/build:obj .").claims
    assert (row["predicate"]["lemma"], row["object"]["text"], row["subject"]["origin"]) == (
        "build",
        "a dam",
        "author",
    )
    assert (row["kind"], row["modality"]["value"]) == ("recommendation", "recommended")
    assert [cue["text"] for cue in row["modality"]["cues"]] == ["Let us"]


def test_let_us_not(claimed):
    (row,) = claimed(
        "Let/VB!/root us/PRP/Let:obj not/RB/sell:advmod sell/VB/Let:xcomp it/PRP/sell:obj ."
    ).claims
    assert (row["kind"], row["polarity"]["value"]) == ("recommendation", "negated")


def test_let_somebody_else(claimed):
    read = claimed(
        "Let/VB/root the/DT/council:det council/NN/Let:obj keep/VB/Let:xcomp the/DT/rooms:det rooms/NNS/keep:obj ,/,/pay:punct "
        "and/CC/let:cc let/VB/Let:conj Peru/NNP/let:obj pay/VB/let:xcomp ."
    )
    found = [
        (row["subject"]["text"], row["predicate"]["lemma"], row["kind"], row["modality"]["value"])
        for row in read.claims
    ]
    assert found == [
        ("the council", "keep", "recommendation", "recommended"), ("Peru", "pay", "recommendation", "recommended"),
    ]  # fmt: skip


def test_let_me_urges_nobody(claimed):
    (row,) = claimed("Let/VB/root me/PRP/Let:obj build/VB/Let:xcomp dams/NNS/build:obj .").claims
    assert row["predicate"]["lemma"] == "let"


def test_they_let_us_is_no_exhortation(claimed):
    (row,) = claimed(
        "They/PRP/let:nsubj let=let/VBD/root us/PRP/let:obj build/VB/let:xcomp dams/NNS/build:obj ."
    ).claims
    assert (row["predicate"]["lemma"], row["kind"], row["modality"]["value"]) == ("let", "fact", "asserted")


def test_it_is_imperative_for_someone(claimed):
    (row,) = claimed(
        "It/PRP/imperative:expl is/VBZ/imperative:cop imperative/JJ/root for/IN/Ruvia:case Ruvia/NNP/imperative:obl "
        + WATER.format(head="imperative")
    ).claims
    assert (row["subject"]["text"], row["predicate"]["text"], row["object"]["text"]) == (
        "Ruvia",
        "save",
        "water",
    )
    assert (row["kind"], row["modality"]["value"]) == ("recommendation", "recommended")
    assert row["modality"]["cues"][0]["text"] == "imperative"


def test_for_someone_inside_the_infinitive(claimed):
    (row,) = claimed(
        "It/PRP/vital:expl is/VBZ/vital:cop vital/JJ/root for/IN/save:mark Ruvia/NNP/save:nsubj "
        + WATER.format(head="vital")
    ).claims
    assert (row["subject"]["text"], row["predicate"]["lemma"]) == ("Ruvia", "save")


def test_it_is_time_has_no_subject(claimed):
    (row,) = claimed("It/PRP/time:expl is/VBZ/time:cop time/NN/root " + WATER.format(head="time")).claims
    assert row["subject"] is None
    assert (row["predicate"]["lemma"], row["modality"]["value"], row["kind"]) == (
        "save",
        "recommended",
        "recommendation",
    )


@pytest.mark.parametrize(
    "parse",
    [
        "The/DT/pact:det pact/NN/vital:nsubj is/VBZ/vital:cop vital/JJ/root .",
        "The/DT/pact:det pact/NN/important:nsubj is/VBZ/important:cop important/JJ/root for/IN/trade:case"
        " trade/NN/important:obl .",
    ],
)
def test_a_thing_that_is_vital_is_judged_and_not_urged(claimed, parse):
    (row,) = claimed(parse).claims
    assert (row["kind"], row["modality"]["value"], row["predicate"]["lemma"]) == (
        "evaluation",
        "asserted",
        "be",
    )
    assert row["subject"]["text"] == "The pact"


@pytest.mark.xfail(
    strict=True, reason="parsers hang the infinitive on its subject as often as on the adjective"
)
def test_for_someone_with_the_infinitive_hung_on_the_noun(claimed):
    (row,) = claimed(
        "It/PRP/imperative:nsubj is/VBZ/imperative:cop imperative/JJ/root for/IN/Ruvia:case Ruvia/NNP/imperative:obl"
        " to/TO/save:mark save/VB/Ruvia:acl water/NN/save:obj ."
    ).claims
    assert (row["kind"], row["predicate"]["lemma"], row["subject"]["text"]) == (
        "recommendation",
        "save",
        "Ruvia",
    )
