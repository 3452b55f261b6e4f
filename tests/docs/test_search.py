"""The site, read from a folder by a real browser: the search finds, and nothing is asked of the network."""

import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_search_finds_without_a_network(built):
    pytest.importorskip("playwright", reason="pip install 'opclaims[dev]'")
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((built / "howto" / "feeds.html").as_uri())
        page.keyboard.press("/")
        page.keyboard.type("telegraph")
        page.wait_for_selector(".md-search-result__item a[href*='extending.html']", timeout=60_000)
        browser.close()
    assert asked and [url for url in asked if not url.startswith("file:")] == []
