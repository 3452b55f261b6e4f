"""Every row of the tables of claims is proved by its example: parsed here by its shape, then read by the stage.

The tables that open clauses are in test_clause_tables.py.
"""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import lexicon
from pipeline.record import (
    Facet,
    ModalityValue,
    ParentRelation,
    PolarityValue,
    RoleName,
    names,
)
from pipeline.stages.claims.inflection import past_of, third_person
from pipeline.stages.parse.lemma import verb_lemma

ex = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("examples.py"))))
KEYS = {
    "factives": ("lemma",), "subordinators": ("mark", "verb"), "hinges": ("lemma",), "connectives": ("word",),
    "modals": ("word",), "helper_verbs": ("lemma", "form"), "extraposed": ("word",), "negations": ("word",),
    "argument_roles": ("marker", "relation"), "evaluative": ("word",), "facets": ("lemma",),
    "place_nouns": ("lemma",), "irregular_verbs": ("lemma",), "irregular_participles": ("lemma",), "silent_e_verbs": ("lemma",),
    "transitive_verbs": ("lemma",), "null_complements": ("lemma",), "focus_adverbs": ("word", "stands"),
    "particles": ("word",), "asides": ("word",), "pointing_idioms": ("noun",), "defining_words": ("lemma",),
    "personifications": ("word",), "phase_verbs": ("lemma",),
}  # fmt: skip
CLOSED = {
    ("subordinators", "relation"): names(ParentRelation), ("subordinators", "role"): names(RoleName),
    ("modals", "modality"): names(ModalityValue), ("helper_verbs", "modality"): names(ModalityValue),
    ("helper_verbs", "polarity"): names(PolarityValue), ("helper_verbs", "facet"): names(Facet),
    ("extraposed", "modality"): names(ModalityValue), ("extraposed", "polarity"): names(PolarityValue),
    ("argument_roles", "role"): names(RoleName), ("facets", "facet"): names(Facet),
    ("subordinators", "verb"): ("finite", "-ing", "any"), ("subordinators", "stays"): ("0", "1"),
    ("subordinators", "past_only"): ("0", "1"), ("helper_verbs", "form"): ("active", "passive", "progressive"),
    ("argument_roles", "relation"): ("oblique", "clause"), ("null_complements", "lacks"): ("object", "content"),
    ("focus_adverbs", "stands"): ("before", "after_not"), ("particles", "always"): ("0", "1"),
    ("asides", "form"): ("to be", "I", "that"), ("defining_words", "part"): ("verb", "noun"),
}  # fmt: skip
MAY_BE_EMPTY = {("subordinators", "relation"), ("extraposed", "polarity")} | {
    ("helper_verbs", key) for key in ("modality", "polarity", "facet")
}


MEASURED = {"rule_precision", "confidence"}
"""Counts and weights that models/scripts/train_confidence.py writes: no knowledge of words, so nothing to exemplify."""


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(lexicon.HERE.glob("*.csv")) if path.stem not in MEASURED],
    ids=lambda path: path.stem,
)
def test_every_row_of_every_table_has_an_example(path):
    rows = lexicon.table(path.stem)
    assert rows
    assert [row for row in rows if not row.get("example")] == []


@pytest.mark.parametrize(("name", "keys"), KEYS.items(), ids=KEYS)
def test_no_row_stands_twice(name, keys):
    found = [tuple(row[key] for key in keys) for row in lexicon.table(name)]
    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize(("name", "column"), CLOSED)
def test_closed_sets(name, column):
    values = {row[column] for row in lexicon.table(name)} - (
        {""} if (name, column) in MAY_BE_EMPTY else set()
    )
    assert values <= set(CLOSED[name, column])


@pytest.mark.parametrize("name", KEYS)
def test_each_example_marks_one_stretch_with_a_form_of_the_row_s_word(name):
    for row in lexicon.table(name):
        assert row["example"].count("*") == 2, row
        first = row[KEYS[name][0]].split()[0]
        irregular = {entry["lemma"]: entry["past"] for entry in lexicon.table("irregular_verbs")}
        forms = (first[:2].lower(), irregular.get(first, first)[:2], row.get("participle", first)[:2])
        assert any(word.lower().startswith(forms) for word in ex.marked(row).split()), row


@pytest.mark.parametrize("name", [name for name in KEYS if name not in ("negations", "modals")])
def test_no_example_stands_twice(name):
    found = [row["example"] for row in lexicon.table(name)]
    assert len(set(found)) == len(found)


@ex.each("modals", "word")
def test_modals(row):
    p = ex.parts(
        row, r"(?P<s>.+?) (?P<cop>is )?\*(?P<m>[^*]+)\* (?P<nt>n't )?(?P<to>to )?(?P<v>\w+) ?(?P<o>.*)\."
    )
    link = f"{p['m']}/RB/{p['v']}:advmod" if p["cop"] else f"{p['m']}/MD/{p['v']}:aux"
    copula = f"is/VBZ/{p['v']}:cop" if p["cop"] else ""
    parse = [ex.phrase(p["s"], p["v"], "nsubj"), copula, link]
    parse += [f"n't/RB/{p['v']}:advmod"] if p["nt"] else []
    parse += [f"to/TO/{p['v']}:mark"] if p["to"] else []
    parse += [f"{p['v']}/{'JJ' if copula else 'VB'}/root", ex.phrase(p["o"], p["v"], "obj")]
    (claim,) = ex.read(row, " ".join(parse))
    assert (claim["modality"]["value"], claim["modality"]["cues"][0]["text"]) == (row["modality"], p["m"])


@ex.each("helper_verbs", "lemma")
def test_helper_verbs(row):
    p = ex.parts(
        row, r"(?P<s>.+?) (?P<be>(?:is|are|was|were|has) )?\*(?P<h>\w+)\* to (?P<v>\w+) ?(?P<o>.*)\."
    )
    passive = row["form"] == "passive"
    tag = {"passive": "VBN", "progressive": "VBG"}.get(row["form"], "VBZ" if p["h"].endswith("s") else "VBD")
    be = f"{p['be']}/VBZ/{p['h']}:{'aux:pass' if passive else 'aux'}" if p["be"] else ""
    (claim,) = ex.read(
        row,
        f"{ex.phrase(p['s'], p['h'], 'nsubj:pass' if passive else 'nsubj')} {be} {p['h']}={row['lemma']}/{tag}/root"
        f" to/TO/{p['v']}:mark {p['v']}/VB/{p['h']}:xcomp {ex.phrase(p['o'], p['v'], 'obj')}",
    )
    assert claim["predicate"]["lemma"] == p["v"]
    assert claim["polarity"]["value"] == (row["polarity"] or "affirmed")
    assert claim["modality"]["value"] == (row["modality"] or "asserted")
    assert not row["facet"] or row["facet"] in claim["facets"]


@ex.each("extraposed", "word")
def test_extraposed(row):
    p = ex.parts(
        row, r"(?P<s>It|Ruvia) is \*(?P<w>\w+)\* (?P<time>time )?(?:for (?P<whom>Ruvia) )?to save water\."
    )
    head, tag = (p["time"], "NN") if p["time"] else (p["w"], "JJ")
    inner = f"{p['w']}/JJ/time:amod" if p["time"] else ""
    (claim,) = ex.read(
        row,
        f"{p['s']}/{'PRP' if p['s'] == 'It' else 'NNP'}/{head}:{'expl' if p['s'] == 'It' else 'nsubj'} is/VBZ/{head}:cop {inner}"
        f" {head}/{tag}/root {ex.phrase(p['whom'], head, 'obl', 'for')} to/TO/save:mark save/VB/{head}:csubj water/NN/save:obj",
    )
    assert (claim["predicate"]["lemma"], claim["modality"]["value"]) == ("save", row["modality"])
    assert claim["polarity"]["value"] == (row["polarity"] or "affirmed")
    assert (claim["subject"] or {"text": None})["text"] == (p["whom"] or (p["s"] if p["s"] != "It" else None))


NEGATED = {
    r"The fund did \*(.+)\* lend\.": "The/DT/fund:det fund/NN/lend:nsubj did/VBD/lend:aux {0}/RB/lend:advmod lend/VB/root",
    r"The fund \*(.+)\* lent\.": "The/DT/fund:det fund/NN/lent:nsubj {0}/RB/lent:advmod lent=lend/VBD/root",
    r"\*(None)\* of the banks lent\.": "{0}/NN/lent:nsubj of/IN/banks:case the/DT/banks:det banks/NNS/{0}:nmod lent=lend/VBD/root",
    r"\*(Nobody)\* lent\.": "{0}/NN/lent:nsubj lent=lend/VBD/root",
    r"\*(Nothing)\* was lent\.": "{0}/NN/lent:nsubj:pass was/VBD/lent:aux:pass lent=lend/VBN/root",
    r"\*(\w+)\* bank lent\.": "{0}/DT/bank:det bank/NN/lent:nsubj lent=lend/VBD/root",
    r"\*(Few)\* banks lent\.": "{0}/JJ/banks:amod banks/NNS/lent:nsubj lent=lend/VBD/root",
    r"\*(Nor)\* did the bank lend\.": "{0}/CC/lend:cc did/VBD/lend:aux the/DT/bank:det bank/NN/lend:nsubj lend/VB/root",
    r"The fund is \*(\w+)\* to lend\.": "The/DT/fund:det fund/NN/{0}:nsubj is/VBZ/{0}:cop {0}/JJ/root to/TO/lend:mark"
    " lend/VB/{0}:xcomp",
}  # fmt: skip


@ex.each("negations", "word")
def test_negations(row):
    parse = next(parse for shape, parse in NEGATED.items() if re.fullmatch(shape, row["example"]))
    (claim,) = ex.read(row, parse.format(ex.marked(row)))
    assert claim["polarity"]["value"] == "negated"
    assert [cue["text"] for cue in claim["polarity"]["cues"]] == [ex.marked(row)]


@ex.each("place_nouns", "lemma")
def test_place_nouns(row):
    noun = ex.marked(row)
    (claim,) = ex.read(
        row,
        f"The/DT/fund:det fund/NN/lends:nsubj lends/VBZ/root {ex.phrase(f'every {noun}', 'lends', 'obl', 'in')}",
    )
    assert [(one["role"], one["text"]) for one in claim["arguments"]] == [("place", f"in every {noun}")]


@ex.each("irregular_verbs", "lemma")
def test_irregular_verbs(row):
    assert past_of(row["lemma"]) == row["past"] == ex.marked(row)


@ex.each("irregular_participles", "lemma")
def test_irregular_participles(row):
    assert verb_lemma(row["participle"], "x", "VBN") == row["lemma"]
    assert ex.marked(row) == row["participle"]


@ex.each("silent_e_verbs", "lemma")
def test_silent_e_verbs(row):
    claims = ex.claimed(
        f"Peru/NNP/grows:nsubj grows/VBZ/root , {ex.marked(row)}/VBG/grows:advcl it/PRP/{ex.marked(row)}:obj ."
    ).claims
    assert ex.marked(row) == f"{row['lemma'][:-1]}ing"
    assert claims[1]["text"] == f"Peru {third_person(row['lemma'])} it."
