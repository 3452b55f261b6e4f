"""How real a claim is said to be, and by which words. corpus/GUIDELINES.md, 3."""

import pytest

LENT = "lent=lend/VBD/root ."
WOULD = "the/DT/bridge:det bridge/NN/{0}:nsubj would/MD/{0}:aux"


def modal(word, tag="MD"):
    return f"Banks/NNS/close:nsubj {word}/{tag}/close:aux close/VB/root ."


MODALITY = {
    "will": (modal("will"), "predicted", "prediction", "will"),
    "may": (modal("may"), "possible", "fact", "may"),
    "might": (modal("might"), "possible", "fact", "might"),
    "could": (modal("could"), "possible", "fact", "could"),
    "must": (modal("must"), "obligatory", "recommendation", "must"),
    "should": (modal("should"), "recommended", "recommendation", "should"),
    "can, of ability": (modal("can"), "asserted", "fact", None),
    "did": (modal("did", tag="VBD"), "asserted", "fact", None),
    "must have": (
        "Banks/NNS/known:nsubj must/MD/known:aux have/VB/known:aux known=know/VBN/root .", "probable", "fact", "must",
    ),
    "may have": (
        "He/PRP/stolen:nsubj may/MD/stolen:aux have/VB/stolen:aux stolen=steal/VBN/root .", "possible", "fact", "may",
    ),
    "probably": (f"Banks/NNS/lent:nsubj probably/RB/lent:advmod {LENT}", "probable", "fact", "probably"),
    "perhaps": (f"Perhaps/RB/lent:advmod banks/NNS/lent:nsubj {LENT}", "possible", "fact", "Perhaps"),
    "if … will": (
        "If/IN/fail:mark rains/NNS/fail:nsubj fail/VBP/starve:advcl , herds/NNS/starve:nsubj will/MD/starve:aux"
        " starve/VB/root .", "conditional", "prediction", "If",
    ),
    "would have": (
        f"{WOULD} have/VB/stood:aux stood=stand/VBN/root if/IN/paid:mark we/PRP/paid:nsubj had/VBD/paid:aux"
        " paid=pay/VBN/stood:advcl .".format("stood"), "counterfactual", "fact", "would",
    ),
    "imperative": ("Scrap/VB!/root the/DT/levy:det levy/NN/Scrap:obj .", "recommended", "recommendation", None),
    "a month called May": (
        "Banks/NNS/lent:nsubj in/IN/May:case May/NNP/lent:obl " + LENT, "asserted", "fact", None,
    ),
    "the will": ("The/DT/will:det will/NN/broke:nsubj broke=break/VBD/root .", "asserted", "fact", None),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "value", "kind", "cue"), MODALITY.values(), ids=MODALITY)
def test_modality_and_kind(claimed, parse, value, kind, cue):
    (row,) = claimed(parse).claims
    assert (row["modality"]["value"], row["kind"]) == (value, kind)
    cues = [one["text"] for one in row["modality"]["cues"]]
    assert cue in cues if cue else cues == []
    assert row["polarity"]["value"] == "affirmed"


def test_had_it(claimed):
    (row,) = claimed(
        "Had/VBD/paid:aux we/PRP/paid:nsubj paid=pay/VBN/stand:advcl , "
        + f"{WOULD} stand/VB/root .".format("stand")
    ).claims
    assert (row["modality"]["value"], row["kind"], row["polarity"]["value"]) == (
        "counterfactual",
        "fact",
        "affirmed",
    )


@pytest.mark.xfail(
    strict=True, reason="3.3: records settle it, yet a word that judges as a noun judges as a verb, too"
)
def test_may_have_lied(claimed):
    (row,) = claimed("He/PRP/lied:nsubj may/MD/lied:aux have/VB/lied:aux lied=lie/VBN/root .").claims
    assert row["kind"] == "fact"


TOLD = {
    "would, told in the past": (
        "She/PRP/warned:nsubj warned=warn/VBD/root that/IN/last:mark shells/NNS/last:nsubj would/MD/last:aux last/VB/warned:ccomp .",
        "shells would last", "predicted",
    ),
    "would, of today": ("The/DT/plan:det plan/NN/cost:nsubj would/MD/cost:aux cost/VB/root jobs/NNS/cost:obj .", "The plan", "conditional"),
    "would rather": (
        "She/PRP/talk:nsubj would/MD/talk:aux rather/RB/talk:advmod talk/VB/root .", "She would rather talk", "asserted",
    ),
    "could not": (
        "The/DT/state:det state/NN/pay:nsubj could/MD/pay:aux not/RB/pay:advmod pay/VB/root teachers/NNS/pay:obj .",
        "The state", "asserted",
    ),
    "could": ("The/DT/dam:det dam/NN/break:nsubj could/MD/break:aux break/VB/root .", "The dam", "possible"),
    "is to": (
        "A/DT/line:det line/NN/carry:nsubj is=be/VBZ/carry:aux to/TO/carry:mark carry/VB/root power/NN/carry:obj .",
        "A line", "predicted",
    ),
    "is to be, of a state": (
        "The/DT/fleet:det fleet/NN/strong:nsubj is/VBZ/strong:cop to/TO/strong:mark be/VB/strong:cop strong/JJ/root .",
        "The fleet", "predicted",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parse", "begin", "value"), TOLD.values(), ids=TOLD)
def test_would_could_and_is_to(claimed, parse, begin, value):
    said = {"said": "She | warned | shells would last | person | indirect"} if "warned" in parse else {}
    found = {row["span"]["text"]: row["modality"]["value"] for row in claimed(parse, **said).claims}
    assert [modality for text, modality in found.items() if text.startswith(begin)] == [value]
