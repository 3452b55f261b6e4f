"""The command with a stand-in for the pipeline, which the context hands in."""

from collections.abc import Iterable, Iterator

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.record import Amount, Article, Document, Entity, Failure, MadeBy, Span, Sum, digest


def extract_stand_in(articles: Iterable[Article]) -> Iterator[Document | Failure]:
    """The first word is an entity; "poison" cannot be parsed."""
    for article in articles:
        sha256 = digest(article.text)
        first = article.text.split()[0]
        start = article.text.index(first)
        entity = Entity(
            id="e1", span=Span.of(article.text, start, start + len(first)), label="ORG", name=first
        )
        made_by = MadeBy(version="0", model="stand-in", config="0")
        if "poison" in article.text:
            yield Failure(where=article.where, reason="cannot be parsed")
        else:
            yield Document(
                id=article.id or sha256[:16],
                sha256=sha256,
                text=article.text,
                made_by=made_by,
                entities=(entity,),
            )


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def opclaims():
    def invoke(*arguments, input=None, obj=None):
        return CliRunner().invoke(
            app, [str(a) for a in arguments], input=input, obj=obj or {"extract": extract_stand_in}
        )

    return invoke


@pytest.fixture
def extract():
    return extract_stand_in


@pytest.fixture
def with_sum():
    """The stand-in, with a sum that does not hold in each document."""

    def extract(articles):
        for document in extract_stand_in(articles):
            span = document.entities[0].span
            amount = {"span": span, "core": span, "value": "5", "low": "5", "high": "5", "comparator": "eq"}
            amounts = [Amount(id=f"m{n}", unit="count", rule="number", **amount) for n in (1, 2, 3)]
            found = Sum(
                id="s1", span=span, parts=("m2", "m3"), total="m1", value="10", low="10", high="10", holds=False,
                cue=span, rule="colon",
            )  # fmt: skip
            yield document.model_copy(update={"amounts": tuple(amounts), "sums": (found,)})

    return extract
