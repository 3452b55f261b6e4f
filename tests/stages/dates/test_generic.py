"""A month or a season without its year, said of every year, on trees made by hand: each row of generic_cues.csv, and
what is arranged."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.lexicon import table
from pipeline.stages.dates.generic import generic

ROWS = table("generic_cues")


def tree(text: str, verb: int, deps: dict[int, str], *, lemma: str = "", pos: str = "VERB") -> Doc:
    """A sentence whose second word is the date and whose words hang on the verb, but for those in `deps` under `case`
    and `det`, which hang on the word after them."""
    words = text.replace(".", " .").split()
    heads, names = [verb] * len(words), ["dep"] * len(words)
    for at, name in {0: "case", 1: "obl", **deps}.items():
        names[at] = name
        heads[at] = at + 1 if name in ("case", "det") else verb
    names[verb] = "ROOT"
    lemmas = [lemma if at == verb else word.lower() for at, word in enumerate(words)]
    poses = [pos if at == verb else "X" for at in range(len(words))]
    return Doc(Vocab(), words=words, heads=heads, deps=names, lemmas=lemmas, pos=poses)


def is_generic(doc: Doc, verb: int, rule: str = "season") -> bool:
    return generic(doc[1], doc[verb], rule)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["role"] == "scheduled"], ids=lambda row: row["form"]
)
def test_what_is_arranged_is_of_one_year(row: dict[str, str]) -> None:
    words = row["example"].strip(".").split()
    verb = next(at for at, word in enumerate(words) if at > 2 and word.startswith(row["form"]))
    copula = {verb - 1: "cop"} if words[verb - 1] in ("is", "are") else {}
    doc = tree(row["example"], verb, copula, lemma=row["form"], pos="ADJ" if copula else "VERB")
    assert not is_generic(doc, verb)
    other = tree(row["example"], verb, copula, lemma="freeze", pos="ADJ" if copula else "VERB")
    assert is_generic(other, verb)  # the word alone tells the two apart


@pytest.mark.parametrize("row", [row for row in ROWS if row["role"] == "often"], ids=lambda row: row["form"])
def test_how_often_says_every_year(row: dict[str, str]) -> None:
    doc = tree(row["example"], 5, {4: "advmod"}, lemma="fall")
    assert doc[4].text == row["form"]
    assert is_generic(doc, 5, "month_alone")


@pytest.mark.parametrize("row", [row for row in ROWS if row["role"] == "amount"], ids=lambda row: row["form"])
def test_there_is_so_much_every_year(row: dict[str, str]) -> None:
    counts = {4: "det", 5: "nsubj"} if row["form"] == "no" else {4: "nsubj"}
    doc = tree(row["example"], 3, {2: "expl", **counts}, lemma="be")
    assert is_generic(doc, 3, "month_alone")


@pytest.mark.parametrize(
    ("text", "verb", "deps", "lemma", "pos", "rule", "wanted"),
    [
        ("In August fees rise.", 3, {2: "nsubj"}, "rise", "VERB", "month_alone", False),
        ("In August it is dry.", 4, {2: "nsubj", 3: "cop"}, "dry", "ADJ", "month_alone", True),
        ("In August there is one.", 3, {2: "expl", 4: "nsubj"}, "be", "VERB", "month_alone", False),
        ("By winter wards freeze.", 3, {2: "nsubj"}, "freeze", "VERB", "season", False),
        ("In winter wards have frozen.", 4, {2: "nsubj", 3: "aux"}, "freeze", "VERB", "season", False),
    ],
)
def test_the_rest_is_arranged(
    text: str, verb: int, deps: dict[int, str], lemma: str, pos: str, rule: str, wanted: bool
) -> None:
    assert is_generic(tree(text, verb, deps, lemma=lemma, pos=pos), verb, rule) is wanted
