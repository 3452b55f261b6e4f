"""What is said in an infinitive, a gerund or a subjunctive stands alone with a finite verb."""

import pytest

SAID = {
    "has": (
        "The/DT/bank:det bank/NN/said:nsubj:pass is/VBZ/said:aux:pass said=say/VBN/root to/TO/lost:mark have/VB/lost:aux"
        " lost=lose/VBN/said:xcomp money/NN/lost:obj .",
        "| is said | The bank is said to have lost money | generic | indirect", "The bank has lost money.",
    ),
    "is": (
        "The/DT/dam:det dam/NN/said:nsubj:pass is/VBZ/said:aux:pass said=say/VBN/root to/TO/unsafe:mark be/VB/unsafe:cop"
        " unsafe/JJ/said:xcomp .",
        "| is said | The dam is said to be unsafe | generic | indirect", "The dam is unsafe.",
    ),
    "a verb of its own": (
        "The/DT/mayors:det mayors/NNS/said:nsubj:pass are/VBP/said:aux:pass said=say/VBN/root to/TO/live:mark"
        " live/VB/said:xcomp abroad/RB/live:advmod .",
        "| are said | The mayors are said to live abroad | generic | indirect", "The mayors live abroad.",
    ),
    "should": (
        "The/DT/panel:det panel/NN/proposed:nsubj proposed=propose/VBD/root that/IN/repealed:mark the/DT/law:det"
        " law/NN/repealed:nsubj:pass be/VB/repealed:aux:pass repealed=repeal/VBN/proposed:ccomp .",
        "The panel | proposed | the law be repealed | organisation | indirect", "The law should be repealed.",
    ),
    "does not": (
        "The/DT/dam:det dam/NN/said:nsubj:pass is/VBZ/said:aux:pass said=say/VBN/root not/RB/leak:advmod to/TO/leak:mark"
        " leak/VB/said:xcomp .",
        "| is said | The dam is said not to leak | generic | indirect", "The dam does not leak.",
    ),
    "is not": (
        "The/DT/dam:det dam/NN/said:nsubj:pass is/VBZ/said:aux:pass said=say/VBN/root not/RB/safe:advmod to/TO/safe:mark"
        " be/VB/safe:cop safe/JJ/said:xcomp .",
        "| is said | The dam is said not to be safe | generic | indirect", "The dam is not safe.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_made_finite(claimed, name):
    parse, said, text = SAID[name]
    read = claimed(parse, said=said)
    assert text in read.texts


def test_each_change_is_an_edit_with_its_place(claimed):
    parse, said, text = SAID["has"]
    row = next(row for row in claimed(parse, said=said).claims if row["text"] == text)
    changes = [
        (one["op"], one["text"], one["source"][0]["text"]) for one in row["edits"] if one["op"] != "insert"
    ]
    assert changes == [("delete", "", "to"), ("replace", "has", "have")]


def test_what_is_recommended_is_a_recommendation(claimed):
    parse, said, text = SAID["should"]
    row = next(row for row in claimed(parse, said=said).claims if row["text"] == text)
    assert (row["modality"]["value"], row["kind"]) == ("recommended", "recommendation")
    assert {"field": "modality", "rule": "subjunctive"} in row["rules"]


def test_a_finite_clause_is_left_alone(claimed):
    read = claimed(
        "Officials/NNS/said:nsubj said=say/VBD/root that/IN/pays:mark the/DT/fund:det fund/NN/pays:nsubj pays=pay/VBZ/said:ccomp .",
        said="Officials | said | the fund pays | unnamed | indirect",
    )
    assert read.texts == ["The fund pays."]
    assert read.claims[0]["edits"] == []


IS_SAID = "{who} is/VBZ/said:aux:pass said=say/VBN/root {to} {verb} ."


@pytest.mark.parametrize(
    ("who", "verb", "text"),
    [
        ("Rana/NNP/said:nsubj:pass", "to/TO/left:mark have/VB/left:aux left=leave/VBN/said:xcomp", "Rana has left."),
        ("Firms=firm/NNS/said:nsubj:pass", "to/TO/left:mark have/VB/left:aux left=leave/VBN/said:xcomp", "Firms have left."),
        ("Rana/NNP/said:nsubj:pass", "to/TO/ill:mark be/VB/ill:cop ill/JJ/said:xcomp", "Rana is ill."),
        ("Rana/NNP/said:nsubj:pass", "to/TO/own:mark own/VB/said:xcomp mines/NNS/own:obj", "Rana owns mines."),
    ],
)  # fmt: skip
def test_what_somebody_is_said_to_do(claimed, who, verb, text):
    words = " ".join(one.split("/")[0].split("=")[0] for one in verb.split())
    read = claimed(
        IS_SAID.format(who=who, to="", verb=verb), said=f" | is said | {words} | generic | indirect"
    )
    assert text in read.texts


def test_what_is_expected_lies_ahead(claimed):
    read = claimed(
        "Banks/NNS/expect:nsubj expect/VBP/root rents/NNS/expect:obj to/TO/fall:mark fall/VB/expect:xcomp .",
        said="Banks | expect | rents to fall | organisation | indirect",
    )
    assert read.texts == ["Rents will fall."]


def test_what_is_expected_of_them(claimed):
    read = claimed(
        "Banks/NNS/expect:nsubj expect/VBP/root them/PRP/expect:obj to/TO/fall:mark fall/VB/expect:xcomp .",
        said="Banks | expect | them to fall | organisation | indirect",
    )
    assert read.texts == ["They will fall."]


@pytest.mark.parametrize(
    ("gerund", "text"),
    [
        ("taking=take/VBG/denied:xcomp bribes/NNS/taking:obj", "Rana did not take bribes."),
        ("having/VBG/lied:aux lied=lie/VBN/denied:xcomp", "Rana had not lied."),
    ],
)
def test_what_somebody_denies(claimed, gerund, text):
    """Ruling 25: the denial is the author's, what is denied the speaker's."""
    words = " ".join(one.split("/")[0].split("=")[0] for one in gerund.split())
    read = claimed(
        f"Rana/NNP/denied:nsubj denied=deny/VBD/root {gerund} .",
        said=f"Rana | denied | {words} | person | indirect | negates",
    )
    assert read.texts == [f"Rana denied {words}.", text]
    assert [row["polarity"]["value"] for row in read.claims] == ["affirmed", "negated"]
    assert [row["attribution"]["source_type"] for row in read.claims] == ["author", "person"]


def test_what_it_is_believed(claimed):
    read = claimed(
        "It/PRP/held:expl is/VBZ/held:aux:pass held=hold/VBN/root that/IN/fell:mark rents/NNS/fell:nsubj fell=fall/VBD/held:csubj:pass .",
        said=" | is held | rents fell | generic | indirect",
    )  # fmt: skip
    assert read.texts == ["Rents fell."]
    assert read.claims[0]["attribution"]["source_type"] == "generic"
