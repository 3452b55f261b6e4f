"""Docs from hand-made Universal Dependencies parses in one line, so that the rules are tested without a model.

A token is `word=lemma/TAG/head:relation`; the root is `word/TAG/root`. TAG is the Penn tag, from which part of speech
and features follow (`VB!` is an imperative). The head is named by its word: the nearest one of that spelling,
or `#4`, the fourth word of the sentence. The lemma may be left out where the spelling gives it. A mark of punctuation
alone hangs on the root. Sentences stand on lines of their own; an empty line begins a paragraph.

What earlier stages leave is given by quoted words: `money="$3m; 40%"`, `dates="since 2004"` (a first word such as
"since" is the relation), `entities="GPE Ruvia"`, `refers="It | The old bank"` (the last such word is the pronoun), `said="officials | said | the content | unnamed | indirect"`.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import marks
from pipeline.record import DateRelation, names
from pipeline.stages.claims import Claims

NLP = spacy.blank("en")
PUNCTUATION = re.compile(r"[.,;:!?()—–“”‘\"]+$")
GLUED_LEFT, GLUED_RIGHT = (
    (",", ".", ";", ":", "!", "?", ")", "”", "%", "'", "’", "n't"),
    ("(", "“", "$", "€", "£"),
)
POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV",
    "RBR": "ADV", "RBS": "ADV", "MD": "AUX", "TO": "PART", "DT": "DET", "PDT": "DET", "PRP": "PRON", "PRP$": "PRON",
    "CD": "NUM", "CC": "CCONJ", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "RP": "ADP", "EX": "PRON", "POS": "PART",
    "$": "SYM", "UH": "INTJ",
}  # fmt: skip
MORPH = {
    "NN": "Number=Sing", "NNP": "Number=Sing", "NNS": "Number=Plur", "NNPS": "Number=Plur",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin", "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin", "VB": "VerbForm=Inf", "VB!": "Mood=Imp|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part", "VBN": "Tense=Past|VerbForm=Part", "MD": "VerbForm=Fin",
}  # fmt: skip
IRREGULAR = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "has": "have", "had": "have",
    "does": "do", "did": "do", "n't": "not", "wo": "will", "us": "we", "them": "they", "'s": "'s",
}  # fmt: skip


class Token(NamedTuple):
    word: str
    lemma: str
    tag: str
    head: str
    dep: str


def token(text: str) -> Token:
    if PUNCTUATION.match(text):
        return Token(text, text, text, "", "punct")
    word, tag, link = text.rsplit("/", 2)
    word, _, lemma = word.partition("=")
    head, _, dep = link.partition(":")
    assert dep or head == "root", f"no relation: {text!r}"
    return Token(word, lemma or lemma_of(word, tag), tag, "" if head == "root" else head, dep or "ROOT")


def lemma_of(word: str, tag: str) -> str:
    """The regular base form; what spelling does not give stands in the notation."""
    low = word.lower()
    if low in IRREGULAR or tag in ("NNP", "NNPS"):
        return IRREGULAR.get(low, word)
    if tag in ("NNS", "VBZ"):
        low = re.sub(r"ies$", "y", low) if low.endswith("ies") else re.sub(r"(?<=ch|sh)es$|s$", "", low)
    return (
        re.sub(r"ed$", "", low)
        if tag in ("VBD", "VBN")
        else re.sub(r"ing$", "", low)
        if tag == "VBG"
        else low
    )


def pos_of(one: Token) -> str:
    if one.dep == "punct":
        return "PUNCT"
    if one.tag.startswith("VB"):
        return "AUX" if one.dep.split(":")[0] in ("aux", "cop") else "VERB"
    if one.tag == "IN" or (one.tag == "TO" and one.dep == "case"):
        return "SCONJ" if one.dep == "mark" else "ADP"
    if one.word in ("not", "n't"):
        return "PART"
    nominal = one.dep.split(":")[0] in ("nsubj", "obj", "obl", "nmod", "iobj", "conj", "ROOT")
    return "PRON" if one.tag == "DT" and nominal else POS[one.tag]


def head_of(tokens: list[Token], at: int) -> int:
    """The sentence's index of the head: the nearest word of that spelling, or by number."""
    name, root = tokens[at].head, next(i for i, one in enumerate(tokens) if one.dep == "ROOT")
    if not name:
        return at if tokens[at].dep == "ROOT" else root
    if re.fullmatch(r"#\d+", name):
        return int(name[1:]) - 1
    places = [i for i, one in enumerate(tokens) if one.word == name and i != at]
    assert places, f"no word {name!r} for {tokens[at].word!r}"
    return min(places, key=lambda i: abs(i - at))


def build(parse: str, **rows: Any) -> Doc:
    """The Doc of a parse with the rows of earlier stages; `layout=False` leaves even those of tokenize out."""
    tokens, heads, starts, paragraphs = [], [], [], [0]
    for line in parse.strip("\n").split("\n"):
        sentence = [token(text) for text in line.split()]
        base = len(tokens)
        paragraphs += [] if sentence else [base]
        starts += [i == 0 for i in range(len(sentence))]
        heads += [base + head_of(sentence, i) for i in range(len(sentence))]
        tokens += sentence
    doc = Doc(
        NLP.vocab, words=[one.word for one in tokens], spaces=_spaces(tokens), tags=[one.tag.rstrip("!") for one in tokens],
        pos=[pos_of(one) for one in tokens], morphs=[MORPH.get(one.tag, "") for one in tokens], heads=heads,
        lemmas=[one.lemma for one in tokens], deps=[one.dep for one in tokens], sent_starts=starts,
    )  # fmt: skip
    if rows.pop("layout", True):
        marks.put(doc, "tokenize", _layout(doc, paragraphs, rows.pop("regions", {})))
    for stage, put in (("money", _money), ("dates", _date), ("entities", _entity), ("said", _said)):
        given = [one.strip() for one in rows.pop(stage, "").split(";") if one.strip()]
        if given:
            marks.put(
                doc,
                "attribution" if stage == "said" else stage,
                [put(doc, n, one) for n, one in enumerate(given, 1)],
            )
    pairs = [one.split(" | ") for one in rows.pop("refers", "").split(";") if one.strip()]
    marks.put(doc, "reference", [_refers(doc, *(part.strip() for part in pair)) for pair in pairs])
    assert not rows, f"unknown: {rows}"
    return doc


def _spaces(tokens: list[Token]) -> list[bool]:
    after = [one.word for one in tokens[1:]] + ["."]
    return [
        not follow.startswith(GLUED_LEFT) and one.word not in GLUED_RIGHT
        for one, follow in zip(tokens, after, strict=True)
    ]  # fmt: skip


def at(doc: Doc, words: str) -> marks.Row:
    """The span row of quoted words."""
    start = doc.text.index(words)
    return marks.cut(doc, start, start + len(words))


def _layout(doc: Doc, paragraphs: list[int], regions: dict[str, str]) -> list[marks.Row]:
    starts = [doc[i].idx for i in paragraphs]
    ends = [*starts[1:], len(doc.text)]
    rows = [
        {"kind": "paragraph", "index": n, "span": marks.cut(doc, *edges)}
        for n, edges in enumerate(zip(starts, ends, strict=True))
    ]
    rows += [{"kind": "region", "region": name, "span": at(doc, words)} for name, words in regions.items()]
    for found in re.finditer("“([^”]+)”", doc.text):
        inner = marks.cut(doc, *found.span(1))
        scare = len(found[1].split()) <= 3 and found[1][-1] not in ".,!?"
        rows.append({"kind": "quote", "span": marks.cut(doc, *found.span()), "inner": inner, "scare": scare})
    return rows


MARKS = {"$": "USD", "€": "EUR", "£": "GBP"}


def _money(doc: Doc, number: int, words: str) -> marks.Row:
    unit = "currency" if re.search("[$€£]", words) else "percent" if "%" in words else "count"
    mark = re.search("[$€£]", words)
    digits = re.sub(r"[^\d.]", "", words) + ("000000" if "million" in words else "") or {"one": "1"}.get(
        words
    )
    return {
        "id": f"m{number}", "span": at(doc, words), "core": at(doc, words), "value": digits, "low": digits, "high": digits,
        "comparator": "approx" if words.startswith("about") else "eq", "unit": unit, "currency": mark and MARKS[mark[0]], "per": "year" if "a year" in words else None, "change": None, "rule": "test",
    }  # fmt: skip


def _date(doc: Doc, number: int, words: str) -> marks.Row:
    first = words.split()[0].lower()
    relation = first if first in names(DateRelation) else None
    core = words.split(maxsplit=1)[1] if relation else words
    year = re.search(r"\d{4}", core)
    grain = "year" if year or "year" in core else "month"
    return {
        "id": f"d{number}", "span": at(doc, words), "core": at(doc, core), "relation": relation,
        "kind": "duration" if first == "within" else "date",
        "first": f"{year[0]}-01-01" if year and relation not in ("by", "until", "before") else None,
        "last": f"{year[0]}-12-31" if year and relation not in ("since", "after") else None, "rule": "test",
        "grain": grain, "anchored_to": "absolute" if year else "published",
    }  # fmt: skip


def _entity(doc: Doc, number: int, given: str) -> marks.Row:
    label, name = given.split(maxsplit=1)
    return {
        "id": f"e{number}",
        "span": at(doc, name),
        "label": label,
        "name": name,
        "same_as": None,
        "rule": "test",
    }


def _refers(doc: Doc, pronoun: str, words: str) -> marks.Row:
    start = [one.idx for one in doc if one.text == pronoun][-1]
    return {
        "id": "r1", "span": marks.cut(doc, start, start + len(pronoun)), "antecedent": at(doc, words), "probability": 0.9,
    }  # fmt: skip


def _said(doc: Doc, number: int, given: str) -> marks.Row:
    source, cue, content, kind, how, *more = [part.strip() for part in given.split("|")]
    return {
        "id": f"s{number}", "span": at(doc, content), "source": at(doc, source) if source else None, "cue": at(doc, cue),
        "source_type": kind, "content": how, "lemma": cue, "stance": "neutral", "negates": "negates" in more, "chain": [],
        "resolved": None, "rule": "test",
    }  # fmt: skip


class Read(NamedTuple):
    """What the stage made of a Doc."""

    doc: Doc
    claims: list[marks.Row]
    skipped: list[marks.Row]

    @property
    def spans(self) -> list[str]:
        return [row["span"]["text"] for row in self.claims]

    @property
    def texts(self) -> list[str]:
        return [row["text"] for row in self.claims]

    def parent(self, number: int) -> tuple[str, str] | None:
        """Of the claim with this number: (the words of its parent, the relation)."""
        row = self.claims[number]["parent"]
        if row is None:
            return None
        (above,) = [one for one in self.claims if one["id"] == row["claim"]]
        return above["span"]["text"], row["relation"]


def run(parse: str, **rows: Any) -> Read:
    doc = Claims()(build(parse, **rows))
    return Read(doc, marks.read(doc, "claims"), marks.read(doc, "skipped"))


@pytest.fixture
def parsed() -> Callable[..., Doc]:
    return build


@pytest.fixture
def claimed() -> Callable[..., Read]:
    return run
