"""What makes the documentation is run by path (`python docs/write.py`), and imported here the same way."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The site, built as a stranger would."""
    for needed in ("mkdocs", "material"):
        pytest.importorskip(needed, reason="pip install 'opclaims[docs]'")
    room = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(room)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    return room
