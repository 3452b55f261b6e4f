"""`python slow_run.py SOURCE OUT`: a run with two workers whose pipeline is a stand-in."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))


def load(options):
    import deadly

    def extract(articles):
        for article in articles:
            time.sleep(0.02)
            yield from deadly.extract([article])

    return "slow", extract


if __name__ == "__main__":
    from pipeline.run import Options, run
    from pipeline.run.pool import Pool

    options = Options(workers=2)
    with Pool(options, load) as pool:
        run([sys.argv[1]], sys.argv[2], options=options, work=pool)
