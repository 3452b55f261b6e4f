"""A stand-in for the pipeline: one claim and one amount a text, and a Failure for the word "poison"."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pytest

from pipeline.record import (
    Amount,
    Article,
    Attribution,
    Claim,
    Document,
    Failure,
    MadeBy,
    Modality,
    Polarity,
    Predicate,
    Span,
    claim_id,
    digest,
)
from pipeline.run import Options
from pipeline.run import run as run_batch
from pipeline.run.work import Here


def document_of(article: Article) -> Document:
    first = Span.of(article.text, 0, 1)
    sha256 = digest(article.text)
    id = article.id or sha256[:16]
    amount = Amount(
        id="m1", span=first, core=first, value=Decimal("1E+3"), low=None, high=None,
        comparator="gt", unit="count", rule="stand-in",
    )  # fmt: skip
    claim = Claim(
        id=claim_id(id, first.text, "0"), span=first, fragments=(first,), sentence=0, paragraph=0, region="body",
        text=article.text[:40], subject=None, object=None, kind="fact", polarity=Polarity(value="affirmed"),
        predicate=Predicate(
            role="predicate", span=first, text=first.text, head=first, lemma="be", tense="past", voice="active"
        ),
        modality=Modality(value="asserted"), attribution=Attribution(source_type="author"), amounts=("m1",),
    )  # fmt: skip
    return Document(
        id=id, sha256=sha256, title=article.title, published=article.published or dt.date(2024, 5, 31),
        text=article.text, made_by=MadeBy(version="0", model="stand-in", config="0"), amounts=(amount,),
        claims=(claim,),
    )  # fmt: skip


def extract_stand_in(articles: Iterable[Article]) -> Iterator[Document | Failure]:
    for article in articles:
        if "poison" in article.text:
            yield Failure(where=article.where, reason="cannot be parsed")
        else:
            yield document_of(article)


@pytest.fixture
def extract():
    return extract_stand_in


@pytest.fixture
def run(extract):
    """A run with the stand-in, or with `extract`."""

    def call(sources, out, *, extract=extract, progress=None, fingerprint="stand-in", **options):
        work = Here(extract, fingerprint)
        return run_batch(
            [str(source) for source in sources], out, options=Options(**options), work=work, progress=progress
        )

    return call
