"""One batch: sources → articles → records → shards → files.

    with workers(options) as work:
        summary = run(["corpus/articles"], "outputs", options=options, work=work)

What is finished is on disk at once, under a key of its text, day, model and options (`shards.py`): a run that was
killed at any moment goes on where it was, and one that is asked for again does what is new. The same sources, options
and model give the same bytes, whatever the number of workers and of interruptions: nothing here writes a time or a
folder.
"""

from pipeline.run.arrivals import watch
from pipeline.run.batch import run
from pipeline.run.estimate import Plan, plan
from pipeline.run.manifest import differences, strangers
from pipeline.run.output import DOCUMENTS, ERRORS
from pipeline.run.pace import Pace, Told
from pipeline.run.summary import Counts, Options, Summary
from pipeline.run.work import Work, held, ours, workers
from pipeline.run.worker import Extract

__all__ = [
    "DOCUMENTS", "ERRORS", "Counts", "Extract", "Options", "Pace", "Plan", "Summary", "Told", "Work",
    "differences", "held", "ours", "plan", "run", "strangers", "watch", "workers",
]  # fmt: skip
