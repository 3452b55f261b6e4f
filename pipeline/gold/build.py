"""Notes and their article → a Document, or all that is wrong with them."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from pipeline.complaint import first
from pipeline.gold.amounts import amount
from pipeline.gold.blocks import Block, blocks, complete, found, skipped
from pipeline.gold.claims import KEYS, Home, claim
from pipeline.gold.closed import choice
from pipeline.gold.dates import date
from pipeline.gold.frame import Frame, pieces
from pipeline.gold.leeway import Room, cut, leeway, of_claim, of_line
from pipeline.gold.names import entity, linked
from pipeline.gold.notes import Entry, read
from pipeline.gold.problems import Problems, Wrong
from pipeline.gold.quotes import Edge, Source
from pipeline.gold.references import Shelf
from pipeline.record import Article, Claim, Document, MadeBy, Region, claim_id, digest

TOP = ("id", "model", "language", "found", "sentences")
GUIDELINES = "guidelines-2"
Rooms = dict[tuple[str, Edge | str], Room]
"""What each item leaves open, by its list and its place (a claim: its id)."""


def build(notes: str, article: Article, problems: Problems) -> Document | None:
    """None, with the reasons among the problems, unless all is right."""
    top = read(notes, problems)
    if top is None:
        return None
    given: dict[str, Entry] = {}
    with problems.at(top.line, ""):
        given = top.mapping(TOP)
    source = Source.of(article.text)
    homes = blocks(source, given.get("sentences"), problems)
    rooms: Rooms = {}
    shelf = _shelf(source, homes, rooms, problems)
    claims = [c for block in homes for c in _claims(source, article, block, shelf, rooms, problems)]
    made: dict[str, Any] = {
        "claims": claims,
        "leeway": leeway(_by_id(shelf, claims, rooms)),
        "skipped": skipped(source, homes, problems),
        "found": found(source, given.get("found"), problems),
    }
    complete(source, homes, problems)
    return None if problems.found else _document(article, given, {**shelf._asdict(), **made}, problems)


def _shelf(source: Source, homes: list[Block], rooms: Rooms, problems: Problems) -> Shelf:
    entities = _things(source, homes, "entities", entity, rooms, problems)
    amounts = _things(source, homes, "amounts", amount, rooms, problems)
    dates = _things(source, homes, "dates", date, rooms, problems)
    return Shelf(_numbered(amounts, "m"), _numbered(dates, "d"), linked(entities))


def _by_id(shelf: Shelf, claims: list[Claim], rooms: Rooms) -> Iterator[tuple[str, Room]]:
    """Items have their place before they have their number."""
    for key, things in shelf._asdict().items():
        for thing in things:
            yield thing.id, rooms[key, (thing.span.start, thing.span.end)]
    for each in claims:
        yield each.id, rooms["claims", each.id]


def _things(
    source: Source,
    homes: list[Block],
    key: str,
    make: Callable[[Source, str, int], Any],
    rooms: Rooms,
    problems: Problems,
) -> list[Any]:
    made: dict[tuple[int, int], Any] = {}
    for block in homes:
        for at, item in enumerate(block.items(key, problems), start=1):
            with problems.at(item.line, f"sentence {block.number}, {key} {at}"):
                line, said = cut(item.words())
                room = of_line(source, key, said, block.number)
                thing = make(source, line, block.number)
                edge = (thing.span.start, thing.span.end)
                if edge in made:
                    words = thing.span.text
                    raise Wrong(
                        f"{words!r} is given twice there; a second one in the sentence is '{words}@2'"
                    )
                made[edge] = thing
                rooms[key, edge] = room
    return list(made.values())


def _numbered(things: list[Any], letter: str) -> tuple[Any, ...]:
    order = sorted(things, key=lambda thing: (thing.span.start, thing.span.end))
    return tuple(thing.model_copy(update={"id": f"{letter}{at}"}) for at, thing in enumerate(order, start=1))


def _claims(
    source: Source, article: Article, block: Block, shelf: Shelf, rooms: Rooms, problems: Problems
) -> list[Claim]:
    region = "body"
    with problems.at(block.line, f"sentence {block.number}, region"):
        region = choice(block.given.get("region"), Region, region)
    entries = block.items("claims", problems)
    frames: list[Frame] = []
    for at, entry in enumerate(entries, start=1):
        with problems.at(entry.line, f"sentence {block.number}, claim {at}"):
            frame = _frame(source, article, block.number, at, entry)
            rooms["claims", frame.id] = of_claim(source, entry.mapping(KEYS), block.number)
            frames.append(frame)
    if len(frames) < len(entries):
        return []  # a parent is a number among them
    home = Home(source, block.number, region, frames, shelf)
    labels = (f"sentence {block.number}, claim {at}" for at in range(1, len(frames) + 1))
    made = (claim(home, frame, label, problems) for frame, label in zip(frames, labels, strict=True))
    return [done for done in made if done is not None]


def _frame(source: Source, article: Article, sentence: int, at: int, entry: Entry) -> Frame:
    given = entry.mapping(KEYS)
    if "span" not in given:
        raise Wrong("has no span")
    own = pieces(source, given["span"].words(), sentence)
    quote = source.text[own[0][0] : own[-1][1]]
    return Frame(own, claim_id(article.id or digest(article.text)[:16], quote, f"s{sentence}.c{at}"), entry)


def _document(
    article: Article, given: dict[str, Entry], made: dict[str, Any], problems: Problems
) -> Document | None:
    said = {key: given[key].words() for key in ("id", "model", "language") if key in given}
    if said.get("id", article.id) != article.id:
        problems.add(given["id"].line, "id", f"is {said['id']!r}, its article has {article.id!r}")
        return None
    made["claims"] = sorted(made["claims"], key=lambda claim: (claim.span.start, claim.span.end))
    known = made | article.model_dump(exclude={"where", "language", "notes"})
    known |= {"sha256": digest(article.text), "language": said.get("language") or article.language or "en"}
    known |= {"published_from": "metadata" if article.published else "none"}
    known |= {"made_by": MadeBy(version="gold", model=said.get("model", "hand"), config=GUIDELINES)}
    try:
        return Document.model_validate(known)
    except ValidationError as error:
        problems.add(None, "", first(error)[1])
        return None
