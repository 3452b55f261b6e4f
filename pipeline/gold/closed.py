"""One word out of a closed set of the record. What comes back is Any: a Literal is known only to the record."""

from collections.abc import Callable, Iterable, Mapping
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


def fields(
    words: Iterable[str], closed: Mapping[str, tuple[str, ...]], other: Callable[[str], dict[str, Any]]
) -> dict[str, Any]:
    """The words behind a `=` → field to value: by the closed set a word is in, else what `other` reads in it.
    Raises Wrong for a field that is given twice."""
    given: dict[str, Any] = {}
    for word in words:
        field = next((field for field, values in closed.items() if word in values), None)
        for name, value in ({field: word} if field else other(word)).items():
            if name in given:
                raise Wrong(f"{word!r}: there is a {name} already ({given[name]})")
            given[name] = value
    return given
