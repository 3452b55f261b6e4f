"""Numbers that only the tree makes amounts, on hand-built Docs."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import lexicon
from pipeline.stages.money.amount import find
from pipeline.stages.money.tree import standings

VOCAB = spacy.blank("en").vocab


def doc_of(*tokens):
    """Tokens as (word, tag of speech, head, dependency[, lemma]); the last one is the full stop's neighbour."""
    words, pos, heads, deps, *_ = zip(*(t[:4] for t in tokens), strict=True)
    lemmas = [t[4] if len(t) > 4 else t[0].lower() for t in tokens]
    return Doc(VOCAB, words=list(words), pos=list(pos), heads=list(heads), deps=list(deps), lemmas=lemmas)


def told(*tokens):
    doc = doc_of(*tokens)
    return {
        doc.char_span(at, at + 1, alignment_mode="expand").text: how for at, how in standings(doc).items()
    }


def test_a_subject_and_an_object_count():
    found = told(
        ("61", "NUM", 1, "nsubj"), ("gave", "VERB", 1, "ROOT", "give"), ("water", "NOUN", 1, "obj"),
        ("and", "CCONJ", 4, "cc"), ("lost", "VERB", 1, "conj", "lose"), ("six", "NUM", 4, "obj"),
    )  # fmt: skip
    assert found == {"61": "subject", "six": "object"}


def test_a_number_before_its_noun_is_left_to_the_text():
    assert told(("61", "NUM", 1, "nummod"), ("towns", "NOUN", 2, "nsubj"), ("slept", "VERB", 2, "ROOT")) == {}


def test_one_counts_only_beside_others():
    sent = [("She", "PRON", 1, "nsubj"), ("signed", "VERB", 1, "ROOT", "sign")]
    assert told(*sent, ("one", "NUM", 1, "obj")) == {}
    both = told(*sent, ("two", "NUM", 1, "obj"), (",", "PUNCT", 4, "punct"), ("one", "NUM", 2, "conj"))
    assert both == {"two": "object", "one": "subject"}


def test_the_same_verb_with_a_length_of_time_makes_a_length_of_time():
    took = [
        ("took", "VERB", 0, "ROOT", "take"),
        ("seven", "NUM", 2, "nummod"),
        ("months", "NOUN", 0, "obj", "month"),
    ]
    assert told(*took, ("takes", "VERB", 0, "conj", "take"), ("13", "NUM", 3, "obj")) == {}
    assert told(*took, ("needs", "VERB", 0, "conj", "need"), ("13", "NUM", 3, "obj")) == {"13": "object"}


@pytest.mark.parametrize(("subject", "number", "expected"), [
    ("she", "79", {"79": "age"}), ("who", "26", {"26": "age"}), ("It", "11", {}), ("she", "one", {}),
    ("I", "79", {"79": "age"}), ("he", "79", {"79": "age"}), ("you", "79", {"79": "age"}), ("we", "79", {}),
    ("she", "120", {"120": "age"}), ("she", "121", {}), ("she", "1", {"1": "age"}),
    *((word, "900", {"900": "subject"}) for word in (
        "mine", "theirs", "hers", "yours", "answer", "figure", "number", "total", "target", "quota", "ours",
    )), ("she", "2010", {}), ("she", "31²", {}), ("she", "³", {}),
])  # fmt: skip
def test_who_is_how_old(subject, number, expected):
    tokens = ((subject, "PRON", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), (number, "NUM", 2, "ROOT"))
    assert told(*tokens) == expected


def test_without_a_tree_nothing_is_told():
    assert standings(Doc(VOCAB, words=["She", "is", "79"])) == {}


@pytest.mark.parametrize("row", lexicon.table("people"), ids=lambda row: row["noun"])
def test_a_person_of_an_age(row):
    words = row["example"].removesuffix(".").split()
    pos = ["DET", "NOUN", "ADP", "NUM", "VERB", "DET", "NOUN"]
    deps = ["det", "nsubj", "case", "nmod", "ROOT", "det", "obj"]
    lemmas = [word.lower() for word in words]
    doc = Doc(VOCAB, words=words, pos=pos, heads=[1, 4, 3, 1, 4, 6, 4], deps=deps, lemmas=lemmas)
    (amount,) = find(doc.text, standings=standings(doc))
    assert (
        words[1] == row["noun"] and amount.unit == "year" and doc.text[amount.start : amount.end] == words[3]
    )


@pytest.mark.parametrize("row", lexicon.table("not_one"), ids=lambda row: row["noun"])
def test_one_before_a_word_that_is_no_thing(row):
    words = row["example"].removesuffix(".").split()
    at = next(i for i, word in enumerate(words) if word.lower() == "one")
    pos = ["NUM" if i == at else "NOUN" if i == at + 1 else "X" for i in range(len(words))]
    deps = ["nummod" if i == at else "obl" if i == at + 1 else "dep" for i in range(len(words))]
    heads = [at + 1 for _ in words]

    def seen(word):
        changed = [word if i == at + 1 else w for i, w in enumerate(words)]
        doc = Doc(VOCAB, words=changed, pos=pos, heads=heads, deps=deps, lemmas=[w.lower() for w in changed])
        return standings(doc)

    assert (
        words[at + 1] == row["noun"] and seen(row["noun"]) == {} and list(seen("law").values()) == ["subject"]
    )


def test_a_relative_or_a_named_person_has_an_age():
    son = [
        ("Her", "PRON", 1, "nmod:poss"), ("son", "NOUN", 4, "nsubj"), ("would", "AUX", 4, "aux"),
        ("be", "AUX", 4, "cop"), ("33", "NUM", 4, "ROOT"),
    ]  # fmt: skip
    assert told(*son) == {"33": "age"}


def test_a_place_where_one_was_is_no_age():
    been = [
        ("I", "PRON", 3, "nsubj"), ("was", "AUX", 3, "cop"), ("on", "ADP", 3, "case"), ("two", "NUM", 3, "ROOT"),
    ]  # fmt: skip
    assert told(*been) == {}


@pytest.mark.parametrize(
    ("text", "standing", "expected"),
    [
        ("Of those, 61 gave water.", "subject", [("61", 61, "count", "tree.subject")]),
        ("Of those, 61 gave water.", "object", [("61", 61, "count", "tree.object")]),
        ("Of those, 61 gave water.", "age", [("61", 61, "year", "age")]),
        ("Of those, 61 gave water.", None, []),
        ("Of those, 2.5 gave water.", "subject", []),
        ("Of those, 2010 gave water.", "age", []),
        ("Of those, $61 gave water.", "age", [("$61", 61, "currency", "mark")]),
        ("Of those, 61 km gave water.", "subject", [("61 km", 61, "kilometre", "measure")]),
    ],
)
def test_what_the_tree_tells_of_a_number_that_stands_alone(text, standing, expected):
    found = find(text, standings={10: standing} if standing else {})
    assert [(text[a.start : a.end], a.value, a.unit, a.rule) for a in found] == expected


def test_what_the_tree_tells_of_another_number_changes_nothing():
    assert find("Of those, 61 gave water.", standings={0: "subject"}) == []


TOLD = {
    "a predicate counts": ([("They", "PRON", 1, "nsubj"), ("61", "NUM", 1, "ROOT")], {}),
    "one of nothing": ([("Zero", "NUM", 1, "nsubj"), ("came", "VERB", 1, "ROOT", "come")], {}),
    "beside a verb": ([("Six", "NUM", 1, "nsubj"), ("came", "VERB", 1, "ROOT", "come")], {"Six": "subject"}),
    "passive": ([("Six", "NUM", 2, "nsubj:pass"), ("were", "AUX", 2, "aux:pass", "be"),
                 ("seen", "VERB", 2, "ROOT", "see")], {"Six": "subject"}),
    "of an adjective": ([("Six", "NUM", 2, "nsubj"), ("are", "AUX", 2, "cop", "be"),
                         ("free", "ADJ", 2, "ROOT")], {"Six": "subject"}),
    "of a noun": ([("Six", "NUM", 3, "nsubj"), ("were", "AUX", 3, "cop", "be"), ("the", "DET", 3, "det"),
                   ("cause", "NOUN", 3, "ROOT")], {"Six": "subject"}),
    "of no such word": ([("Six", "NUM", 1, "nsubj"), ("yes", "INTJ", 1, "ROOT")], {}),
    "no age": ([("She", "PRON", 1, "nsubj"), ("saw", "VERB", 1, "ROOT", "see"), ("26", "NUM", 1, "obj")],
               {"26": "object"}),
    "more": ([("Six", "NUM", 1, "nummod"), ("more", "ADJ", 2, "nsubj"), ("came", "VERB", 2, "ROOT", "come")],
             {"Six": "subject"}),
    "others": ([("Six", "NUM", 1, "nummod"), ("others", "NOUN", 2, "nsubj", "other"),
                ("came", "VERB", 2, "ROOT", "come")], {"Six": "subject"}),
    "others, aside": ([("Six", "NUM", 1, "nummod"), ("others", "NOUN", 2, "obl", "other"),
                       ("came", "VERB", 2, "ROOT", "come")], {}),
    "chosen of": ([("Of", "ADP", 1, "case"), ("six", "NUM", 3, "obl"), ("chosen", "VERB", 1, "acl", "choose"),
                   ("came", "VERB", 3, "ROOT", "come")], {"six": "subject"}),
    "chosen by": ([("By", "ADP", 1, "case"), ("six", "NUM", 3, "obl"), ("chosen", "VERB", 1, "acl", "choose"),
                   ("came", "VERB", 3, "ROOT", "come")], {}),
    "the total": ([("Total", "NOUN", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("61", "NUM", 2, "ROOT")],
                  {"61": "subject"}),
    "the gate": ([("Gate", "NOUN", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("61", "NUM", 2, "ROOT")], {}),
    "a name": ([("Maria", "PROPN", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("61", "NUM", 2, "ROOT")], {}),
    "children": ([("sons", "NOUN", 2, "nsubj", "son"), ("are", "AUX", 2, "cop", "be"),
                  ("six", "NUM", 2, "ROOT")], {}),
    "a clerk of 26": ([("a", "DET", 1, "det"), ("clerk", "NOUN", 4, "nsubj"), ("of", "ADP", 3, "case"),
                       ("26", "NUM", 1, "nmod"), ("left", "VERB", 4, "ROOT", "leave")], {"26": "age"}),
    "a clerk at 26": ([("a", "DET", 1, "det"), ("clerk", "NOUN", 4, "nsubj"), ("at", "ADP", 3, "case"),
                       ("26", "NUM", 1, "nmod"), ("left", "VERB", 4, "ROOT", "leave")], {}),
    "clerks of 26": ([("the", "DET", 1, "det"), ("clerks", "NOUN", 4, "nsubj", "clerk"),
                      ("of", "ADP", 3, "case"), ("26", "NUM", 1, "nmod"),
                      ("left", "VERB", 4, "ROOT", "leave")], {}),
    "no clerk of 26": ([("no", "DET", 1, "det"), ("clerk", "NOUN", 4, "nsubj"), ("of", "ADP", 3, "case"),
                        ("26", "NUM", 1, "nmod"), ("left", "VERB", 4, "ROOT", "leave")], {}),
    "a gate of 26": ([("a", "DET", 1, "det"), ("gate", "NOUN", 4, "nsubj"), ("of", "ADP", 3, "case"),
                      ("26", "NUM", 1, "nmod"), ("left", "VERB", 4, "ROOT", "leave")], {}),
    "one law": ([("One", "NUM", 1, "nummod"), ("law", "NOUN", 2, "nsubj"),
                 ("passed", "VERB", 2, "ROOT", "pass")], {"One": "subject"}),
    "no one law": ([("No", "DET", 2, "det"), ("one", "NUM", 2, "nummod"), ("law", "NOUN", 3, "nsubj"),
                    ("passed", "VERB", 3, "ROOT", "pass")], {}),
    "one far law": ([("one", "NUM", 3, "nummod"), ("new", "ADJ", 3, "amod"), ("bank", "NOUN", 3, "compound"),
                     ("law", "NOUN", 4, "nsubj"), ("passed", "VERB", 4, "ROOT", "pass")], {"one": "subject"}),
    "one law too far": ([("one", "NUM", 4, "nummod"), ("long", "ADJ", 4, "amod"), ("new", "ADJ", 4, "amod"),
                         ("bank", "NOUN", 4, "compound"), ("law", "NOUN", 5, "nsubj"),
                         ("passed", "VERB", 5, "ROOT", "pass")], {}),
    "two ages": ([("She", "PRON", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("26", "NUM", 2, "ROOT"),
                  ("or", "CCONJ", 4, "cc"), ("30", "NUM", 2, "conj")], {"26": "age", "30": "age"}),
    "lasts": ([("It", "PRON", 1, "nsubj"), ("lasted", "VERB", 1, "ROOT", "last"), ("six", "NUM", 1, "obj")],
              {"six": "object"}),
    "turns": ([("She", "PRON", 1, "nsubj"), ("turned", "VERB", 1, "ROOT", "turn"), ("six", "NUM", 1, "obj")],
              {"six": "age"}),
    "too old": ([("She", "PRON", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("131", "NUM", 2, "ROOT")], {}),
    "no age at all": ([("She", "PRON", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("0", "NUM", 2, "ROOT")], {}),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_stands_alone(name):
    tokens, expected = TOLD[name]
    assert told(*tokens) == expected


def test_one_and_a_bare_figure_count_like_those_before_them():
    sent = [("Two", "NUM", 1, "nsubj"), ("left", "VERB", 1, "ROOT", "leave"), ("and", "CCONJ", 4, "cc")]
    stayed = [("one", "NUM", 4, "nsubj"), ("stayed", "VERB", 1, "conj", "stay")]
    assert told(*sent, *stayed) == {"Two": "subject", "one": "subject"}
    later = [("350", "NUM", 1, "obl"), ("in", "ADP", 5, "case"), ("May", "PROPN", 1, "obl")]
    assert told(*sent, *later) == {"Two": "subject", "350": "subject"}


def test_charges_against_two_and_an_average_age():
    filed = (("filed", "VERB", 0, "ROOT", "file"), ("against", "ADP", 2, "case"), ("two", "NUM", 0, "obl"))
    assert told(*filed) == {"two": "subject"}
    age = (("age", "NOUN", 2, "nsubj"), ("is", "AUX", 2, "cop", "be"), ("19", "NUM", 2, "ROOT"))
    assert told(*age) == {"19": "age"}


def came(*before, verb="VERB"):
    """The tokens with "came" behind them, of which each is told."""
    return (*before, ("came", verb, len(before), "ROOT", "come"))


@pytest.mark.parametrize("pos", ["VERB", "AUX", "ADJ", "NOUN", "ADP", "ADV"])
def test_a_subject_of_any_predicate_counts(pos):
    assert told(*came(("six", "NUM", 1, "nsubj"), verb=pos)) == {"six": "subject"}


@pytest.mark.parametrize(
    ("before", "expected"), [("any", {}), ("-", {}), ("no", {}), ("this", {"one": "subject"})]
)
def test_what_stands_before_one(before, expected):
    assert (
        told(*came((before, "DET", 2, "det"), ("one", "NUM", 2, "nummod"), ("law", "NOUN", 3, "nsubj")))
        == expected
    )


@pytest.mark.parametrize(("article", "expected"), [
    ("a", {"26": "age"}), ("an", {"26": "age"}), ("the", {"26": "age"}), ("this", {"26": "age"}), ("some", {}),
])  # fmt: skip
def test_a_person_with_an_article_has_an_age(article, expected):
    tokens = (
        (article, "DET", 1, "det"),
        ("clerk", "NOUN", 4, "nsubj"),
        ("of", "ADP", 3, "case"),
        ("26", "NUM", 1, "nmod"),
    )
    assert told(*came(*tokens)) == expected


@pytest.mark.parametrize(("word", "expected"), [
    ("against", {"two": "subject"}), ("among", {"two": "subject"}), ("without", {"two": "subject"}), ("on", {}),
])  # fmt: skip
def test_a_preposition_before_a_number(word, expected):
    tokens = (("filed", "VERB", 0, "ROOT", "file"), (word, "ADP", 2, "case"), ("two", "NUM", 0, "obl"))
    assert told(*tokens) == expected
    assert told(("file", "NOUN", 0, "ROOT"), *tokens[1:]) == {}


@pytest.mark.parametrize(("mark", "behind", "expected"), [
    ("and", "in", True), (",", "in", True), ("and", "from", True), ("and", "at", True), ("or", "in", False),
    ("and", "of", False),
])  # fmt: skip
def test_a_bare_figure_behind_one_that_counts(mark, behind, expected):
    sent = [("Two", "NUM", 1, "nsubj"), ("left", "VERB", 1, "ROOT", "leave"), (mark, "CCONJ", 3, "cc")]
    found = told(*sent, ("350", "NUM", 1, "obl"), (behind, "ADP", 5, "case"), ("May", "PROPN", 1, "obl"))
    assert found == ({"Two": "subject", "350": "subject"} if expected else {"Two": "subject"})
    assert told(*sent, ("one", "NUM", 1, "obl"), (behind, "ADP", 5, "case"), ("May", "PROPN", 1, "obl")) == {
        "Two": "subject"
    }


@pytest.mark.parametrize(("head", "behind", "expected"), [
    ("VERB", "then", True), ("AUX", "then", True), ("NOUN", "then", False), ("VERB", "of", False),
])  # fmt: skip
def test_one_behind_a_number_that_counts(head, behind, expected):
    sent = [("Two", "NUM", 1, "nsubj"), ("left", "VERB", 1, "ROOT", "leave"), ("one", "NUM", 4, "nsubj")]
    found = told(*sent, (behind, "X", 4, "dep"), ("stayed", head, 1, "conj", "stay"))
    assert found == ({"Two": "subject", "one": "subject"} if expected else {"Two": "subject"})


def test_the_time_that_something_takes_may_own_what_it_takes():
    took = [
        ("took", "VERB", 0, "ROOT", "take"), ("30", "NUM", 2, "nummod"), ("days", "NOUN", 3, "nmod:poss", "day"),
        ("supplies", "NOUN", 0, "obj", "supply"),
    ]  # fmt: skip
    assert told(*took, ("takes", "VERB", 0, "conj", "take"), ("13", "NUM", 4, "obj")) == {}
    other = [*took[:2], ("days", "NOUN", 3, "compound", "day"), took[3]]
    assert told(*other, ("takes", "VERB", 0, "conj", "take"), ("13", "NUM", 4, "obj")) == {"13": "object"}


@pytest.mark.parametrize(("number", "tag", "dependency", "expected"), [
    ("seven", "NNPS", "nummod", {0: "subject"}), ("Seven", "NNPS", "nummod", {}), ("seven", "NNS", "nummod", {}),
    ("seven", "NNPS", "dep", {}),
])  # fmt: skip
def test_a_number_before_a_name_in_the_plural(number, tag, dependency, expected):
    doc = Doc(
        VOCAB, words=[number, "Emirates", "came"], pos=["NUM", "PROPN", "VERB"], tags=["CD", tag, "VBD"],
        heads=[1, 2, 2], deps=[dependency, "nsubj", "ROOT"], lemmas=["seven", "Emirate", "come"],
    )  # fmt: skip
    assert standings(doc) == expected


@pytest.mark.parametrize(("kind", "expected"), [("PERSON", {9: "age"}), ("ORG", {})])
def test_a_named_person_has_an_age(kind, expected):
    doc = Doc(
        VOCAB, words=["Maria", "is", "61"], pos=["PROPN", "AUX", "NUM"], heads=[2, 2, 2], deps=["nsubj", "cop", "ROOT"],
        lemmas=["Maria", "be", "61"], ents=[f"B-{kind}", "O", "O"],
    )  # fmt: skip
    assert standings(doc) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("He pawned 61 hectares and redeemed four.", ("hectare", "elided")),
    ("He pawned 61 hectares for $9 and redeemed four.", ("count", "tree.object")),
    ("He pawned half of it and redeemed four.", ("count", "tree.object")),
    ("He pawned 61 percent and redeemed four.", ("percent", "elided")),
    ("He pawned 61 percent and redeemed 100.", ("percent", "elided")),
    ("He pawned 61 percent and redeemed 101.", ("count", "tree.object")),
    ("He pawned $61 and redeemed four.", ("count", "tree.object")),
])  # fmt: skip
def test_an_object_is_of_the_unit_before_it(text, expected):
    last = text.rstrip(".").rfind(" ") + 1
    amount = find(text, standings={last: "object"})[-1]
    assert (amount.start, amount.unit, amount.rule) == (last, *expected)
