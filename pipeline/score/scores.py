"""Two lists of documents in, one table of figures out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.record import Document
from pipeline.score import attribution, claims, dates, entities, money, transfers
from pipeline.score.baselines import trivial
from pipeline.score.errors import Error, errors
from pipeline.score.figures import Count, Key, Tally, total
from pipeline.score.match import Match, match
from pipeline.score.rows import Row, rows

STAGES = (entities, money, dates, claims, attribution, transfers)


class ScoreError(ValueError):
    """Two lists of documents that cannot be compared; the message is one sentence for a person."""


@dataclass(frozen=True)
class Scores:
    """The counts of every document, and what they add up to.

    `missing` are gold documents that were not found (all they hold counts as missed); `extra` are found
    documents without gold (not counted)."""

    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    tallies: tuple[Tally, ...]
    baseline: Mapping[Key, Count]

    def rows(self, *, labels: bool = True) -> list[Row]:
        """Every figure, stage by stage; without `labels`, only totals and macro averages."""
        return rows(self.tallies, self.baseline, labels=labels)

    def errors(self) -> list[Error]:
        """Every error, document by document, in the order of the text."""
        return [error for each in self.matches for error in errors(each)]

    def to_dict(self) -> dict[str, Any]:
        """For scores.json: the same scores give the same bytes; figures have four decimals."""
        return {
            "documents": len(self.matches),
            "missing": list(self.missing),
            "extra": list(self.extra),
            "splits": sum(len(claims.splits(each)) for each in self.matches),
            "merges": sum(len(claims.merges(each)) for each in self.matches),
            "rows": [{name: _rounded(value) for name, value in asdict(row).items()} for row in self.rows()],
        }


def score(found: Sequence[Document], gold: Sequence[Document]) -> Scores:
    """Score what was found against gold, pairing documents by id.

    Raises ScoreError if an id comes twice on one side, or if the two sides hold different texts under one id.
    """
    given, wanted = _by_id(found, "found"), _by_id(gold, "gold")
    ids = sorted(wanted)
    matches = tuple(match(wanted[i], _checked(given.get(i), wanted[i])) for i in ids)
    plain = {document.id: document for document in trivial([wanted[i] for i in ids])}
    return Scores(
        matches=matches,
        missing=tuple(i for i in ids if i not in given),
        extra=tuple(i for i in sorted(given) if i not in wanted),
        tallies=tuple(map(_tally, matches)),
        baseline=total(_tally(match(wanted[i], plain[i])) for i in ids if i in plain),
    )


def _tally(each: Match) -> Tally:
    counts: Tally = {}
    for stage in STAGES:
        counts |= stage.tally(each)
    return counts


def _by_id(documents: Sequence[Document], side: str) -> dict[str, Document]:
    by_id: dict[str, Document] = {}
    for document in documents:
        if document.id in by_id:
            raise ScoreError(f"document {document.id} comes twice in {side}")
        by_id[document.id] = document
    return by_id


def _checked(found: Document | None, gold: Document) -> Document:
    """The found document, or one in which nothing was found."""
    if found is None:
        return Document(id=gold.id, sha256=gold.sha256, text=gold.text, made_by=gold.made_by)
    if found.sha256 != gold.sha256:
        raise ScoreError(
            f"document {gold.id}: what was found was read from another text than gold (sha256 differs)"
        )
    return found


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value
