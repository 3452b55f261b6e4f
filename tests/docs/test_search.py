"""The site, read from a folder by a real browser: the search finds, and nothing is asked of the network."""

import os
import shutil
import subprocess
import sys

import pytest
from maker import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_search_finds_without_a_network(tmp_path):
    for needed in ("playwright", "mkdocs", "material"):
        pytest.importorskip(needed, reason="pip install 'opclaims[dev]'")
    if CHROMIUM is None:
        pytest.skip("no chromium")
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=180, capture_output=True)
    asked: list[str] = []
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "howto" / "feeds.html").as_uri())
        page.keyboard.press("/")
        page.keyboard.type("telegraph")
        page.wait_for_selector(".md-search-result__item a[href*='extending.html']", timeout=60_000)
        browser.close()
    assert asked and [url for url in asked if not url.startswith("file:")] == []
