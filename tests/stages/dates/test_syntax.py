"""The tense of the clause around a date, and dates that stand aside, on trees made by hand.

A token is `word/TAG/head:relation`; its head is named by its word, the root is `word/TAG/root`.
"""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.stages.dates.syntax import Syntax

POS = {
    "NN": "NOUN", "NNP": "PROPN", "PRP": "PRON", "MD": "AUX", "IN": "ADP", "TO": "PART", "CD": "NUM", "DT": "DET",
    "JJ": "ADJ", "VBD": "VERB", "VBZ": "VERB", "VB": "VERB", "VBN": "VERB", "POS": "PART", "VB!": "VERB", "VBG": "VERB",
}  # fmt: skip
MORPH = {
    "VBD": "Tense=Past|VerbForm=Fin", "VBZ": "Tense=Pres|VerbForm=Fin", "VB": "VerbForm=Inf", "MD": "VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part", "VB!": "Mood=Imp|VerbForm=Fin", "VBG": "Tense=Pres|VerbForm=Part",
}  # fmt: skip


def parsed(line: str) -> Syntax:
    tokens = [token.split("/") for token in line.split()]
    words = [word for word, _, _ in tokens]
    links = [(word if link == "root" else link.split(":")[0], link) for word, _, link in tokens]
    return Syntax(
        Doc(
            Vocab(), words=words, pos=[POS[tag] for _, tag, _ in tokens], tags=[tag for _, tag, _ in tokens],
            morphs=[MORPH.get(tag, "") for _, tag, _ in tokens], heads=[words.index(head) for head, _ in links],
            deps=["ROOT" if link == "root" else link.split(":", 1)[1] for _, link in links],
        )
    )  # fmt: skip


def at(syntax: Syntax, words: str) -> tuple[int, int]:
    start = syntax.doc.text.index(words)
    return start, start + len(words)


BY = "by/IN/May:case May/NNP"
ON = "in/IN/May:case May/NNP"


@pytest.mark.parametrize(
    ("line", "tense"),
    [
        (f"It/PRP/fell:nsubj fell/VBD/root {ON}/fell:obl", "past"),
        (f"It/PRP/fallen:nsubj has/VBZ/fallen:aux fallen/VBN/root {ON}/fallen:obl", "perfect"),
        (f"It/PRP/fall:nsubj will/MD/fall:aux fall/VB/root {ON}/fall:obl", "future"),
        (f"It/PRP/fall:nsubj would/MD/fall:aux fall/VB/root {ON}/fall:obl", "present"),
        (f"It/PRP/fallen:nsubj would/MD/fallen:aux have/VB/fallen:aux fallen/VBN/root {ON}/fallen:obl", "past"),
        (f"It/PRP/fallen:nsubj will/MD/fallen:aux have/VB/fallen:aux fallen/VBN/root {ON}/fallen:obl", "past"),
        (f"It/PRP/fallen:nsubj will/MD/fallen:aux have/VB/fallen:aux fallen/VBN/root {BY}/fallen:obl", "future"),
        (f"It/PRP/falls:nsubj falls/VBZ/root {ON}/falls:obl", "present"),
        (f"Meet/VB!/root {ON}/Meet:obl", "future"),
        (f"It/PRP/open:nsubj is/VBZ/open:cop open/JJ/root {ON}/open:obl", "present"),
        (f"It/PRP/open:nsubj will/MD/open:aux be/VB/open:cop open/JJ/root {ON}/open:obl", "future"),
        (f"It/PRP/hoped:nsubj hoped/VBD/root to/TO/end:mark end/VB/hoped:xcomp {ON}/end:obl", "open"),
        (f"It/PRP/hopes:nsubj hopes/VBZ/root to/TO/end:mark end/VB/hopes:xcomp {ON}/end:obl", "future"),
        (f"Pacts/NN/hold:nsubj ending/VBG/Pacts:acl {ON}/ending:obl will/MD/hold:aux hold/VB/root", "future"),
        (f"Pacts/NN/held:nsubj ending/VBG/Pacts:acl {ON}/ending:obl held/VBD/root", "past"),
        (f"Pacts/NN/end:nsubj made/VBN/Pacts:acl {ON}/made:obl will/MD/end:aux end/VB/root", "past"),
        ("Goods/NN/pay:nsubj sent/VBN/Goods:acl after/IN/May:case May/NNP/sent:obl will/MD/pay:aux pay/VB/root", "future"),
        ("It/PRP/stood:nsubj stood/VBD/root since/IN/May:case May/NNP/stood:obl", "perfect"),
        ("May/NNP/budget:nmod:poss 's/POS/May:case budget/NN/says:nsubj says/VBZ/root", "past"),
        ("Notes/NN/says:nsubj of/IN/May:case May/NNP/Notes:nmod says/VBZ/root", "past"),
        ("It/PRP/set:nsubj has/VBZ/set:aux been/VBN/set:aux:pass set/VBN/root for/IN/May:case May/NNP/set:obl", "future"),
        ("It/PRP/fall:nsubj will/MD/fall:aux fall/VB/root from/IN/4:case 4/CD/fall:obl in/IN/May:case May/NNP/fall:obl", "past"),
        ("Odds/NN/lie:nsubj of/IN/cut:case a/DT/cut:det May/NNP/cut:compound cut/NN/Odds:nmod lie/VBZ/root", "open"),
        ("They/PRP/said:nsubj said/VBD/root sales/NN/rose:nsubj for/IN/May:case May/NNP/sales:nmod rose/VBD/said:ccomp", "open"),
        ("They/PRP/sat:nsubj sat/VBD/root and/IN/go:cc all/PRP/go:nsubj would/MD/go:aux go/VB/sat:conj by/IN/May:case"
         " May/NNP/go:obl", "past"),
        ("Done/NN/root by/IN/May:case May/NNP/Done:nmod", "future"),
        (f"Rain/NN/root {ON}/Rain:nmod", "past"),
    ],
    ids=lambda value: value if len(value) < 9 else value.replace("/", " ")[:60],
)  # fmt: skip
def test_the_tense_around_a_date(line: str, tense: str) -> None:
    syntax = parsed(line)
    assert syntax.tense(*at(syntax, "May")) == tense


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Funds/NN/held:nsubj set/VBN/Funds:acl in/IN/2019:case 2019/CD/set:obl held/VBD/root six/CD/held:obj in/IN/May:case"
         " May/NNP/held:obl", True),
        ("In/IN/2019:case 2019/CD/laid:obl it/PRP/laid:nsubj laid/VBD/root them/PRP/laid:obj in/IN/May:case May/NNP/laid:obl",
         False),
        ("The/DT/law:det 2019/CD/law:nummod law/NN/ended:nsubj ended/VBD/root in/IN/May:case May/NNP/ended:obl", True),
        ("Floods/NN/began:nsubj of/IN/2019:case 2019/CD/Floods:nmod began/VBD/root in/IN/May:case May/NNP/began:obl", False),
        ("It/PRP/paid:nsubj paid/VBD/root six/CD/paid:obj down/IN/six:advmod from/IN/nine:case nine/CD/down:obl in/IN/2019:case"
         " 2019/CD/down:obl and/IN/lent:cc lent/VBD/paid:conj it/PRP/lent:obj in/IN/May:case May/NNP/lent:obl", True),
        ("In/IN/2019:case 2019/CD/laid:obl it/PRP/laid:nsubj laid/VBD/root them/PRP/laid:obj according/IN/note:case note/NN/laid:obl"
         " of/IN/May:case May/NNP/note:nmod", True),
    ],
    ids=["a clause of its own", "the same clause", "an attribute", "the date of the subject", "what it is measured by",
         "according to what came later"],
)  # fmt: skip
def test_a_date_that_stands_aside(line: str, aside: bool) -> None:
    syntax = parsed(line)
    assert syntax.aside(at(syntax, "2019"), at(syntax, "May")) is aside


def test_deep_trees_end() -> None:
    """A parse of nonsense, each infinitive under the next."""
    words = ["to", "go"] * 400 + ["May"]
    heads = [i + 1 if word == "to" else max(1, i - 2) for i, word in enumerate(words[:-1])] + [799]
    deps = ["mark" if word == "to" else "xcomp" for word in words[:-1]] + ["obl"]
    pos = ["PART" if word == "to" else "VERB" for word in words[:-1]] + ["PROPN"]
    deps[1] = "ROOT"
    syntax = Syntax(Doc(Vocab(), words=words, heads=heads, deps=deps, pos=pos))
    assert syntax.tense(*at(syntax, "May")) == "future"
