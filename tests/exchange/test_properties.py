"""For any record, whatever its text and its marks: unchanged it comes back as it is; and what an annotator leaves is what
comes in, whatever the base had."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline import record
from pipeline.exchange import FORMATS, carries, fetch, unfold
from pipeline.exchange.changes import collapsed
from pipeline.exchange.gaps import closed
from pipeline.exchange.layers import label
from pipeline.record import Document, digest, names

WORDS = (
    "Prices",
    "fell",
    "😀",
    "e\u0301te\u0301",
    "👩🏽‍🌾",
    "$3",
    "“no”",
    "a|b",
    "x=y",
    "<b>",
    "&amp;",
    "\\n",
    "2027",
    "𝔘𝔫",
    "%",
    "-",
)
BETWEEN = (" ", " ", " ", "  ", "\n", "\r\n", "\t", "\n\n", "\u00a0", "\u2028")
few = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@st.composite
def texts(draw):
    """(text, edges of its words)."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=12))
    text, edges = draw(st.sampled_from(("", "", "\n", " "))), []
    for word in words:
        edges.append((len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from(BETWEEN))
    return text, edges


@st.composite
def records(draw, text, edges):
    """A record of a text: names, amounts, claims with gaps, borrowed pieces, roles, sources, and claims that hang on
    others."""

    def span(first, last):
        start, end = edges[first][0], edges[last][1]
        return {"start": start, "end": end, "text": text[start:end]}

    def stretch():
        first = draw(st.integers(0, len(edges) - 1))
        return first, draw(st.integers(first, min(len(edges) - 1, first + 4)))

    def one(closed):
        return draw(st.sampled_from(names(closed)))

    def role(name, **more):
        first, last = stretch()
        words = " ".join(span(first, last)["text"].split())
        told = draw(st.sampled_from((words, "they | = 😀")))
        head = span(first, first)
        return {
            "role": name,
            "span": span(first, last),
            "text": told,
            "head": head,
            "origin": one(record.Origin),
            **more,
        }

    free = st.text(alphabet=st.sampled_from('a |=\\\n"<&😀’'), min_size=1, max_size=8).filter(
        lambda s: s.strip()
    )
    figures = st.sampled_from((None, "3", "2800000000", "0.50"))
    entities = [
        {
            "id": f"e{at}",
            "span": span(*stretch()),
            "name": draw(free),
            "label": draw(st.sampled_from(("ORG", "GPE"))),
        }
        for at in range(1, draw(st.integers(0, 3)) + 1)
    ]
    amounts = [
        {"id": f"m{at}", "span": (whole := span(*stretch())), "core": whole, "value": draw(figures), "low": draw(figures),
         "high": draw(figures), "comparator": one(record.Comparator), "unit": "count", "rule": "gold"}
        for at in range(1, draw(st.integers(0, 2)) + 1)
    ]  # fmt: skip
    claims = []
    for at in range(1, draw(st.integers(0, 3)) + 1):
        first, last = stretch()
        pieces = [span(first, last)]
        if last - first > 1:
            pieces = draw(st.sampled_from((pieces, [span(first, first), span(last, last)])))
        claims.append({
            "id": f"{at:016x}", "span": span(first, last), "fragments": pieces, "sentence": 0, "paragraph": 0,
            "region": one(record.Region), "text": draw(free), "kind": one(record.Kind),
            "facets": draw(st.lists(st.sampled_from(names(record.Facet)), max_size=2, unique=True)),
            "subject": draw(st.sampled_from((None, role("subject")))), "object": None,
            "predicate": role("predicate", lemma=draw(free), tense=one(record.Tense), voice=one(record.Voice)),
            "polarity": {"value": one(record.PolarityValue), "cues": [span(*stretch())]},
            "modality": {"value": one(record.ModalityValue)},
            "attribution": {"source_type": one(record.SourceType), "source": span(*stretch()), "content": "direct"},
            "parent": {"claim": f"{at - 1:016x}", "relation": one(record.ParentRelation)} if at > 1 else None,
        })  # fmt: skip
    made_by = {"version": "gold", "model": "hand", "config": "guidelines-2"}
    known = {"id": "d/1 é", "sha256": digest(text), "text": text, "made_by": made_by}
    return Document.model_validate({**known, "entities": entities, "amounts": amounts, "claims": claims})


@st.composite
def pairs(draw):
    """Two records of one text."""
    text, edges = draw(texts())
    return draw(records(text, edges)), draw(records(text, edges))


def there_and_back(format, sent, base, exchange_of):
    with tempfile.TemporaryDirectory() as room:
        exchange = exchange_of(Path(room), format)
        exchange.send(sent)
        (left,) = list(fetch(exchange.files, format, [base]))
    return left


def alike(document):
    """Whether two marks have one label in one place, which formats without ids make one."""
    sheet = closed(unfold(document).sheet)
    return len(collapsed(sheet).marks) < len(sheet.marks)


def seen(document, format):
    """What is on the sheet, without ids, as far as the format carries it."""
    held = carries()[format]
    sheet = closed(unfold(document).sheet)
    sheet = sheet if held.ids else collapsed(sheet)
    fields = {m.id: tuple(sorted(m.fields.items())) if held.fields and held.ids else () for m in sheet.marks}
    marks = {m.id: (label(m), m.pieces, fields[m.id]) for m in sheet.marks}
    named = ("stands_for", "mentions")  # a new role stands for the name its head is in, without a link
    links = {(k, marks[source], marks[target]) for k, source, target in sheet.links if k not in named}
    return set(marks.values()), links if held.links else set()


@pytest.mark.parametrize("format", FORMATS)
@few
@given(pair=pairs())
def test_what_nobody_touched_is_the_base_itself(format, pair, exchange_of):
    assert there_and_back(format, pair[0], pair[0], exchange_of) is pair[0]


@pytest.mark.parametrize("format", [name for name, held in carries().items() if held.links])
@few
@given(pair=pairs())
def test_what_is_left_comes_in_whatever_the_base_had(format, pair, exchange_of):
    sent, base = pair
    assume(carries()[format].ids or not any(map(alike, pair)))
    left = there_and_back(format, sent, base, exchange_of)
    for got, wanted in zip(seen(left, format), seen(sent, format), strict=True):
        assert (got - wanted, wanted - got) == (set(), set())
