"""Every row of the tables about money that moves is proved by its example, read by the whole stage.

The examples of transfer_verbs keep to a few shapes: subject, the marked verb with its particle, then noun phrases, each
bare or behind a preposition; `$3 million` is the sum, alone or as "a loan of $3 million".
"""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import lexicon
from pipeline.record import Aggregation, TransferStatus, names

ex = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("examples.py"))))
SUM, ENTITIES = "$3 million", {"Norway": "GPE", "Peru": "GPE"}
SLOTS = frozenset({"", "payer", "recipient", "purpose"})
KINDS = frozenset({"gift", "loan", "charge", "penalty", "debt", "plan", "expense", "contract"})
NEEDS = KINDS | {"kind", "large", "yearly", "party", "object", "source", "target", "aim"}
VERBS = lexicon.table("transfer_verbs")
CHUNK = re.compile(
    r"(?:(?P<case>to|for|into|in|on|from|with|at) )?(?P<noun>a \w+ of \$3 million|\$3 million|the \w+|Norway|Peru)"
)
COPULAR = ("be", "due", "outstanding")


def of(rows):
    return pytest.mark.parametrize("row", rows, ids=[f"{row['lemma']} {row['sum']}" for row in rows])


def money(case, noun, head, dep):
    """ "with a loan of $3 million" in the notation of the claims' tests."""
    cased = f"{case}/IN/{{}}:case " if case else ""
    if noun == SUM:
        return cased.format("million") + f"$3/$/million:nummod million/CD/{head}:{dep}"
    kind = noun.split()[1]
    inner = f"a/DT/{kind}:det {kind}/NN/{head}:{dep} of/IN/million:case $3/$/million:nummod million/CD/{kind}:nmod"
    return cased.format(kind) + inner


def pieces(row):
    """Of an example: subject, verb, particle, and the noun phrases behind it as (preposition, words)."""
    subject, verb, rest = re.fullmatch(r"(.+?) \*(\w+)\*(.*)\.", row["example"]).groups()
    particle = " ".join(row["lemma"].split()[1:])
    before, _, after = f"{rest} ".partition(f" {particle} ") if particle else (rest, "", "")
    phrases = [[(one["case"] or "", one["noun"]) for one in CHUNK.finditer(part)] for part in (before, after)]
    return subject, verb, particle, *phrases


def nouns(phrases, verb, after):
    found = []
    for number, (case, noun) in enumerate(phrases):
        bare_after = [words for other, words in [*phrases[number + 1 :], *after] if not other]
        dep = "obl" if case else "iobj" if bare_after else "obj"
        found.append(
            money(case, noun, verb, dep) if SUM in noun else ex.phrase(noun, verb, dep, case).strip()
        )
    return " ".join(found)


def parse(row):
    subject, verb, particle, before, after = pieces(row)
    lemma = ex.VERBS[verb].split("=")[1].split("/")[0] if row["lemma"] == "*" else row["lemma"].split()[0]
    first = money("", SUM, verb, "nsubj") if subject == SUM else ex.phrase(subject, verb, "nsubj")
    small = f"{particle}/RP/{verb}:compound:prt" if particle else ""
    return " ".join(
        [
            first,
            f"{verb}={lemma}/VBD/root",
            nouns(before, verb, after),
            small,
            nouns(after, verb, []),
        ]
    )


def slot_behind(row, marker, noun):
    party = "party" if noun in ENTITIES or noun == "the miners" else "thing"
    special = dict(pair.split("=") for pair in row["behind"].split())
    if marker in special:
        return (
            {"party": "recipient", "thing": "purpose"}[party]
            if special[marker] == "party"
            else special[marker]
        )
    if "fine of" in row["example"] and marker == "on":
        return "payer"
    (found,) = [one for one in lexicon.table("transfer_markers") if one["marker"] == marker]
    return found[party]


def expected(row):
    """Who stands on which side, by the row's own columns."""
    subject, _, _, before, after = pieces(row)
    sides = {} if subject == SUM else {row["subject"]: subject}
    for marker, noun in (*before, *after):
        if SUM not in noun:
            sides[slot_behind(row, marker, noun) if marker else row["object"]] = noun
    return {("payer" if slot == "either" else slot): noun for slot, noun in sides.items() if slot}


def transfer(row, given):
    named = "; ".join(f"{label} {name}" for name, label in ENTITIES.items() if name in row["example"])
    return ex.read(row, given, money=SUM, entities=named)[0]["transfer"]


@of([row for row in VERBS if row["sum"] and row["lemma"] not in COPULAR])
def test_transfer_verbs(row):
    found = transfer(row, parse(row))
    assert {slot: found[slot]["text"] for slot in SLOTS - {""} if found[slot]} == expected(row)
    assert found["status"] == ("unspecified" if row["status"] == "" else row["status"])
    assert found["aggregation"] == (row["aggregation"] or "unspecified")


COPULAR_EXAMPLES = {
    "be": "The/DT/debt:det debt/NN/million:nsubj was/VBD/million:cop $3/$/million:nummod million/CD/root",
    "due": "Peru/NNP/due:nsubj was/VBD/due:cop due/JJ/root $3/$/million:nummod million/CD/due:obl",
    "outstanding": "$3/$/million:nummod million/CD/outstanding:nsubj was/VBD/outstanding:cop outstanding/JJ/root",
}


@of([row for row in VERBS if row["lemma"] in COPULAR])
def test_transfer_verbs_that_are_adjectives(row):
    found = transfer(row | {"example": row["example"].replace("*", "")}, COPULAR_EXAMPLES[row["lemma"]])
    recipient = found["recipient"] and found["recipient"]["text"]
    assert (found["status"], recipient) == (row["status"], "Peru" if row["subject"] == "recipient" else None)
    assert found["aggregation"] == (row["aggregation"] or "unspecified")


INFINITIVE = "to/TO/pay:mark pay/VB/{verb}:xcomp $3/$/million:nummod million/CD/pay:obj"
HELPING = {
    r"Norway \*(\w+)\* to pay \$3 million\.": "Norway/NNP/{verb}:nsubj {verb}={lemma}/VBD/root " + INFINITIVE,
    r"Norway is \*(\w+)\* to pay \$3 million\.": "Norway/NNP/{verb}:nsubj:pass is/VBZ/{verb}:aux:pass {verb}={lemma}/VBN/root "
    + INFINITIVE,
    r"Norway \*(has)\* \$3 million set aside\.": "Norway/NNP/has:nsubj has=have/VBZ/root $3/$/million:nummod million/CD/has:obj"
    " set=set/VBN/million:acl aside/RP/set:compound:prt",
    r"Norway \*(let)\* \$3 million be spent\.": "Norway/NNP/let:nsubj let=let/VBD/root $3/$/million:nummod million/CD/let:obj"
    " be/VB/spent:aux:pass spent=spend/VBN/let:ccomp",
}  # fmt: skip


@of([row for row in VERBS if not row["sum"]])
def test_verbs_that_only_say_how_firm_another_is(row):
    shape, given = next(
        (shape, given) for shape, given in HELPING.items() if re.fullmatch(shape, row["example"])
    )
    verb = re.fullmatch(shape, row["example"])[1]
    found = transfer(
        row | {"example": row["example"].replace("*", "")}, given.format(verb=verb, lemma=row["lemma"])
    )
    inner = {"have": "committed", "let": "unspecified"}
    assert found["status"] == (row["status"] or inner[row["lemma"]])


@pytest.mark.parametrize(
    ("column", "allowed"),
    [
        ("subject", SLOTS | {"either"}),
        ("object", SLOTS),
        ("status", {*names(TransferStatus), ""}),
        ("aggregation", {*names(Aggregation), ""}),
    ],
)
def test_closed_columns_of_transfer_verbs(column, allowed):
    assert {row[column] for row in VERBS} <= set(allowed)


def test_needs_are_known():
    assert {part for row in VERBS for part in re.split(r"[ +]", row["needs"]) if part} <= NEEDS


def test_no_verb_wants_its_sum_in_one_place_twice_under_one_condition():
    keys = [(row["lemma"], row["sum"], row["needs"]) for row in VERBS]
    assert len(set(keys)) == len(keys)


@ex.each("instruments", "lemma")
def test_instruments(row):
    word = ex.marked(row)
    tag = f"{word}={row['lemma']}/{'NNS' if word.endswith('s') else 'NN'}"
    given = {
        "debt": f"The/DT/{word}:det {tag}/million:nsubj was/VBD/million:cop $3/$/million:nummod million/CD/root",
        "plan": "Peru/NNP/built:nsubj built=build/VBD/root the/DT/harbour:det harbour/NN/built:obj"
        f" with/IN/{word}:case a/DT/{word}:det {tag}/built:obl of/IN/million:case $3/$/million:nummod million/CD/{word}:nmod",
    }
    held = f"a/DT/{word}:det {tag}/{{}}:obj of/IN/million:case $3/$/million:nummod million/CD/{word}:nmod"
    given["expense"] = "Norway/NNP/footed:nsubj footed=foot/VBD/root " + held.format("footed")
    given["contract"] = "Norway/NNP/signed:nsubj signed=sign/VBD/root " + held.format("signed")
    paid = f"Norway/NNP/paid:nsubj paid=pay/VBD/root $3/$/million:nummod million/CD/paid:obj in/IN/{word}:case {tag}/paid:obl"
    (claim,) = ex.read(row, given.get(row["kind"], paid), money=SUM)
    assert row["kind"] in KINDS
    assert claim["transfer"]["instrument"] == (
        None if row["kind"] in given else {**claim["transfer"]["instrument"], "text": word}
    )


@ex.each("transfer_markers", "marker")
def test_transfer_markers(row):
    verb, lemma = ("received", "receive") if row["marker"] == "from" else ("paid", "pay")
    for noun, column in (("Peru", "party"), ("harbour", "thing")):
        given = (
            f"Norway/NNP/{verb}:nsubj {verb}={lemma}/VBD/root $3/$/million:nummod million/CD/{verb}:obj"
            f" {row['marker']}/IN/{noun}:case {noun}/{'NNP' if noun == 'Peru' else 'NN'}/{verb}:obl"
        )
        example = {"example": row["example"].replace("Peru", noun)}
        (claim,) = ex.read(example, given, money=SUM, entities="GPE Peru" if noun == "Peru" else "")
        slots = [
            slot
            for slot, span in claim["transfer"].items()
            if isinstance(span, dict) and span["text"] == noun
        ]
        assert slots == ([row[column]] if row[column] else [])


@ex.each("payees", "lemma")
def test_payees(row):
    word = ex.marked(row)
    if word == "abroad":
        given = "Peru/NNP/received:nsubj received=receive/VBD/root $3/$/million:nummod million/CD/received:obj from/IN/abroad:case"
        (claim,) = ex.read(row, f"{given} abroad/RB/received:obl", money=SUM)
        assert claim["transfer"]["payer"]["text"] == word
        return
    given = "$3/$/million:nummod million/CD/went:nsubj went=go/VBD/root to/IN/{0}:case the/DT/{0}:det {0}={1}/NNS/went:obl"
    (claim,) = ex.read(row, given.format(word, row["lemma"]), money=SUM)
    assert claim["transfer"]["recipient"]["text"] == f"the {word}"


def test_who_speaks_can_be_paid_without_being_listed_twice():
    speakers = {one["lemma"] for one in lexicon.table("speakers") if one["source_type"] != "document"}
    assert lexicon.column("payees", "lemma") & speakers == frozenset()


@ex.each("not_given", "noun")
def test_not_given(row):
    word = ex.marked(row)
    given = (
        "They/PRP/announced:nsubj announced=announce/VBD/root $3/$/million:nummod million/CD/announced:obj of/IN/{0}:case"
        " {0}={1}/NNS/million:nmod"
    )  # fmt: skip
    (claim,) = ex.read(row, given.format(word, row["noun"]), money=SUM)
    assert claim["transfer"] is None


@ex.each("totals", "phrase")
def test_totals(row):
    before, phrase, after = re.fullmatch(r"Norway paid ?(.*?) ?\*(.+)\* ?(.*)\.", row["example"]).groups()
    sized = {
        SUM: "$3/$/million:nummod million/CD/paid:obj",
        "of $3 million": "of/IN/million:case $3/$/million:nummod million/CD/total:nmod",
    }
    marked = " ".join(f"{word}/RB/paid:advmod" for word in phrase.split())
    words = {"": "", "a": "a/DT/million:det", "sums": "sums/NNS/paid:obj"}
    given = f"Norway/NNP/paid:nsubj paid=pay/VBD/root {sized.get(before) or words[before]} {marked} {sized.get(after, '')}"
    if phrase == "total":
        given = given.replace("a/DT/million:det total/RB/paid:advmod", "a/DT/total:det total/NN/paid:obj")
    if before == "sums":
        given = given.replace(f"{phrase}/RB/paid:advmod", f"{phrase}/VBG/sums:acl").replace(
            "million/CD/paid", f"million/CD/{phrase}"
        )
    (claim,) = ex.read(row, given, money=SUM)
    assert claim["transfer"]["aggregation"] == "cumulative"
