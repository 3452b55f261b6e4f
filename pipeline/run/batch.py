"""The run itself: articles through the workers into shards, and shards into files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.read import Open
from pipeline.record import Article, Failure
from pipeline.run.blocks import Blocks, Progress
from pipeline.run.files import alone, whole
from pipeline.run.manifest import NAME, asked, earlier, manifest
from pipeline.run.output import write
from pipeline.run.read_ahead import ahead
from pipeline.run.shards import SHARD, Shards
from pipeline.run.summary import Options, State, Summary
from pipeline.run.work import Work, articles, held


def run(
    sources: Sequence[str],
    out: str | Path,
    *,
    options: Options,
    work: Work,
    progress: Progress | None = None,
    again: bool = True,
    opened: Open | None = None,
    items: Iterable[Article | Failure] | None = None,
) -> Summary:
    """Read `sources`, extract, and write what `outputs/README.md` lists into the folder `out`. `again`: try once more
    what failed in an earlier run that came to its end; `opened`: how a file is read, if not in the usual way; `items`:
    what the sources hold (`held`), for who has begun to look.

    What an earlier run left in `out` is not read as an op-ed unless it is named outright. Raises BlockingIOError where
    another run writes to `out`, OSError if it cannot be written; a bad file raises nothing, it is
    one of the summary's failures.
    """
    out = Path(out)
    items = items or held(sources, out, options, opened)
    store = out / "shards"
    store.mkdir(parents=True, exist_ok=True)
    with alone(store / "lock"):
        stand = _begun(out, options, work.fingerprint, again)
        shards = Shards(store, fresh=options.fresh, failures=stand)
        try:
            _save(out, manifest(sources, options, Summary(), work.fingerprint))
            blocks = Blocks(shards, options, work.fingerprint, progress)
            state = _process(ahead(articles(items, options), SHARD), blocks, work)
            summary = write(out, shards)
            summary.state, summary.words = state, blocks.words
            _save(out, manifest(sources, options, summary, work.fingerprint))
            if state == "finished":
                shards.clean()
        finally:
            shards.close()
    return summary


def _process(items: Iterable[Article | Failure], blocks: Blocks, work: Work) -> State:
    try:
        for place, result in work(blocks.todo(items)):
            blocks.done(place, result)
    except KeyboardInterrupt:
        blocks.close()
        return "interrupted"
    blocks.close()
    return "stopped" if blocks.ended else "finished"


def _begun(out: Path, options: Options, fingerprint: str, again: bool) -> bool:
    """Whether this same run was begun and not ended: then its failures stand. Else they are tried again."""
    before = earlier(out)
    same = before.get("options") == asked(options) and before.get("program") == fingerprint
    return same and (not again or before.get("state") in ("running", "interrupted"))


def _save(out: Path, data: bytes) -> None:
    with whole(out / NAME) as file:
        file.write(data)
