"""Tables of a few words that stages claims, attribution and parse ask for: each row is proved by its example, and by
what another word in its place would give."""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import lexicon
from pipeline.stages.attribution.attribution import Attribution
from pipeline.stages.attribution.clause import is_passive
from pipeline.stages.claims.inflection import past_of
from pipeline.stages.parse.phrasal import tie

ex = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("examples.py"))))
POINTS_OUT = [{"field": "text", "reason": "points_out"}]
MILLION = "$3/$/million:nummod million/CD/{}:obj"
HELPERS = {"has": "VBZ", "could": "MD", "can": "MD"}


def of(name, column, value):
    rows = [row for row in lexicon.table(name) if row[column] == value]
    key = next(iter(rows[0]))
    return pytest.mark.parametrize("row", rows, ids=[row[key] for row in rows])


def sayings(parse):
    return Attribution()(ex.claimed(parse).doc)._.attribution


@ex.each("null_complements", "lemma")
def test_what_a_verb_lacks_was_said_before(row):
    *before, verb = re.sub(r"[*.]", "", row["example"]).split()
    helped = before[-1] in HELPERS
    tag = {"has": "VBN", "could": "VB", "can": "VB"}.get(before[-1], "VBP" if verb == row["lemma"] else "VBD")
    said = ex.phrase(" ".join(before[:-1] if helped else before), "{}", "nsubj")
    said += f" {before[-1]}/{HELPERS[before[-1]]}/{{}}:aux" if helped else ""
    (claim,) = ex.read(row, f"{said.format(*[verb] * 3)} {verb}={row['lemma']}/{tag}/root")
    assert claim["abstained"] == POINTS_OUT
    other = ex.claimed(f"{said.format(*['sung'] * 3)} sung=sing/{tag}/root .")
    assert other.claims[0]["abstained"] == []


@of("focus_adverbs", "stands", "before")
def test_a_focusing_adverb_belongs_to_the_clause_it_stands_before(row):
    word = row["word"]
    mark, verb = ("though", "fell=fall") if word == "even" else ("because", "rose=rise")
    below = verb.split("=")[0]
    parse = f"The/DT/mill:det mill/NN/closed:nsubj closed/VBD/root {{}}/RB/closed:advmod {mark}/IN/{below}:mark rents/NNS/{below}:nsubj {verb}/VBD/closed:advcl"
    assert "The mill closed." in [claim["text"] for claim in ex.read(row, parse.format(word))]
    assert "The mill closed." not in [
        claim["text"] for claim in ex.claimed(parse.format("yesterday") + " .").claims
    ]


@of("focus_adverbs", "stands", "after_not")
def test_not_and_a_focusing_adverb_deny_nothing(row):
    parse = "The/DT/fund:det fund/NN/lends:nsubj not/RB/lends:advmod {0}/RB/lends:advmod lends/VBZ/root"
    polarity = [
        found[0]["polarity"]["value"]
        for found in (
            ex.read(row, parse.format(row["word"])),
            ex.claimed(parse.format("often") + " .").claims,
        )
    ]
    assert polarity == ["affirmed", "negated"]


@ex.each("particles", "word")
def test_a_particle_behind_the_object_is_part_of_the_verb(row):
    verb = row["example"].split()[1]
    parse = f"They/PRP/{verb}:nsubj {verb}/VBP/root it/PRP/{verb}:obj {{}}/RP/{verb}:compound:prt"
    (claim,) = ex.read(row, parse.format(row["word"]))
    assert claim["predicate"]["lemma"] == f"{verb} {row['word']}"
    (other,) = ex.claimed(parse.format("there") + " .").claims
    assert other["predicate"]["lemma"] == verb


@ex.each("particles", "word")
def test_what_is_always_a_particle_is_taken_back_from_the_noun_behind(row):
    doc = ex.claimed(
        f"She/PRP/walked:nsubj walked=walk/VBD/root {row['word']}/RB/circle:advmod to/IN/circle:case the/DT/circle:det"
        " circle/NN/walked:obl ."
    ).doc
    tie(doc)
    assert (doc[2].head.text, doc[2].dep_) == (
        ("walked", "compound:prt") if row["always"] == "1" else ("circle", "advmod")
    )


@of("asides", "form", "to be")
def test_to_be_sure_is_no_purpose(row):
    parse = f"To/TO/{{0}}:mark be/VB/{{0}}:cop {{0}}/JJ/spent:advcl , Norway/NNP/spent:nsubj spent=spend/VBD/root {MILLION.format('spent')}"
    purposes = [
        found[0]["transfer"]["purpose"]
        for found in (
            ex.read(row, parse.format(row["word"]), money="$3 million"),
            ex.claimed(parse.format("rich") + " .", money="$3 million").claims,
        )
    ]
    assert purposes[0] is None
    assert purposes[1]["text"] == "To be rich"


@of("asides", "form", "I")
def test_i_think_is_no_claim(row):
    parse = "I/PRP/{0}:nsubj {0}/VBP/root"
    assert ex.read(row, parse.format(row["word"])) == []
    assert ex.claimed(parse.format("sing") + " .").claims


@of("asides", "form", "that")
def test_who_supposes_says_nothing(row):
    verb = {"granted": "granted=grant/VBN"}.get(row["word"], f"{row['word']}/VBG")
    word = row["word"]
    capital = verb[0].upper() + verb[1:] if "=" not in verb else "Granted=grant/VBN"
    parse = (
        f"{capital}/fell:advcl that/IN/rose:mark rents/NNS/rose:nsubj rose=rise/VBD/{word.capitalize()}:ccomp , the/DT/levy:det"
        " levy/NN/fell:nsubj fell=fall/VBD/root ."
    )
    assert sayings(parse) == []


@ex.each("pointing_idioms", "noun")
def test_the_other_hand_is_no_other_thing(row):
    on = "On/IN/{0}:case the/DT/{0}:det " if row["example"].startswith("On") else "The/DT/{0}:det "
    told = "rents/NNS/rose:nsubj rose=rise/VBD/root"
    if "costs" in row["example"]:
        told = "costs=cost/VBZ/root more/JJR/costs:obj"
    verb = "costs" if "costs" in row["example"] else "rose"
    role = "nsubj" if verb == "costs" else "obl"
    parse = f"{on}other/JJ/{{0}}:amod {{0}}/NN/{verb}:{role} {told}"
    (claim,) = ex.read(row, parse.format(row["noun"]))
    assert claim["abstained"] == []
    (other,) = ex.claimed(parse.format("street") + " .").claims
    assert other["abstained"] == POINTS_OUT


@ex.each("defining_words", "lemma")
def test_words_that_define(row):
    words = re.sub(r"[*.]", "", row["example"]).split()
    if row["part"] == "noun":
        parse = "A/DT/levy:det levy/NN/{0}:nsubj is/VBZ/{0}:cop a/DT/{0}:det {0}/NN/root of/IN/tax:case tax/NN/{0}:nmod"
        other, word = "piece", row["lemma"]
    else:
        said = ex.phrase(" ".join(words[:-2]), "{0}", "nsubj")
        parse, other, word = f"{said} {{0}}/VBZ/root {words[-1]}/NN/{{0}}:obj", "prints", words[-2]
    facets = [
        found[0]["facets"]
        for found in (ex.read(row, parse.format(word)), ex.claimed(parse.format(other) + " .").claims)
    ]
    assert "definition" in facets[0] and "definition" not in facets[1]


@ex.each("personifications", "word")
def test_where_history_shows_it_is_the_author_who_says_so(row):
    parse = "{0}/NNP/shows:nsubj shows=show/VBZ/root that/IN/fail:mark taxes/NNS/fail:nsubj fail/VBP/shows:ccomp ."
    assert sayings(parse.format(row["word"].capitalize())) == []
    assert sayings(parse.format("Lima"))


@ex.each("phase_verbs", "lemma")
def test_what_one_keeps_paying_is_paid(row):
    words = row["example"].replace("*", "").split()
    up = f"up/RP/{words[1]}:compound:prt" if words[2] == "up" else ""
    tag = "VBZ" if words[1].endswith("s") else "VBD"
    (claim,) = ex.read(
        row,
        f"Norway/NNP/{words[1]}:nsubj {words[1]}={row['lemma']}/{tag}/root {up} spending=spend/VBG/{words[1]}:xcomp"
        f" {MILLION.format('spending')}",
        money="$3 million",
    )
    assert claim["transfer"]["status"] == "disbursed"


TELLING = [
    row
    for row in lexicon.table("reporting_verbs")
    if "that" in row["takes"].split() and row["lemma"].isalpha()
]


@pytest.mark.parametrize("row", TELLING, ids=lambda row: row["lemma"])
def test_whom_one_tells_is_told(row):
    """ "the bank, *told* that rents rose": a passive; with "believed" it is a perfect."""
    verb = past_of(row["lemma"])
    doc = ex.claimed(
        f"bank/NN/{verb}:nsubj {verb}={row['lemma']}/VBN/root that/IN/rose:mark rents/NNS/rose:nsubj rose=rise/VBD/{verb}:ccomp ."
    ).doc
    doc[0].dep_ = "dep"  # the parser lost the subject
    assert is_passive(doc[1]) == ("told" in row["takes"].split())
