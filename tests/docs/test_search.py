"""The site, read from a folder by a real browser: the search finds, and nothing is asked of the network."""


def test_search_finds_without_a_network(built, chromium):
    asked: list[str] = []
    context = chromium.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / "howto" / "feeds.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("telegraph")
    page.wait_for_selector(".md-search-result__item a[href*='extending.html']", timeout=60_000)
    context.close()
    assert asked and [url for url in asked if not url.startswith("file:")] == []
