"""One claim's notes → a Claim. Each field is read on its own, so that all that is wrong is said at once."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pipeline import record
from pipeline.gold import fields, speech
from pipeline.gold.closed import choice, one_of, several
from pipeline.gold.frame import Frame, alone, fragments
from pipeline.gold.notes import Entry
from pipeline.gold.predicate import predicate
from pipeline.gold.problems import Problems, Wrong
from pipeline.gold.quotes import Edge, Source
from pipeline.gold.references import Shelf, inside, pointed
from pipeline.gold.rewrite import Rewritten
from pipeline.gold.roles import Where
from pipeline.gold.transfer import transfer

KEYS = (
    "span", "borrows", "text", "subject", "predicate", "object", "args", "kind", "facets", "polarity", "modality",
    "by", "speaker", "cue", "content", "chain", "dates", "entities", "transfer", "parent", "region", "abstained",
    "optional", "accept",
)  # fmt: skip


class Home(NamedTuple):
    """What the claims of one sentence share."""

    source: Source
    sentence: int
    region: str
    frames: list[Frame]
    shelf: Shelf


def claim(home: Home, frame: Frame, label: str, problems: Problems) -> record.Claim | None:
    """None, with the reasons among the problems, if anything in it is wrong."""
    before = len(problems.found)
    given = frame.entry.mapping(KEYS)
    done = _text(home, frame, given, label, problems)
    pieces = _fragments(home, frame, given, label, problems, done)
    by_author = "by" not in given or given["by"].value == "author"
    where = Where(home.source, home.sentence, frame.own, pieces, home.shelf.entities, by_author)
    made: dict[str, Any] = {}
    for key, make in _makers(home, frame, given, where).items():
        with problems.at(given[key].line if key in given else frame.entry.line, f"{label}, {key}"):
            made[key] = make()
    if done is None or len(problems.found) > before:
        return None
    return _whole(home, frame, done, where, made)


def _text(
    home: Home, frame: Frame, given: Mapping[str, Entry], label: str, problems: Problems
) -> Rewritten | None:
    with problems.at(given["text"].line if "text" in given else frame.entry.line, f"{label}, text"):
        text = given["text"].words() if "text" in given else None
        if text is None and "borrows" in given:
            raise Wrong("is wanted where words are borrowed: show them with <+ words | reason>")
        asks = "modality" in given and str(given["modality"].value).startswith("question")
        return alone(home.source, text, home.sentence, frame.own, asks=asks)
    return None


def _fragments(
    home: Home,
    frame: Frame,
    given: Mapping[str, Entry],
    label: str,
    problems: Problems,
    done: Rewritten | None,
) -> list[Edge]:
    """The claim's own pieces alone where something is wrong."""
    with problems.at(given["borrows"].line if "borrows" in given else frame.entry.line, f"{label}, borrows"):
        named = fields.lines(given["borrows"]) if "borrows" in given else None
        return fragments(home.source, named, home.sentence, frame.own, done.edits if done else ())
    return frame.own


def _makers(
    home: Home, frame: Frame, given: Mapping[str, Entry], where: Where
) -> dict[str, Callable[[], Any]]:
    """What reads each field. The keys are those of the notes."""
    source, at, shelf, get = home.source, home.sentence, home.shelf, given.get
    return {
        "predicate": lambda: predicate(where, fields.wanted(given, "predicate")),
        "subject": lambda: fields.optional(where, "subject", get("subject")),
        "object": lambda: fields.optional(where, "object", get("object")),
        "args": lambda: fields.arguments(where, get("args")),
        "kind": lambda: one_of(fields.wanted(given, "kind").words(), record.Kind),
        "facets": lambda: several(get("facets"), record.Facet),
        "polarity": lambda: fields.cued(where, get("polarity"), record.Polarity, "affirmed"),
        "modality": lambda: fields.cued(where, get("modality"), record.Modality, "asserted"),
        "by": lambda: speech.attribution(source, given, at, frame.own),
        "dates": lambda: pointed(source, shelf.dates, fields.lines(get("dates")), at, "date"),
        "entities": lambda: pointed(source, shelf.entities, fields.lines(get("entities")), at, "name"),
        "transfer": lambda: transfer(where, shelf, get("transfer")),
        "parent": lambda: fields.parent(home.frames, frame, get("parent")),
        "region": lambda: choice(get("region"), record.Region, None),
        "abstained": lambda: fields.abstained(get("abstained")),
    }


def _whole(home: Home, frame: Frame, done: Rewritten, where: Where, made: dict[str, Any]) -> record.Claim:
    shelf, said = home.shelf, made["by"]
    named = {role.entity for role in (made["subject"], made["object"], *made["args"]) if role and role.entity}
    quoted = home.region == "body" and speech.is_quoted(home.source, home.sentence, frame.own, said)
    region: Any = made["region"] or ("quote" if quoted else home.region)
    return record.Claim(
        id=frame.id, span=home.source.span(*frame.edge), sentence=home.sentence,
        fragments=tuple(home.source.span(*edge) for edge in where.fragments),
        paragraph=home.source.sentence(home.sentence).paragraph,
        region=region, text=done.text, edits=done.edits,
        subject=made["subject"], predicate=made["predicate"], object=made["object"], arguments=made["args"],
        kind=made["kind"], facets=made["facets"], polarity=made["polarity"], modality=made["modality"],
        attribution=said, amounts=inside(shelf.amounts, where.fragments, set()),
        dates=inside(shelf.dates, where.fragments, made["dates"]),
        entities=inside(shelf.entities, where.fragments, made["entities"] | named),
        transfer=made["transfer"], parent=made["parent"], abstained=made["abstained"],
    )  # fmt: skip
