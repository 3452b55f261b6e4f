"""Which amounts, dates and names a claim holds, and those that notes point to by their words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Edge, Quote, Source, find, holds
from pipeline.record import Amount, Date, Entity


class Shelf(NamedTuple):
    """All of a document, in order, with their ids."""

    amounts: Sequence[Amount] = ()
    dates: Sequence[Date] = ()
    entities: Sequence[Entity] = ()


def inside(things: Sequence[Any], fragments: list[Edge], besides: set[str]) -> tuple[str, ...]:
    """Ids of those inside a fragment, and of those named besides, in text order."""
    return tuple(
        thing.id
        for thing in things
        if thing.id in besides or any(holds(piece, (thing.span.start, thing.span.end)) for piece in fragments)
    )


def pointed(source: Source, things: Sequence[Any], written: list[str], sentence: int, kind: str) -> set[str]:
    return {point(source, things, words, sentence, kind).id for words in written}


def point(source: Source, things: Sequence[Any], written: str, sentence: int, kind: str) -> Any:
    """The annotation whose span or core these words are: in the sentence named or this one, else the last
    before it. Raises Wrong."""
    quote = Quote.of(written)
    if quote.sentence is not None or quote.nth is not None:
        edge = find(source, written, sentence)
        same = [t for t in things if (t.span.start, t.span.end) == edge or _core(t) == edge]
    else:
        words = [" ".join(t.span.text.split()).casefold() for t in things]
        cores = [" ".join(source.text[slice(*_core(t))].split()).casefold() for t in things]
        wanted = " ".join(quote.words.split()).casefold()
        same = [t for t, *said in zip(things, words, cores, strict=True) if wanted in said]
    home = source.sentence(sentence)
    here = [t for t in same if home.start <= t.span.start < home.end]
    before = [t for t in same if t.span.start < home.start]
    if not same:
        raise Wrong(f"{quote.words!r} is not annotated as {_article(kind)}")
    if len(here) > 1:
        raise Wrong(
            f"{quote.words!r} stands for {len(here)} of sentence {sentence}: write '{quote.words}@1' or so"
        )
    return (here or before[-1:] or same)[0]


def _core(thing: Any) -> Edge:
    core = getattr(thing, "core", thing.span)
    return core.start, core.end


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
