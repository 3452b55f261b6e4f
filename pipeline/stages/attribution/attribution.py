"""Puts the sayings on the Doc as rows."""

import spacy.tokens

from pipeline.marks import Row, cut, put
from pipeline.plain import Doc, Token, plain
from pipeline.stages.attribution import chain, nouns, phrases, resumed_speech, speech, unclaimed
from pipeline.stages.attribution.quotes import Quotes, edges
from pipeline.stages.attribution.saying import Saying
from pipeline.stages.attribution.speakers import Speakers


class Attribution:
    """Doc → Doc with `doc._.attribution`; see the package for the shape of a row."""

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        return put(doc, "attribution", _rows(plain(doc)))


def _rows(doc: Doc) -> list[Row]:
    found = _distinct([*speech.find(doc)], [*phrases.find(doc), *nouns.find(doc)])
    quotes = Quotes(doc)
    found = edges(quotes, found)
    found += list(resumed_speech.find(doc, found)) if found else []
    found += list(unclaimed.find(doc, quotes, found))
    if not found:
        return []
    speakers = Speakers(doc)
    rows = [_row(doc, one, speakers, quotes) for one in sorted(found, key=_place)]
    rows = [_as_author(doc, row) for row in chain.link(rows)]
    rows.sort(key=lambda row: (row["span"]["start"], row["span"]["end"]))
    return [{**row, "id": f"s{n}"} for n, row in enumerate(rows, 1)]


def _as_author(doc: Doc, row: Row) -> Row:
    """The author is no source: "I" in "I believe that" belongs to the words of saying, and nothing is reported."""
    source, cue = row["source"], row["cue"]
    if row["source_type"] != "author":
        return row
    row = {**row, "content": "none"}
    if source is None:
        return row
    ahead = 0 <= cue["start"] - source["end"] <= len(" ") or source["start"] >= cue["start"]
    start = min(source["start"], cue["start"]) if ahead else cue["start"]
    return {**row, "source": None, "cue": cut(doc, start, cue["end"])}


def _place(one: Saying) -> tuple[int, int]:
    return one.cue[0].i, one.edges[0]


def _distinct(verbs: list[Saying], others: list[Saying]) -> list[Saying]:
    """One saying per content where a noun or phrase found what a verb found too: the verb finder knows more."""
    known = {(one.content[0].i, one.content[-1].i) for one in verbs}
    return [*verbs, *(one for one in others if (one.content[0].i, one.content[-1].i) not in known)]


def _row(doc: Doc, one: Saying, speakers: Speakers, quotes: Quotes) -> Row:
    source = _cut(doc, speakers.words(one.speaker)) if one.speaker is not None else None
    kind, name = one.source_type or "generic", None
    if one.speaker is not None and source is not None:
        read_kind, name = speakers.ask(one.speaker, source["text"])
        kind = one.source_type or read_kind
    start, end = _balanced(one, quotes)
    return {
        "id": "",
        "span": cut(doc, start, end),
        "fragments": _fragments(doc, one),
        "source": source,
        "cue": _cut(doc, list(one.cue)),
        "source_type": kind,
        "content": _content(one, start, end, quotes),
        "lemma": one.lemma,
        "stance": one.stance,
        "negates": one.negates,
        "chain": [],
        "resolved": name,
        "rule": one.rule,
    }


def _balanced(one: Saying, quotes: Quotes) -> tuple[int, int]:
    """The edges of the content; a quotation that it opens is closed with it: called it “a farce”."""
    start, end = one.edges
    if one.quote is not None:
        return start, end
    for mark in quotes.touching(start, end):
        inner, whole = mark["inner"], mark["span"]
        if start <= whole["start"] < end <= inner["end"] + 1 and end + 2 >= inner["end"]:
            end = max(end, whole["end"])
        if start == inner["start"] and whole["end"] < end:
            start = whole["start"]
    return start, end


def _content(one: Saying, start: int, end: int, quotes: Quotes) -> str:
    """`direct`: all of it inside quotation marks; `mixed`: some of it; else `indirect`."""
    if one.quote is not None:
        return "direct"
    inside = [m for m in quotes.touching(start, end) if m["span"]["start"] < end]
    if any(m["inner"]["start"] <= start and end <= m["inner"]["end"] for m in inside):
        return "direct"
    return "mixed" if inside else "indirect"


def _fragments(doc: Doc, one: Saying) -> list[Row]:
    """The content in pieces, where the saying stands in its middle: "The bridge, officials said, will close"."""
    if one.quote is not None:
        return [cut(doc, *one.quote)]
    pieces: list[list[Token]] = []
    for token in one.content:
        if pieces and token.i - pieces[-1][-1].i == 1:
            pieces[-1].append(token)
        else:
            pieces.append([token])
    return [_cut(doc, piece) for piece in pieces]


def _cut(doc: Doc, tokens: list[Token]) -> Row:
    tokens = [t for t in tokens if t.i == tokens[0].i or not t.is_space]
    return cut(doc, tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
