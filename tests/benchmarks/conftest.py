"""The benchmarks are no package: they are run by path, and imported here the same way."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
