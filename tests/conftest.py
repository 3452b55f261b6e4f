"""In CI the property tests draw the same examples every time: a red gate must mean that the change is wrong.
At home they go on looking for new ones."""

import os
import shutil

import pytest
from hypothesis import settings

# no deadline: what takes long on a busy machine is not wrong; that time does not grow with the text has tests of its own
settings.register_profile("home", deadline=None)
settings.register_profile("ci", derandomize=True, print_blob=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")


@pytest.fixture(scope="session")
def chromium():
    """One browser for all: Playwright refuses a second loop beside the first."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (pip install playwright)"
    )
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
