"""Krippendorff's α: agreement of any number of annotators on labels, also where some are lacking.

Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), nominal data: 1 − observed / expected
disagreement, both from the coincidences of values within units. Unlike Cohen's κ it takes the annotators as
exchangeable, and the sample as small.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Units × annotators; None where one has said nothing. 1 is full agreement, 0 that of chance. None where fewer
    than two values can be compared, or all of them are the same."""
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for unit in units:
        values = [value for value in unit if value is not None]
        for pair in permutations(values, 2):
            coincidences[pair] += 1 / (len(values) - 1)  # type: ignore[assignment]
    return _alpha(coincidences)


def of_cells(cells: Sequence[Sequence[int]]) -> float | None:
    """Of two annotators, `cells[i][j]`: how often one said i where the other said j."""
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for i, row in enumerate(cells):
        for j, n in enumerate(row):
            coincidences[i, j] += n
            coincidences[j, i] += n
    return _alpha(coincidences)


def _alpha(coincidences: "Counter[tuple[Hashable, Hashable]]") -> float | None:
    values: Counter[Hashable] = Counter()
    for (value, _), n in coincidences.items():
        values[value] += n
    total = sum(values.values())
    differing = sum(n for (one, other), n in coincidences.items() if one != other)
    expected = total * total - sum(n * n for n in values.values())
    return 1 - (total - 1) * differing / expected if expected else None
