"""What stands on its own feet is a claim; what the parser tore from a sentence is not."""

import pytest

FRAGMENTS = {
    "a question word and its clause": "Whose/WP$/job:nmod:poss job/NN/root it/PRP/job:nsubj is/VBZ/job:cop .",
    "an infinitive": "To/TO/fix:mark fix/VB/root it/PRP/fix:obj .",
    "a bare participle": "Released/VBN/root last/JJ/fall:amod fall/NN/Released:obl:unmarked .",
    "a verb that lost its subject": "Missed=miss/VBD/root a/DT/lunch:det lunch/NN/Missed:obj .",
    "there, and nothing": "There/EX/been:expl have/VBP/been:aux been=be/VBN/root .",
    "a free relative": "Whatever/WP/happened:nsubj happened=happen/VBD/root to/IN/prices:case prices/NNS/happened:obl .",
    "what is no sentence": "Roughly/RB/What:advmod what/WP/root they/PRP/spend:nsubj spend/VBP/what:acl:relcl .".replace(
        "What:", "what:"
    ),
    "thinking alone": "I/PRP/think:nsubj think/VBP/root .",
    "a gerund": "Selling/VBG/root tickets/NNS/Selling:obj .",
    "a helper that lost its subject": "Will/MD/stay:aux stay/VB/root there/RB/stay:advmod .",
}
CLAIMS = {
    "an order": "Pay/VB!/root the/DT/nurses:det nurses/NNS/Pay:obj now/RB/Pay:advmod .",
    "an order with do": "Do/VB/write:aux write/VB/root in/RP/write:compound:prt .",
    "a free relative is a subject": (
        "What/WP/habit:nsubj bred=breed/VBD/What:acl:relcl it/PRP/bred:obj was/VBD/habit:cop a/DT/habit:det habit/NN/root ."
    ),
    "whoever": "Whoever/WP/wins:nsubj wins/VBZ/takes:csubj takes/VBZ/root office/NN/takes:obj .",
}


@pytest.mark.parametrize("parse", FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_fragment_is_no_claim(claimed, parse):
    read = claimed(parse)
    assert read.claims == []
    assert [row["reason"] for row in read.skipped] == ["no_predicate"]


@pytest.mark.parametrize("parse", CLAIMS.values(), ids=CLAIMS)
def test_a_sentence_is_one(claimed, parse):
    assert len(claimed(parse).claims) == 1


def test_what_had_not_come_is_none(claimed):
    read = claimed(
        "Rents/NNS/rose:nsubj rose=rise/VBD/root before/IN/closed:mark any/DT/mill:det mill/NN/closed:nsubj closed=close/VBD/rose:advcl ."
    )
    assert read.texts == ["Rents rose before any mill closed."] or read.texts == ["Rents rose."]
    assert all(not text.startswith("Any") for text in read.texts)


def test_an_announcement_is_none(claimed):
    read = claimed(
        "Here/RB/root is/VBZ/Here:cop what/WP/Here:nsubj we/PRP/do:nsubj should/MD/do:aux do/VB/what:acl:relcl ."
    )
    assert read.claims == []
