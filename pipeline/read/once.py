"""Two documents cannot share an id. What was seen is kept in a database of its own, which spills to disk: so the
memory of a run does not grow with its articles."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count

from pipeline.record import Article, Failure, Skip, digest


def once(items: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """The same items, in their order; an article whose id is taken gets another, or becomes a Skip or a Failure."""
    seen = Seen()
    for item in items:
        yield item if isinstance(item, Failure) else _placed(item, seen)


def _placed(article: Article, seen: "Seen") -> Article | Failure:
    whole = digest(article.model_dump_json(exclude={"where", "notes"}))
    own = article.id or digest(article.text)[:16]
    for number in count(1):
        id = own if number == 1 else f"{own}-{number}"
        taken = seen.take(id, article.where, whole)
        if taken is None:
            return article if number == 1 else article.model_copy(update={"id": id})
        where, other = taken
        if other == whole:
            reason = f"is word for word {where}, which is read already"
            return Skip(where=article.where, reason=reason, kind="copy", of=id)
        if article.id:
            return Failure(
                where=article.where,
                reason=f'the id "{id}" is already that of {where}',
                advice="give each op-ed an id of its own, or none",
            )
    raise AssertionError  # count() does not end


class Seen:
    """Ids → where each was read, and a digest of all that was."""

    def __init__(self) -> None:
        self._table = sqlite3.connect("", isolation_level=None)
        self._table.execute("PRAGMA journal_mode = OFF")
        self._table.execute("CREATE TABLE seen (id TEXT PRIMARY KEY, place TEXT, whole TEXT) WITHOUT ROWID")

    def take(self, id: str, where: str, whole: str) -> tuple[str, str] | None:
        """None if the id was free, and is this article's now; else whose it is."""
        taken = self._table.execute("SELECT place, whole FROM seen WHERE id = ?", (id,)).fetchone()
        if taken is None:
            self._table.execute("INSERT INTO seen VALUES (?, ?, ?)", (id, where, whole))
        return taken and (taken[0], taken[1])
