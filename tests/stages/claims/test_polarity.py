"""Affirmed or negated, and by which words. corpus/GUIDELINES.md, 3."""

import pytest

LENT = "lent=lend/VBD/root ."

NEGATED = {
    "not": ("Banks/NNS/lend:nsubj did/VBD/lend:aux not/RB/lend:advmod lend/VB/root .", "not"),
    "n't": ("Banks/NNS/lend:nsubj did/VBD/lend:aux n't/RB/lend:advmod lend/VB/root .", "n't"),
    "never": (f"Banks/NNS/lent:nsubj never/RB/lent:advmod {LENT}", "never"),
    "no longer": ("Banks/NNS/lend:nsubj no/RB/longer:advmod longer/RB/lend:advmod lend/VBP/root .", "no longer"),
    "no longer, parsed flat": ("Banks/NNS/lend:nsubj no/RB/lend:advmod longer/RB/lend:advmod lend/VBP/root .", "no longer"),
    "no + subject": (f"No/DT/bank:det bank/NN/lent:nsubj {LENT}", "No"),
    "no + object": ("Towns/NNS/have:nsubj have/VBP/root no/DT/clinic:det clinic/NN/have:obj .", "no"),
    "no + complement": ("The/DT/road:det road/NN/gift:nsubj is/VBZ/gift:cop no/DT/gift:det gift/NN/root .", "no"),
    "no one": (f"No/DT/one:det one/NN/lent:nsubj {LENT}", "No"),
    "nobody": (f"Nobody/NN/lent:nsubj {LENT}", "Nobody"),
    "neither": (f"Neither/DT/bank:det bank/NN/lent:nsubj {LENT}", "Neither"),
    "few": (f"Few/JJ/banks:amod banks/NNS/lent:nsubj {LENT}", "Few"),
    "hardly": (f"Banks/NNS/lent:nsubj hardly/RB/lent:advmod {LENT}", "hardly"),
}  # fmt: skip


AFFIRMED = {
    "plain": f"Banks/NNS/lent:nsubj {LENT}",
    "a few": f"A/DT/few:det few/JJ/banks:amod banks/NNS/lent:nsubj {LENT}",
    "only": f"Only/RB/banks:advmod two/CD/banks:nummod banks/NNS/lent:nsubj {LENT}",
    "not only": f"Banks/NNS/lent:nsubj not/RB/only:advmod only/RB/lent:advmod {LENT}",
    "not only, parsed flat": f"Banks/NNS/lent:nsubj not/RB/lent:advmod only/RB/lent:advmod {LENT}",
    "just": f"Banks/NNS/lent:nsubj just/RB/lent:advmod {LENT}",
    "lack": "Towns/NNS/lack:nsubj lack/VBP/root clinics/NNS/lack:obj .",
    "at least": f"At/IN/two:case least/JJS/At:fixed two/CD/banks:nummod banks/NNS/lent:nsubj {LENT}",
    "despite": "Rents/NNS/rose:nsubj rose=rise/VBD/root despite/IN/cap:case the/DT/cap:det cap/NN/rose:obl .",
    "no, deep in the subject": "Towns/NNS/shrank:nsubj with/IN/clinic:case no/DT/clinic:det clinic/NN/Towns:nmod"
    " shrank=shrink/VBD/root .",
    "not, of a part": "Banks/NNS/lent:nsubj , not/RB/shops:advmod shops/NNS/Banks:conj , lent=lend/VBD/root .",
}  # fmt: skip


@pytest.mark.parametrize(("parse", "cue"), NEGATED.values(), ids=NEGATED)
def test_negated(claimed, parse, cue):
    row = claimed(parse).claims[0]
    assert row["polarity"]["value"] == "negated"
    assert [one["text"] for one in row["polarity"]["cues"]] == [cue]


@pytest.mark.parametrize("parse", AFFIRMED.values(), ids=AFFIRMED)
def test_not_negated(claimed, parse):
    assert claimed(parse).claims[0]["polarity"] == {"value": "affirmed", "cues": []}


DOUBLE = {
    "no … not": "No/DT/bank:det bank/NN/lend:nsubj did/VBD/lend:aux not/RB/lend:advmod lend/VB/root .",
    "nobody … not": "Nobody/NN/lend:nsubj did/VBD/lend:aux not/RB/lend:advmod lend/VB/root .",
    "never failed to": "Banks/NNS/failed:nsubj never/RB/failed:advmod failed/VBD/root to/TO/lend:mark lend/VB/failed:xcomp .",
}  # fmt: skip


@pytest.mark.parametrize("parse", DOUBLE.values(), ids=DOUBLE)
def test_a_double_negation_affirms_and_shows_both_cues(claimed, parse):
    row = claimed(parse).claims[0]
    assert (row["polarity"]["value"], len(row["polarity"]["cues"])) == ("affirmed", 2)


def test_a_negated_imperative(claimed):
    (row,) = claimed(
        "Do/VB!/sign:aux not/RB/sign:advmod sign/VB/root this/DT/pact:det pact/NN/sign:obj ."
    ).claims
    assert (row["kind"], row["modality"]["value"], row["polarity"]["value"]) == (
        "recommendation",
        "recommended",
        "negated",
    )


def test_neither_nor(claimed):
    (row,) = claimed(
        "Neither/CC/Rana:cc:preconj Rana/NNP/came:nsubj nor/CC/Costa:cc Costa/NNP/Rana:conj came=come/VBD/root ."
    ).claims
    assert row["polarity"]["value"] == "negated"


def test_nor_should_it(claimed):
    row = claimed(
        "Peru/NNP/sell:nsubj must/MD/sell:aux not/RB/sell:advmod sell/VB/root ports/NNS/sell:obj , nor/CC/lease:cc"
        " should/MD/lease:aux Chile/NNP/lease:nsubj lease/VB/sell:conj them/PRP/lease:obj ."
    ).claims[1]
    assert (row["polarity"]["value"], row["kind"]) == ("negated", "recommendation")


def test_better_than_nothing(claimed):
    (row,) = claimed(
        "The/DT/deal:det deal/NN/better:nsubj is/VBZ/better:cop better/JJR/root than/IN/nothing:case nothing/NN/better:obl ."
    ).claims
    assert row["polarity"] == {"value": "affirmed", "cues": []}


FAR = {
    "far from": ("The/DT/plan:det plan/NN/fair:nsubj is/VBZ/fair:cop far/RB/fair:advmod from/IN/fair:case fair/JJ/root .", "negated", "evaluation"),
    "far from a": ("It/PRP/gift:nsubj is/VBZ/gift:cop far/RB/gift:advmod from/IN/gift:case a/DT/gift:det gift/NN/root .", "negated", "evaluation"),
    "anything but": ("It/PRP/fair:nsubj is/VBZ/fair:cop anything/NN/fair:obl but/IN/fair:case fair/JJ/root .", "negated", "evaluation"),
    "far from the": ("It/PRP/far:nsubj is/VBZ/far:cop far/RB/root from/IN/sea:case the/DT/sea:det sea/NN/far:obl .", "affirmed", "fact"),
    "hardly any": ("Hardly/RB/anyone:advmod anyone/NN/came:nsubj came=come/VBD/root .", "negated", "fact"),
    "hardly": ("Hardly/RB/banks:advmod banks/NNS/came:nsubj came=come/VBD/root .", "affirmed", "fact"),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "polarity", "kind"), FAR.values(), ids=FAR)
def test_denied_in_other_words(claimed, parse, polarity, kind):
    (row,) = claimed(parse).claims
    assert (row["polarity"]["value"], row["kind"]) == (polarity, kind)
