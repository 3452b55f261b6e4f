"""Words beside a figure that decide how it is read, in groups (`lexicon/amount_words.csv`)."""

from functools import cache

from pipeline import lexicon


@cache
def groups() -> dict[str, frozenset[str]]:
    """The words of each group."""
    rows = lexicon.by("amount_words", "group")
    return {name: frozenset(row["word"] for row in group) for name, group in rows.items()}


def group(name: str) -> frozenset[str]:
    """The words of that group; KeyError where there is none."""
    return groups()[name]
