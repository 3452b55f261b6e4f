"""Articles in the order of the sources, 64 to a block; a block becomes a shard when all that is new in it is done."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pipeline.record import Article, Failure, Skip, digest
from pipeline.run.entries import Row, failed
from pipeline.run.key import key
from pipeline.run.near_duplicates import Near
from pipeline.run.pace import Told
from pipeline.run.result import Result
from pipeline.run.shards import SHARD, Shards
from pipeline.run.summary import Options

Task = tuple[int, Article]
"""An article and its place in the run, from 0."""
Progress = Callable[[Told], None]
BATCH = 12_000
"""Characters, about 2,000 words, that one worker is handed at a time; an op-ed that is longer goes alone."""


class Blocks:
    """`todo` gives what is to be done, `done` takes what came of it; either seals shards as they become whole, and
    tells `progress` how far it is."""

    def __init__(
        self, shards: Shards, options: Options, fingerprint: str, progress: Progress | None = None
    ) -> None:
        self._progress = progress
        self._shards, self._options, self._fingerprint = shards, options, fingerprint
        self._near = Near()
        self._rows: dict[int, list[Row]] = {}  # of the blocks under way
        self._waiting: dict[int, dict[int, int]] = {}  # their places that are not done → words
        self._finished = self._begun = self._known = 0  # items of the sources
        self._taken = 0  # words of articles that are new
        self.words = 0  # of these that were read
        self.ended = False  # at the first failure, where that was asked

    def todo(self, items: Iterable[Article | Failure]) -> Iterator[list[Task]]:
        """Batches of articles that are not known: within a block the longest first, so that workers end together."""
        source = iter(items)
        number = 0
        while block := list(islice(source, SHARD)):
            tasks = self._begin(number, block)
            if not tasks:
                self._seal(number)
            self._tell()
            yield from batches(tasks)
            if self.ended:
                return
            number += 1

    def done(self, place: int, result: Result) -> None:
        """Keep the result; a block that waits for nothing more is sealed."""
        number, at = divmod(place, SHARD)
        row = self._rows[number][at]
        self._shards.add(number, row["key"], result)
        row.update(self._shards.find(row["key"]) or {})
        self.ended |= isinstance(result, Failure) and self._options.stop
        self._finished += 1
        self.words += self._waiting[number].pop(place)
        if not self._waiting[number]:
            self._seal(number)
        self._tell()

    def close(self) -> None:
        """Seal what is under way, without what was not done."""
        for number in sorted(self._rows):
            self._seal(number)

    def _begin(self, number: int, block: list[Article | Failure]) -> list[Task]:
        rows = [self._row(item) for item in block]
        tasks = [
            (number * SHARD + at, item)
            for at, item in enumerate(block)
            if isinstance(item, Article) and not outcome(rows[at])
        ]
        self._rows[number] = rows
        self._waiting[number] = {place: len(article.text.split()) for place, article in tasks}
        self._taken += sum(self._waiting[number].values())
        self._begun += len(block)
        self._finished += len(block) - len(tasks)
        self._known += len(block) - len(tasks)
        return tasks

    def _row(self, item: Article | Failure) -> Row:
        if isinstance(item, Failure):
            self.ended |= self._options.stop and not isinstance(item, Skip)
            skip = {"skipped": item.kind, "of": item.of} if isinstance(item, Skip) else {}
            return {"where": item.where, **skip, **failed(item)}
        row: Row = {"where": item.where, "key": key(item, self._options, self._fingerprint)}
        if item.notes:
            row["notes"] = list(item.notes)
        if like := self._near.find(item.id or digest(item.text)[:16], item.text):
            row["like"] = like._asdict()
        return {**row, **(self._shards.find(row["key"]) or {})}

    def _tell(self) -> None:
        if self._progress:
            self._progress(Told(self._finished, self.words, self._begun, self._known, self._taken))

    def _seal(self, number: int) -> None:
        self._shards.seal(number, [row for row in self._rows.pop(number) if outcome(row)])
        self._waiting.pop(number)


def outcome(row: Row) -> bool:
    """Whether something came of this article."""
    return "sizes" in row or "reason" in row


def batches(tasks: list[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    for task in sorted(tasks, key=lambda task: (-len(task[1].text), task[0])):
        if batch and sum(len(article.text) for _, article in batch) + len(task[1].text) > BATCH:
            yield batch
            batch = []
        batch.append(task)
    if batch:
        yield batch
