"""Whole op-eds with one thing changed that changes nothing else: names, countries, currencies, digits, marks, a sentence.

What the network is not shown (quotation marks, whose money it is, digits) changes nothing at all. Names it sees: there a
few claims in a hundred may be cut otherwise, but no amount may move.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.extraction import extract_all
from pipeline.page.figures import exact

SPLIT = Path(__file__).parents[2] / "corpus" / "split.csv"
MARKS = str.maketrans("“”‘’", "\"\"''")
COUNTRIES = (
    "Kenya",
    "Chile",
    "Bangladesh",
    "Poland",
    "Greece",
    "Japan",
    "China",
    "France",
    "Germany",
    "Norway",
)
ADDED = "Rain fell on Monday."


@pytest.fixture(scope="module")
def dev(corpus):
    """The op-eds whose errors may be looked at."""
    with SPLIT.open(encoding="utf-8", newline="") as file:
        parts = {row["document"]: row["split"] for row in csv.DictReader(file)}
    return [article for article in corpus if parts[article.id] == "dev"]


@pytest.fixture(scope="module")
def read(nlp):
    return lambda articles: list(extract_all(articles, nlp=nlp))


@pytest.fixture(scope="module")
def before(read, dev):
    return read(dev)


def changed(articles, change):
    return [article.model_copy(update={"text": change(article.text)}) for article in articles]


def shape(document, *, said=str, currency=True):
    """What a claim says, as a multiset; `said` puts words into a form that both texts have."""
    money = {each.id: (exact(each) if currency else each.value) for each in document.amounts}
    days = {each.id: (each.first, each.last, each.relation) for each in document.dates}
    return Counter(
        (
            said(claim.span.text), said(claim.text), claim.kind, claim.polarity.value, claim.modality.value,
            claim.attribution.source_type, claim.predicate.lemma, claim.facets,
            tuple(money[id] for id in claim.amounts), tuple(days[id] for id in claim.dates),
        )
        for claim in document.claims
    )  # fmt: skip


def kept(old, new):
    """The share of the claims of one that are claims of the other, over both."""
    same = sum((a & b).total() for a, b in zip(old, new, strict=True))
    return 2 * same / sum(a.total() + b.total() for a, b in zip(old, new, strict=True))


def amounts(documents):
    return [[(a.value, a.low, a.high, a.comparator, a.unit, a.per) for a in d.amounts] for d in documents]


def test_straight_quotation_marks_change_nothing(read, dev, before):
    def straight(text):
        return text.translate(MARKS)

    assert any(straight(article.text) != article.text for article in dev)
    after = read(changed(dev, straight))
    assert [shape(one, said=straight) for one in before] == [shape(one, said=straight) for one in after]


def test_another_currency_moves_the_currency_alone(read, dev, before):
    def swap(text):
        return text.replace("£", "$").replace("€", "$")

    some = [
        n for n, article in enumerate(dev) if swap(article.text) != article.text and "US$" not in article.text
    ]
    old, new = [before[n] for n in some], read(changed([dev[n] for n in some], swap))
    assert len(some) >= 2 and amounts(old) == amounts(new)
    assert [shape(one, said=swap, currency=False) for one in old] == [
        shape(one, said=swap, currency=False) for one in new
    ]
    moved = [
        (a.currency, b.currency)
        for x, y in zip(old, new, strict=True)
        for a, b in zip(x.amounts, y.amounts, strict=True)
    ]
    assert {a for a, b in moved if a != b} <= {"GBP", "EUR"} and any(a != b for a, b in moved)


def test_a_paragraph_more_leaves_all_other_claims_and_their_ids(read, dev, before):
    def add(text):
        paragraphs = text.split("\n\n")
        middle = len(paragraphs) // 2
        return "\n\n".join([*paragraphs[:middle], ADDED, *paragraphs[middle:]])

    after = read(changed(dev, add))
    for old, new in zip(before, after, strict=True):
        known = {claim.id for claim in old.claims}
        assert known <= {claim.id for claim in new.claims}
        assert [claim.text for claim in new.claims if claim.id not in known] == [ADDED]
    assert kept([shape(one) for one in before], [shape(one) for one in after]) > 0.99


def test_a_sentence_more_in_a_paragraph_leaves_nearly_all(read, dev, before):
    def add(text):
        paragraphs = text.split("\n\n")
        paragraphs[len(paragraphs) // 2] += f" {ADDED}"
        return "\n\n".join(paragraphs)

    after = read(changed(dev, add))
    assert amounts(before) == amounts(after)
    assert kept([shape(one) for one in before], [shape(one) for one in after]) > 0.98


def test_other_digits_change_values_alone(read, dev, before):
    def other(document, text):
        signs = list(text)
        for amount in document.amounts:
            for at in range(amount.core.start, amount.core.end):
                if text[at] in "12345678":  # one more each: what goes up still does
                    signs[at] = str(int(text[at]) + 1)
        return "".join(signs)

    texts = [other(document, article.text) for document, article in zip(before, dev, strict=True)]
    after = read([a.model_copy(update={"text": text}) for a, text in zip(dev, texts, strict=True)])

    def blank(text):
        return re.sub(r"\d", "9", text)

    def alike(documents):
        return [
            Counter(
                (blank(c.span.text), c.kind, c.modality.value, c.predicate.lemma, len(c.amounts))
                for c in one.claims
            )
            for one in documents
        ]

    assert [len(one.amounts) for one in before] == [len(one.amounts) for one in after]
    assert [a.value for one in before for a in one.amounts] != [a.value for one in after for a in one.amounts]
    assert kept(alike(before), alike(after)) > 0.99


def test_another_name_of_a_person_moves_no_amount_and_few_claims(read, dev, before):
    old, new = [], []
    for document, article in zip(before, dev, strict=True):
        name = next(
            (e.name.split() for e in document.entities if e.label == "PERSON" and len(e.name.split()) == 2),
            None,
        )
        if name is None or name[1] in (article.byline or ""):
            continue

        def rename(text, name=name):
            return re.sub(rf"\b{name[1]}\b", "Quinlan", re.sub(rf"\b{name[0]}\b", "Marta", text))

        (found,) = read(changed([article], rename))
        assert amounts([found]) == amounts([document])
        old.append(shape(document, said=rename))
        new.append(shape(found))
    assert len(old) >= 5 and kept(old, new) > 0.97


def test_another_country_moves_no_amount_and_few_claims(read, dev, before):
    old, new = [], []
    for document, article in zip(before, dev, strict=True):
        country = next((each for each in COUNTRIES if re.search(rf"\b{each}\b", article.text)), None)
        if country is None:
            continue

        def swap(text, country=country):
            return re.sub(rf"\b{country}\b", "Denmark", text)

        (found,) = read(changed([article], swap))
        assert amounts([found]) == amounts([document])
        old.append(shape(document, said=swap, currency=False))
        new.append(shape(found, currency=False))
    assert len(old) >= 4 and kept(old, new) > 0.97
