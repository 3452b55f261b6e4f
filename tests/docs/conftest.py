"""What makes the documentation is run by path (`python docs/write.py`), and imported here the same way."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))
