"""The notes on each sentence: which there are, whether they are complete, and what was skipped or found."""

from typing import NamedTuple

from pipeline.gold.closed import one_of
from pipeline.gold.notes import Entry
from pipeline.gold.problems import Problems, Wrong
from pipeline.gold.quotes import Source, find
from pipeline.record import Found, Skipped, SkipReason

KEYS = ("s", "skip", "region", "entities", "amounts", "dates", "claims")
METADATA = ("title", "byline", "outlet", "published", "place")


class Block(NamedTuple):
    """`given` has the keys above; `line` is that of the notes."""

    line: int
    number: int
    given: dict[str, Entry]

    def has(self, key: str) -> bool:
        """Whether it says anything: `skip:` with nothing behind it does not."""
        return bool(key in self.given and self.given[key].value)

    def items(self, key: str, problems: Problems) -> list[Entry]:
        """A list of it, empty if it is not there or no list."""
        if self.has(key):
            with problems.at(self.given[key].line, f"sentence {self.number}, {key}"):
                return self.given[key].items()
        return []


def blocks(source: Source, entry: Entry | None, problems: Problems) -> list[Block]:
    """In the order of the file; what has no number of its own is among the problems."""
    done: dict[int, Block] = {}
    with problems.at(entry.line if entry else 1, "sentences"):
        for item in entry.items() if entry else []:
            with problems.at(item.line, "a sentence"):
                block = _block(source, item)
                if block.number in done:
                    raise Wrong(f"{block.number} is given twice, on line {done[block.number].line} already")
                done[block.number] = block
    return list(done.values())


def skipped(source: Source, given: list[Block], problems: Problems) -> list[Skipped]:
    """In order of the text."""
    done: list[Skipped] = []
    for block in sorted(given, key=lambda block: block.number):
        if block.has("skip"):
            with problems.at(block.given["skip"].line, f"sentence {block.number}, skip"):
                reason = one_of(block.given["skip"].words(), SkipReason)
                home = source.sentence(block.number)
                span = source.span(home.start, home.end)
                done.append(Skipped(sentence=block.number, span=span, reason=reason))
    return done


def complete(source: Source, given: list[Block], problems: Problems) -> None:
    """Every sentence has claims or a reason to have none, never both."""
    by_number = {block.number: block for block in given}
    for sentence in source.sentences:
        block = by_number.get(sentence.number)
        claims, skip = (bool(block and block.has(key)) for key in ("claims", "skip"))
        if claims == skip:
            words = " ".join(source.text[sentence.start : sentence.end].split()[:5])
            reason = "has both claims and skip" if claims else "has neither claims nor skip"
            problems.add(block.line if block else None, f"sentence {sentence.number} ({words} …)", reason)


def found(source: Source, entry: Entry | None, problems: Problems) -> list[Found]:
    """`- byline: Ana Prado@s41`; in the order of the file."""
    done: list[Found] = []
    with problems.at(entry.line if entry else None, "found"):
        for item in entry.items() if entry else []:
            for field, words in item.mapping(METADATA).items():
                with problems.at(item.line, f"found, {field}"):
                    span = source.span(*find(source, words.words(), 0))
                    done.append(Found.model_validate({"field": field, "span": span}))
    return done


def _block(source: Source, item: Entry) -> Block:
    given = item.mapping(KEYS)
    if "s" not in given or not given["s"].words().isdigit():
        raise Wrong("wants its number, s: 12")
    return Block(item.line, source.sentence(int(given["s"].words())).number, given)
