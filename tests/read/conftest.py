"""`files.py` makes files of each kind: imported by name, here and by benchmarks/fuzz_guided.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
