"""The examples of the tables → the one-line parses of tests/stages/claims/conftest.py, by their shapes.

In an example `*word*` is the row's word. The verbs that make clauses in the examples are listed here, so that a
clause's subject, verb and object can be told apart without a parser.
"""

import re
import runpy
from pathlib import Path

import pytest

from pipeline import lexicon

claimed = runpy.run_path(str(Path(__file__).parents[1] / "stages" / "claims" / "conftest.py"))["run"]
FORMS = (
    "are=be/VBP ate=eat/VBD bans/VBZ began=begin/VBD borrowed=borrow/VBD bought=buy/VBD broke=break/VBD build/VB"
    " built=build/VBD caps/VBZ close/VB closed=close/VBD closing=close/VBG cut=cut/VBD doubled=double/VBD dug=dig/VBD"
    " fail/VB fall/VBP fell=fall/VBD forbids/VBZ gone=go/VBN grew=grow/VBD grown=grow/VBN has/VBZ have/VBP is/VBZ"
    " joining=join/VBG learn/VB left=leave/VBD lends/VBZ lent=lend/VBD looks/VBZ losing=lose/VBG lost=lose/VBD matter/VBP"
    " met=meet/VBD needs/VBZ opened=open/VBD paid=pay/VBD pay/VB permits/VBZ persists/VBZ poured=pour/VBD raising=raise/VBG"
    " ran=run/VBD requires/VBZ resigned=resign/VBD rise/VBP rose=rise/VBD runs/VBZ saved=save/VBD shrank=shrink/VBD"
    " shrunk=shrink/VBN signed=sign/VBN silts/VBZ sold=sell/VBD spent=spend/VBD spoke=speak/VBD stops/VBZ tripled=triple/VBD"
    " was/VBD were/VBD works/VBZ wrote=write/VBD"
)
VERBS = {re.split("[=/]", form)[0]: form for form in FORMS.split()}
HELPERS = {"has": "VBZ", "have": "VBP", "had": "VBD", "will": "MD", "may": "MD", "could": "MD", "was": "VBD"}
DETERMINERS = frozenset({"the", "a", "its"})


def each(name, key, *but):
    """One test a row; `but`: rows that are left to another test."""
    rows = [row for row in lexicon.table(name) if row[key] not in but]
    return pytest.mark.parametrize("row", rows, ids=[row[key] for row in rows])


def marked(row):
    """The words between asterisks."""
    return re.search(r"\*([^*]+)\*", row["example"])[1]


def parts(row, *shapes):
    """The named pieces of the first shape that fits the whole example."""
    found = next((found for shape in shapes if (found := re.fullmatch(shape, row["example"]))), None)
    assert found, f"no shape for {row['example']!r}"
    return {key: (value or "").strip() for key, value in found.groupdict().items()}


def phrase(text, head, dep, case=""):
    """A noun phrase; its last word is its head."""
    if not text:
        return ""
    *before, noun = text.split()
    tag = "NNS" if noun.endswith("s") else "NNP" if noun[0].isupper() else "NN"
    cased = [
        f"{word}/IN/{case.split()[0] if n else noun}:{'fixed' if n else 'case'}"
        for n, word in enumerate(case.split())
    ]
    return " ".join([*cased, *(f"{word}/DT/{noun}:det" for word in before), f"{noun}/{tag}/{head}:{dep}"])


def clause(text, link, mark=""):
    """A clause: subject, helpers, verb (one of VERBS), and what follows as its object."""
    words = text.split()
    verbs = [i for i, word in enumerate(words) if word in VERBS]
    at = next((i for i in verbs if words[i] not in HELPERS), verbs[0])
    verb, before = words[at], [word for word in words[:at] if word not in HELPERS]
    helped = " ".join(f"{word}/{HELPERS[word]}/{verb}:aux" for word in words[:at] if word in HELPERS)
    opening = " ".join(
        f"{word}/{'TO' if word == 'to' else 'IN'}/{mark.split()[0] if n else verb}:{'fixed' if n else 'mark'}"
        for n, word in enumerate(mark.split())
    )
    subject = phrase(" ".join(before), verb, "nsubj")
    return (
        f"{opening} {subject} {helped} {VERBS[verb]}/{link} {phrase(' '.join(words[at + 1 :]), verb, 'obj')}"
    )


def head_of(text):
    """The verb on which `clause` hangs the rest."""
    words = [word for word in text.split() if word in VERBS]
    return next((word for word in words if word not in HELPERS), words[0])


def divided(text):
    """Two clauses without a comma between them: the second begins where its subject does."""
    words = text.split()
    first = words.index(head_of(text))
    start = next(i for i in range(first + 1, len(words)) if words[i] in VERBS) - 1
    start -= words[start] in HELPERS
    start -= words[start - 1] in DETERMINERS
    return " ".join(words[:start]), " ".join(words[start:])


def read(row, parse, **rows):
    """The claims of the parse, which must be that of the example."""
    found = claimed(" ".join(f"{parse} .".split()), **rows)
    assert re.sub(r"\W", "", found.doc.text) == re.sub(r"\W", "", row["example"])
    return found.claims
