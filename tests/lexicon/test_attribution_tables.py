"""Every row of the tables of attribution is proved by its example: its parse (simple, made here) gives the saying.

In an example `*word*` is the cue. The shapes of the examples are few, so a table of shapes parses them.
"""

import re

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import lexicon
from pipeline.stages.attribution.attribution import Attribution

VOCAB = spacy.blank("en").vocab
STANCES = frozenset(
    {"neutral", "assert", "claim", "concede", "warn", "deny", "doubt", "promise", "propose", "urge"}
    | {"believe", "hope", "predict", "estimate", "find", "rule", "call", "accuse"}
)
# Each shape: what stands where. S speaker, C content, T thing, N noun of saying, P what it is called, H hearer.
SHAPES = [
    ("noun", r"(?P<S>.+?) \*(?P<V>\w+)\* the (?P<N>claim|myth|theory|promise) that (?P<C>.+)\."),
    ("adjective", r"(?P<S>.+?) is \*(?P<V>\w+)\* that (?P<C>.+)\."),
    ("that", r"(?P<S>.+?) \*(?P<V>\w+)\*(?: (?P<X>out))?(?: (?P<H>\w+))? (?P<M>that|whether) (?P<C>.+)\."),
    ("behind", r"\"(?P<C>.+),\" (?P<S>.+?) \*(?P<V>\w+)\*\."),
    ("as-it", r"As (?P<S>.+?) \*(?P<V>\w+)\* it, (?P<C>.+)\."),
    ("raised", r"(?P<T>.+?) is \*(?P<V>\w+)\* to (?P<C>.+)\."),
    ("as", r"(?P<S>.+?) \*(?P<V>\w+)\* (?P<T>the \w+) (?P<K>as) (?P<P>\w+)\."),
    ("as", r"(?P<S>.+?) \*(?P<V>\w+)\* (?P<T>the \w+) (?P<K>of|for|with) (?P<P>\w+) \w+\."),
    ("obj-to", r"(?P<S>.+?) \*(?P<V>\w+)\*(?: (?P<K>on|for))? (?P<T>(?:the )?\w+) to (?P<P>\w+)\."),
    ("to", r"(?P<S>.+?) \*(?P<V>\w+)\* to (?P<C>.+)\."),
    ("obj", r"(?P<S>.+?) \*(?P<V>\w+)\* (?P<T>the \w+) (?P<P>\w+)\."),
]


class Parse:
    """Collects tokens; a phrase's last word is its head, all before depend on it."""

    def __init__(self):
        self.rows = []

    def phrase(self, text, dep, head, pos="NOUN", lemma=None, inner="det"):
        words = text.split()
        at = len(self.rows) + len(words) - 1
        for word in words[:-1]:
            self.rows.append([word, word.lower(), "DET", inner, at])
        plural = pos == "NOUN" and words[-1].endswith("s") and words[-1] not in {"police", "press"}
        own = words[-1].lower()
        self.rows.append([words[-1], lemma or (singular(own) if plural else own), pos, dep, head])
        return at

    def doc(self):
        words, lemmas, pos, deps, heads = zip(*self.rows, strict=True)
        plural = [p == "NOUN" and lemma != w.lower() for w, lemma, p in zip(words, lemmas, pos, strict=True)]
        tags = ["NNS" if many else "" for many in plural]
        heads = [i if h is None else h for i, h in enumerate(heads)]
        return Doc(
            VOCAB,
            words=list(words),
            lemmas=list(lemmas),
            pos=list(pos),
            deps=list(deps),
            heads=heads,
            tags=tags,
        )


def singular(word):
    table = {row["lemma"] for row in lexicon.table("speakers")}
    for cut, put in (("ies", "y"), ("men", "man"), ("es", ""), ("s", "")):
        if word.endswith(cut) and word[: -len(cut)] + put in table:
            return word[: -len(cut)] + put
    return word if word in table else word.removesuffix("s")


def clause(p, text, dep, head, mark=None):
    words = text.split()
    at = len(p.rows) + len(words) - 1 + (1 if mark else 0)
    if mark:
        p.phrase(mark, "mark", at, "SCONJ")
    for n, word in enumerate(words[:-1]):
        p.phrase(word, "nsubj" if n == 0 else "obl", at, "NOUN" if n == 0 else "ADV")
    p.phrase(words[-1], dep, head, "VERB")
    return at


def parse(row):
    """The Doc of an example, and what must be found in it."""
    shape, found = next((s, m) for s, r in SHAPES if (m := re.fullmatch(r, row["example"])))
    g, p, lemma = found.groupdict(), Parse(), row["lemma"].split()[0]
    if shape in {"noun", "that", "as", "obj-to", "to", "obj"}:
        verb = len(g["S"].split())
        p.phrase(g["S"], "nsubj", verb)
        p.phrase(g["V"], "ROOT", None, "VERB", lemma)
    elif shape == "adjective":
        p.phrase(g["S"], "nsubj", len(g["S"].split()) + 1)
        p.phrase("is", "cop", len(p.rows) + 1, "AUX")
        at = p.phrase(g["V"], "ROOT", None, "ADJ", lemma)
        clause(p, g["C"], "ccomp", at, "that")
    if shape == "noun":
        noun = p.phrase("the " + g["N"], "obj", verb)
        clause(p, g["C"], "acl", noun, "that")
    elif shape == "that":
        if g["X"]:
            p.phrase(g["X"], "compound:prt", verb, "ADP")
        if g["H"]:
            adjective = g["H"] in row["lemma"].split() and g["H"] != "it"  # "made clear that"
            p.phrase(g["H"], "xcomp" if adjective else "iobj", verb, "ADJ" if adjective else "NOUN")
        clause(p, g["C"], "ccomp", verb, g["M"])
    elif shape == "behind":
        at = clause(p, g["C"], "ROOT", None)
        said = len(p.rows) + len(g["S"].split())
        p.phrase(g["S"], "nsubj", said)
        p.phrase(g["V"], "parataxis", at, "VERB", lemma)
    elif shape == "as-it":
        said = len(p.rows) + 1 + len(g["S"].split())
        p.phrase("As", "mark", said, "SCONJ")
        p.phrase(g["S"], "nsubj", said)
        p.phrase(g["V"], "advcl", said + 1 + len(g["C"].split()), "VERB", lemma)
        p.phrase("it", "obj", said, "PRON")
        clause(p, g["C"], "ROOT", None)
    elif shape == "raised":
        verb = len(g["T"].split()) + 1
        p.phrase(g["T"], "nsubj:pass", verb)
        p.phrase("is", "aux:pass", verb, "AUX")
        p.phrase(g["V"], "ROOT", None, "VERB", lemma)
        clause(p, g["C"], "xcomp", verb, "to")
    elif shape == "as":
        p.phrase(g["T"], "obj", verb)
        at = len(p.rows) + 1
        p.phrase(g["K"], "case", at, "ADP")
        p.phrase(g["P"], "obl" if g["K"] == "as" else "advcl", verb, "ADJ" if g["K"] == "as" else "VERB")
    elif shape == "obj-to":
        if g["K"]:
            p.phrase(g["K"], "case", len(p.rows) + len(g["T"].split()), "ADP")
        p.phrase(g["T"], "obl" if g["K"] else "obj", verb)
        clause(p, g["P"], "xcomp", verb, "to")
    elif shape == "to":
        clause(p, g["C"], "xcomp", verb, "to")
    elif shape == "obj":
        p.phrase(g["T"], "obj", verb)
        p.phrase(g["P"], "xcomp", verb, "ADJ")
    return p.doc(), g


@pytest.mark.parametrize("row", lexicon.table("reporting_verbs"), ids=lambda row: row["lemma"])
def test_every_verb_is_proved_by_its_example(row):
    doc, parts = parse(row)
    rows = Attribution()(doc)._.attribution
    assert [(r["lemma"], r["stance"], r["negates"]) for r in rows] == [
        (row["lemma"], row["stance"], row["negates"] == "1")
    ]
    last = (parts.get("C") or parts.get("P")).split()[-1]
    assert last in rows[0]["span"]["text"].split()
    assert parts["V"] in rows[0]["cue"]["text"].split() and parts["V"] not in rows[0]["fragments"][0]["text"]
    assert (rows[0]["source"] or {}).get("text") == parts.get("S")


@pytest.mark.parametrize("row", lexicon.table("speakers"), ids=lambda row: row["lemma"])
def test_every_speaker_is_proved_by_its_example(row):
    who, verb, content = re.fullmatch(
        r"(.+?) (said|could say|could argue) that (.+)\.", row["example"]
    ).groups()
    p = Parse()
    pronoun = row["lemma"] in {"he", "she", "they", "you", "one"}
    said = len(who.split()) + len(verb.split()) - 1
    p.phrase(who, "nsubj", said, "PRON" if pronoun else "NOUN", row["lemma"])
    for word in verb.split()[:-1]:
        p.phrase(word, "aux", said, "AUX")
    p.phrase(verb.split()[-1], "ROOT", None, "VERB", {"said": "say"}.get(verb, verb.split()[-1]))
    clause(p, content, "ccomp", said, "that")
    (found,) = Attribution()(p.doc())._.attribution
    assert (found["source_type"], found["source"]["text"]) == (row["source_type"], who)


@pytest.mark.parametrize("row", lexicon.table("attribution_nouns"), ids=lambda row: row["lemma"])
def test_every_noun_is_proved_by_its_example(row):
    cue, content, verb = re.fullmatch(r"The \*(\w+)\* that (.+) (\w+)\.", row["example"]).groups()
    p = Parse()
    noun = p.phrase("The " + cue, "nsubj", 3 + len(content.split()), lemma=row["lemma"])
    clause(p, content, "acl", noun, "that")
    p.phrase(verb, "ROOT", None, "VERB")
    (found,) = Attribution()(p.doc())._.attribution
    assert (found["lemma"], found["stance"], found["negates"]) == (
        row["lemma"],
        row["stance"],
        row["negates"] == "1",
    )
    assert found["span"]["text"] == content


PHRASES = [row for row in lexicon.table("attribution_phrases") if row["preposition"] not in {"", "if"}]
TRUSTS = [row for row in lexicon.table("attribution_phrases") if row["preposition"] == "if"]
ADVERBS = [row for row in lexicon.table("attribution_phrases") if not row["preposition"]]


@pytest.mark.parametrize("row", ADVERBS, ids=lambda row: row["noun"])
def test_every_adverb_is_proved_by_its_example(row):
    thing, said, verb = re.fullmatch(r"(\w+) (\w+) (\w+)\.", row["example"]).groups()
    p = Parse()
    p.phrase(thing, "nsubj", 2)
    p.phrase(said, "advmod", 2, "ADV")
    p.phrase(verb, "ROOT", None, "VERB")
    (found,) = Attribution()(p.doc())._.attribution
    assert (found["cue"]["text"], found["source_type"], found["stance"]) == (
        row["noun"],
        "generic",
        row["stance"],
    )
    assert [piece["text"] for piece in found["fragments"]] == [thing, verb]


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["noun"])
def test_every_phrase_is_proved_by_its_example(row):
    case, owner, noun, content = re.fullmatch(r"(\w+) (the \w+)'s ([\w ]+), (.+)\.", row["example"]).groups()
    p = Parse()
    p.phrase(case, "case", 4, "ADP")
    p.phrase(owner, "nmod:poss", 4)
    p.phrase("'s", "case", 2, "PART")
    p.phrase(noun, "obl", 5 + len(content.split()), "NOUN", row["noun"])
    p.phrase(",", "punct", 4, "PUNCT")
    quoted = "quoted" in row["source"]
    if quoted:
        p.phrase("“", "punct", 6 + len(content.split()), "PUNCT")
    clause(p, content, "ROOT", None)
    (found,) = Attribution()(p.doc())._.attribution
    source = f"{owner}'s {noun}" if "itself" in row["source"].split() else owner
    assert (found["lemma"], found["stance"], found["source"]["text"].replace(" '", "'")) == (
        row["noun"],
        row["stance"],
        source,
    )
    assert found["span"]["text"] == content


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["noun"])
def test_some_phrases_speak_only_set_off(row):
    """ "taxes are theft in her view", but not "taxes are theft in her mind"."""
    case, owner, noun, content = re.fullmatch(r"(\w+) (the \w+)'s ([\w ]+), (.+)\.", row["example"]).groups()
    p = Parse()
    clause(p, content, "ROOT", None)
    verb = len(p.rows) - 1
    p.phrase(case.lower(), "case", verb + 5, "ADP")
    p.phrase(owner, "nmod:poss", verb + 5)
    p.phrase("'s", "case", verb + 3, "PART")
    p.phrase(noun, "obl", verb, "NOUN", row["noun"])
    speaks = not {"aside", "itself", "quoted"} & set(row["source"].split())
    assert bool(Attribution()(p.doc())._.attribution) == speaks


@pytest.mark.parametrize("row", TRUSTS, ids=lambda row: row["noun"])
def test_every_trust_is_proved_by_its_example(row):
    owner, word, content = re.fullmatch(r"If (the \w+) is (\w+), (.+)\.", row["example"]).groups()
    p = Parse()
    p.phrase("If", "mark", 4, "SCONJ")
    p.phrase(owner, "nsubj", 4)
    p.phrase("is", "cop", 4, "AUX")
    p.phrase(word, "advcl", 5 + len(content.split()), "ADJ", row["noun"])
    p.phrase(",", "punct", 4, "PUNCT")
    clause(p, content, "ROOT", None)
    (found,) = Attribution()(p.doc())._.attribution
    assert (found["stance"], found["source"]["text"]) == (row["stance"], owner)
    assert found["span"]["text"] == content


@pytest.mark.parametrize("row", lexicon.table("support_verbs"), ids=lambda row: row["lemma"])
def test_every_support_verb_gives_its_subject_as_the_owner(row):
    who, verb, content = re.fullmatch(
        r"(.+?) \*(\w+)\*(?: \w+)? the claim that (.+)\.", row["example"]
    ).groups()
    p = Parse()
    said = p.phrase(who, "nsubj", 2) + 1
    p.phrase(verb, "ROOT", None, "VERB", row["lemma"])
    noun = p.phrase("the claim", "obj", said)
    clause(p, content, "acl", noun, "that")
    (found,) = Attribution()(p.doc())._.attribution
    assert (found["source"]["text"], found["span"]["text"]) == (who, content)


@pytest.mark.parametrize("row", lexicon.table("saying_helpers"), ids=lambda row: row["lemma"])
def test_a_helper_says_whether_it_is_said(row):
    who, verb, content = re.fullmatch(r"(.+?) \*(\w+)\* to say that (.+)\.", row["example"]).groups()
    p = Parse()
    p.phrase(who, "nsubj", 2)
    p.phrase(verb, "ROOT", None, "VERB", row["lemma"])
    p.phrase("to", "mark", 4, "PART")
    p.phrase("say", "xcomp", 2, "VERB")
    clause(p, content, "ccomp", 4, "that")
    found = Attribution()(p.doc())._.attribution
    assert [r["cue"]["text"] for r in found] == ([f"{verb} to say"] if row["said"] == "1" else [])


@pytest.mark.parametrize("row", lexicon.table("norms"), ids=lambda row: row["lemma"])
def test_nobody_says_a_norm(row):
    who, verb, norm = re.fullmatch(r"(\w+) (\w+) according to (\w+)\.", row["example"]).groups()
    p = Parse()
    p.phrase(who, "nsubj", 1)
    p.phrase(verb, "ROOT", None, "VERB")
    p.phrase("according", "case", 4, "ADP")
    p.phrase("to", "fixed", 2, "ADP")
    p.phrase(norm, "obl", 1, "NOUN", row["lemma"])
    assert Attribution()(p.doc())._.attribution == []


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("reporting_verbs", "lemma"),
        ("speakers", "lemma"),
        ("attribution_nouns", "lemma"),
        ("support_verbs", "lemma"),
        ("norms", "lemma"),
        ("saying_helpers", "lemma"),
    ],
)
def test_no_row_stands_twice(table, key):
    values = [row[key] for row in lexicon.table(table)]
    assert len(values) == len(set(values))


def test_no_phrase_stands_twice():
    values = [(row["preposition"], row["noun"]) for row in lexicon.table("attribution_phrases")]
    assert len(values) == len(set(values))


def test_the_table_of_verbs_is_rich_and_its_stances_are_known():
    rows = lexicon.table("reporting_verbs")
    assert len(rows) >= 120
    assert {row["stance"] for row in rows} <= STANCES


@pytest.mark.parametrize("row", lexicon.table("human_nouns"), ids=lambda row: row["noun"])
def test_people_are_named_in_their_examples_and_nowhere_else(row):
    assert f"*{row['noun']}*" in row["example"]
    others = lexicon.column("speakers", "lemma") - {
        entry["lemma"]
        for entry in lexicon.table("speakers")
        if entry["source_type"] not in ("person", "unnamed")
    }
    assert row["noun"] not in others | lexicon.column("professions", "word") | lexicon.column(
        "genders", "word"
    )
