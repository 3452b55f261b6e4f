"""Two lists of documents in, one table of figures out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.record import Document, MadeBy, digest
from pipeline.score import attribution, claims, dates, entities, money, transfers
from pipeline.score.baselines import trivial
from pipeline.score.calibration import Calibration, calibration
from pipeline.score.confusion import Confusion, confusions
from pipeline.score.error import Error
from pipeline.score.errors import errors
from pipeline.score.figures import Count, Key, Tally, total
from pipeline.score.interval import Drawn, f1_intervals, resampled
from pipeline.score.match import Match, match
from pipeline.score.plain import plain
from pipeline.score.rows import Beside, Row, is_total, macro_keys, rows
from pipeline.score.rules import RuleCount, rule_counts

STAGES = {
    "entities": entities,
    "money": money,
    "dates": dates,
    "claims": claims,
    "attribution": attribution,
    "transfers": transfers,
}


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
    beside: Beside

    def rows(self, *, labels: bool = True) -> list[Row]:
        """Every figure, stage by stage; without `labels`, only totals, sums of money and macro averages."""
        return [row for row in self._rows if labels or is_total(row)]

    @cached_property
    def _rows(self) -> list[Row]:
        return rows(total(self.tallies), self.beside, f1_intervals(self.drawn))

    @cached_property
    def drawn(self) -> Drawn:
        """F1 of every figure in each resample of the documents; empty with fewer than ten."""
        return resampled(self.tallies, macro_keys(total(self.tallies)))

    def errors(self) -> list[Error]:
        """Every error, document by document, in the order of the text."""
        return list(self._errors)

    @cached_property
    def _errors(self) -> list[Error]:
        return [error for each in self.matches for error in errors(each)]

    def documents(self) -> list[tuple[str, dict[Key, Count]]]:
        """The counts of each document, by its id."""
        return [(each.gold.id, dict(counts)) for each, counts in zip(self.matches, self.tallies, strict=True)]

    def rules(self) -> list[RuleCount]:
        """For every rule that decided something: how often, and how often right."""
        return rule_counts(self.matches)

    def confusions(self) -> list[Confusion]:
        """For every field with a closed set: which label was taken for which, on paired items."""
        return confusions(self.matches)

    def calibration(self) -> Calibration | None:
        """Whether the confidence of claims means what it says; None where no claim has one."""
        return calibration(self.matches)

    def to_dict(self) -> dict[str, Any]:
        """For scores.json: the same scores give the same bytes; figures have four decimals."""
        return {
            "documents": len(self.matches),
            "missing": list(self.missing),
            "extra": list(self.extra),
            "splits": sum(len(claims.splits(each)) for each in self.matches),
            "merges": sum(len(claims.merges(each)) for each in self.matches),
            "rows": plain(self.rows()),
            "rules": plain(self.rules()),
            "confusions": plain(self.confusions()),
            "calibration": plain(self.calibration()),
        }


def score(
    found: Sequence[Document],
    gold: Sequence[Document],
    *,
    library: Sequence[Document] = (),
    on_gold: Mapping[str, Sequence[Document]] | None = None,
) -> Scores:
    """Score what was found against gold, pairing documents by id.

    `library`: the same texts as read by libraries alone. `on_gold`: for a stage, the same texts as it reads them when
    the stages before it hand over gold. Raises ScoreError if an id comes twice on one side, or if two sides hold
    different texts under one id.
    """
    given, wanted = by_id(found, "found"), by_id(gold, "gold")
    ids = sorted(wanted)
    matches = tuple(match(wanted[i], _checked(given.get(i), wanted[i])) for i in ids)
    return Scores(
        matches=matches,
        missing=tuple(i for i in ids if i not in given),
        extra=tuple(i for i in sorted(given) if i not in wanted),
        tallies=tuple(map(tally, matches)),
        beside=_beside(wanted, library, on_gold or {}),
    )


def _beside(
    gold: Mapping[str, Document], library: Sequence[Document], on_gold: Mapping[str, Sequence[Document]]
) -> Beside:
    return Beside(
        baseline=_total(trivial([gold[i] for i in sorted(gold)]), gold),
        library=_total(library, gold),
        on_gold={
            key: count
            for stage, documents in on_gold.items()
            for key, count in _total(documents, gold).items()
            if key.stage == stage
        },
    )


def tally(each: Match) -> Tally:
    """The counts of one document, stage by stage."""
    counts: Tally = {}
    for stage in STAGES.values():
        counts |= stage.tally(each)
    return counts


def measures() -> list[str]:
    """All that is measured, as "claims.strict", in order."""
    nothing = Document(id="-", sha256=digest(""), text="", made_by=MadeBy(version="-", model="-", config="-"))
    return list(dict.fromkeys(f"{key.stage}.{key.measure}" for key in tally(match(nothing, nothing))))


def _total(documents: Sequence[Document], gold: Mapping[str, Document]) -> Tally:
    """Over the gold documents, those that are lacking counted as read in vain; nothing where all are lacking."""
    read = {document.id: document for document in documents}
    if not read:
        return {}
    return total(tally(match(wanted, _checked(read.get(i), wanted))) for i, wanted in gold.items())


def by_id(documents: Sequence[Document], side: str) -> dict[str, Document]:
    """Raises ScoreError if one comes twice."""
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
