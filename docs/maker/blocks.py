"""Parts of a page that are made, between two comments that GitHub does not show."""

import re


def fill(page: str, name: str, content: str) -> str:
    """The page with `content` between `<!-- made: NAME -->` and the next `<!-- end -->`. Raises ValueError if there is
    no such place."""
    begin, end = f"<!-- made: {name} -->\n", "<!-- end -->"
    if begin not in page:
        raise ValueError(f"no place for what is made: {name}")
    head, rest = page.split(begin, 1)
    return f"{head}{begin}\n{content.strip()}\n\n{end}{rest.split(end, 1)[1]}"


def names(page: str) -> list[str]:
    """The places that a page has, in order."""
    return re.findall(r"<!-- made: (.+?) -->\n", page)
