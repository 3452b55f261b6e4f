"""One word out of a closed set of the record. What comes back is Any: a Literal is known only to the record."""

from typing import Any

from pipeline.gold.notes import Entry
from pipeline.gold.problems import Wrong
from pipeline.record import names


def one_of(word: str, closed_set: Any) -> Any:
    """Raises Wrong, naming the set."""
    if word not in names(closed_set):
        raise Wrong(f"{word!r} is none of {', '.join(names(closed_set))}")
    return word


def choice(entry: Entry | None, closed_set: Any, default: Any) -> Any:
    return one_of(entry.words(), closed_set) if entry else default


def several(entry: Entry | None, closed_set: Any) -> tuple[Any, ...]:
    """Words with spaces or commas between them."""
    return (
        tuple(one_of(word, closed_set) for word in entry.words().replace(",", " ").split()) if entry else ()
    )
