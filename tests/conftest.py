"""In CI the property tests draw the same examples every time: a red gate must mean that the change is wrong.
At home they go on looking for new ones."""

import os
import runpy
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# no deadline: what takes long on a busy machine is not wrong; that time does not grow with the text has tests of its own
settings.register_profile("home", deadline=None)
settings.register_profile("ci", derandomize=True, print_blob=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")


OFFLINE = Path(__file__).parent / "offline"


def pytest_addoption(parser):
    parser.addoption(
        "--offline", action="store_true", help="connections to other machines are errors (always in CI)"
    )


def pytest_configure(config):
    """With `--offline`, in this process and in those that it starts."""
    config.option.offline |= bool(os.environ.get("CI"))
    if config.option.offline:
        os.environ["PYTHONPATH"] = os.pathsep.join([str(OFFLINE), os.environ.get("PYTHONPATH", "")]).rstrip(
            os.pathsep
        )
        os.environ["OFFLINE_LOG"] = tempfile.mkstemp(prefix="offline-")[1]
        runpy.run_path(str(OFFLINE / "sitecustomize.py"))


def pytest_sessionfinish(session):
    if session.config.option.offline and _refused():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    if config.option.offline:
        refused = _refused()
        terminalreporter.write_line(f"--offline: {len(refused)} refused")
        for line in refused:
            terminalreporter.write_line(line)


def _refused():
    return Path(os.environ["OFFLINE_LOG"]).read_text(encoding="utf-8").splitlines()


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
