"""One batch: sources → articles → records → shards → files.

    summary = run(["corpus/articles"], "outputs")

What is finished is on disk at once, under a key of its text, day, model and options (`shards.py`): a run that was
killed at any moment goes on where it was, and one that is asked for again does what is new. The same sources, options
and model give the same bytes, whatever the number of workers and of interruptions: nothing here writes a time or a
folder.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pipeline.record import Article, Failure
from pipeline.run.ahead import ahead
from pipeline.run.blocks import Blocks
from pipeline.run.files import alone, whole
from pipeline.run.manifest import NAME, asked, differences, earlier, manifest
from pipeline.run.output import DOCUMENTS, ERRORS, write
from pipeline.run.plan import Plan, plan
from pipeline.run.shards import SHARD, Shards
from pipeline.run.summary import Counts, Options, State, Summary
from pipeline.run.work import Work, articles, ours, workers
from pipeline.run.worker import Extract

__all__ = [
    "DOCUMENTS", "ERRORS", "Counts", "Extract", "Options", "Plan", "Summary", "Work",
    "differences", "ours", "plan", "run", "workers",
]  # fmt: skip

Progress = Callable[[int, int], None]
"""Is told how many items of the sources are done, and how many words were read in this run."""


def run(
    sources: Sequence[str], out: str | Path, *, options: Options, work: Work, progress: Progress | None = None
) -> Summary:
    """Read `sources`, extract, and write what `outputs/README.md` lists into the folder `out`.

    What an earlier run left in `out` is not read as an op-ed unless it is named outright. Raises BlockingIOError where
    another run writes to `out`, OSError if it cannot be written; a bad file raises nothing, it is
    one of the summary's failures.
    """
    out = Path(out)
    store = out / "shards"
    store.mkdir(parents=True, exist_ok=True)
    with alone(store / "lock"):
        again = _begun(out, options, work.fingerprint)
        shards = Shards(store, fresh=options.fresh, failures=again)
        try:
            _save(out, manifest(sources, options, Summary(), work.fingerprint))
            blocks = Blocks(shards, options, work.fingerprint)
            state = _process(ahead(articles(sources, out, options), SHARD), blocks, work, progress)
            summary = write(out, shards)
            summary.state = state
            _save(out, manifest(sources, options, summary, work.fingerprint))
            if state == "finished":
                shards.clean()
        finally:
            shards.close()
    return summary


def _process(
    items: Iterable[Article | Failure], blocks: Blocks, work: Work, progress: Progress | None
) -> State:
    try:
        for place, result in work(blocks.todo(items)):
            blocks.done(place, result)
            if progress:
                progress(blocks.finished, blocks.words)
    except KeyboardInterrupt:
        blocks.close()
        return "interrupted"
    blocks.close()
    return "stopped" if blocks.ended else "finished"


def _begun(out: Path, options: Options, fingerprint: str) -> bool:
    """Whether this same run was begun and not ended: then its failures stand. Else they are tried again."""
    before = earlier(out)
    same = before.get("options") == asked(options) and before.get("program") == fingerprint
    return same and before.get("state") in ("running", "interrupted")


def _save(out: Path, data: bytes) -> None:
    with whole(out / NAME) as file:
        file.write(data)
