"""The pictures of the tour, taken with Chromium of what the program makes now: `python docs/write.py --pictures`.

Needs playwright, a chromium, and Pillow. The same op-ed as the tour's: `corpus/articles/nairobi-clinics.md`.
"""

import io
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from maker import DOCS, tour

OPED = "corpus/articles/nairobi-clinics.md"
WRONG = "The Kambi Moto health centre is the nurse on duty"
"""A claim of it that is not in the text; the desk is shown as it is rejected."""
LARGEST = 200_000
"""Bytes of a picture."""


def take() -> None:
    """Runs what the tour runs, and takes all pictures into docs/img."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        room = Path(name)
        tour.prepare(room)
        _opclaims(room, "run", OPED, "--out", "outputs", "--quiet")
        _opclaims(room, "show", "outputs/documents.jsonl", "--html", "page.html")
        _opclaims(room, "score", "outputs", "--gold", "corpus/gold/nairobi-clinics.jsonl")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome")
        )
        page = browser.new_page(viewport={"width": 1200, "height": 760})
        page.set_content(terminal(room))
        save(page, "tour-show")
        page.goto((room / "page.html").as_uri())
        save(page, "tour-page")
        page.goto((room / "outputs" / "report.html").as_uri())
        page.wait_for_selector("#list > *")
        page.evaluate("document.querySelector('#errors').scrollIntoView({behavior: 'instant'})")
        save(page, "tour-report")
        with desk(room) as address:
            page.goto(address)
            page.wait_for_selector("#card h2")
            _reject(page)
            save(page, "tour-desk")
        browser.close()


def terminal(room: Path) -> str:
    """What `opclaims show` paints on a dark screen of 86 columns, as a page."""
    command = [str(room / ".bin" / "opclaims"), "show", "outputs/documents.jsonl", "--width", "86"]
    colours = {
        name: value for name, value in tour.environment(room).items() if name not in ("NO_COLOR", "TERM")
    }
    colours |= {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    said = subprocess.run(command, cwd=room, env=colours, check=True, capture_output=True, text=True).stdout
    console = Console(record=True, width=86, file=io.StringIO())
    console.print(Text.from_ansi(said))
    styled = console.export_html(theme=MONOKAI, inline_styles=True)
    return styled.replace("<body", '<body style="margin: 0; padding: 24px 32px; zoom: 1.35"', 1)


def _reject(page: Page) -> None:
    """By keys alone: to the claim that is wrong, and `x`."""
    for _ in range(30):
        if page.locator("#card .standalone p").inner_text().startswith(WRONG):
            break
        page.keyboard.press("j")
        page.wait_for_timeout(80)
    page.wait_for_timeout(300)


def save(page: Page, name: str) -> None:
    """As WebP, the best quality that is small enough."""
    page.wait_for_timeout(1500)
    picture = Image.open(io.BytesIO(page.screenshot()))
    for quality in (90, 80, 70, 60, 50):
        kept = io.BytesIO()
        picture.convert("RGB").save(kept, "WEBP", quality=quality, method=6)
        if len(kept.getvalue()) < LARGEST:
            break
    (DOCS / "img" / f"{name}.webp").write_bytes(kept.getvalue())


@contextmanager
def desk(room: Path) -> Iterator[str]:
    """A running desk; its address."""
    command = [
        str(room / ".bin" / "opclaims"),
        "review",
        "outputs",
        "--no-browser",
        "--port",
        "0",
        "--as",
        "ada",
    ]
    process = subprocess.Popen(
        command,
        cwd=room,
        env=tour.environment(room) | {"PYTHONUNBUFFERED": "1"},
        stdout=-1,
        stderr=-2,
        text=True,
    )
    try:
        assert process.stdout is not None
        said, until = "", time.monotonic() + 60
        while not (found := re.search(r"http://\S+", said)) and time.monotonic() < until:
            said += process.stdout.readline()
        if not found:
            raise RuntimeError(f"the desk does not start: {said}")
        yield found[0]
    finally:
        process.terminate()
        process.wait(10)


def _opclaims(room: Path, *arguments: str) -> None:
    subprocess.run([str(room / ".bin" / "opclaims"), *arguments], cwd=room, env=tour.environment(room), check=True,
                   capture_output=True)  # fmt: skip


def all_small() -> list[str]:
    """Pictures of the pages that are too large."""
    return [path.name for path in sorted((DOCS / "img").iterdir()) if os.path.getsize(path) > LARGEST]
