"""The command with a stand-in for the pipeline, which the context hands in."""

from collections.abc import Iterable, Iterator

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.record import Article, Document, Entity, Failure, MadeBy, Span, digest


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
