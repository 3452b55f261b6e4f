"""Which mentions name the same thing. Knows no spaCy.

A mention goes with the first one of the same canonical name. A person's surname alone goes with the last full name
before it that ends in it, a first name alone with the first full name that begins with it.
"""

from pipeline.marks import Row

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def link(rows: list[Row]) -> None:
    """Number the rows `e1`, `e2` … in order and fill in `name` and `same_as`; `rows` are ordered by start."""
    first: dict[tuple[str, str], str] = {}
    people: dict[str, Row] = {}
    for number, row in enumerate(rows, start=1):
        row["id"] = f"e{number}"
        if row["label"] == "PERSON":
            _person(row, people)
        key = (_family(row["label"]), row["name"].casefold())
        row["same_as"] = first.get(key)
        first.setdefault(key, row["id"])


def _person(row: Row, people: dict[str, Row]) -> None:
    """Take over the full name that this single word is part of, or offer the words of this one."""
    words = [word for word in row["name"].split() if word.lower() not in _SUFFIXES]
    if len(words) == 1 and words[0] in people:
        row["name"] = people[words[0]]["name"]
    elif len(words) > 1:
        people[words[-1]] = row
        people.setdefault(words[0], row)


def _family(label: str) -> str:
    """Labels between which a name may waver in one text."""
    return "PLACE" if label in ("GPE", "LOC") else label
