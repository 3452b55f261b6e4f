"""How fast is the desk, in a real Chromium: a document of 5,000 claims in a queue of 10,000 documents?

    python benchmarks/desk.py [--claims 5000] [--documents 10000]

Needs chromium and playwright. First paint is the browser's own (`first-contentful-paint`); "claims there" is when the
first claim's card stands; a step is from the key to the frame after the next card has been drawn.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from pipeline import store
from pipeline.record import (
    Amount,
    Attribution,
    CheckWorthiness,
    Claim,
    Date,
    Document,
    Entity,
    MadeBy,
    Modality,
    Polarity,
    Predicate,
    Role,
    Ruled,
    Span,
    claim_id,
    digest,
)

KINDS = ("fact", "prediction", "recommendation", "evaluation")
STEP = """key => new Promise(resolve => {
    const card = document.querySelector("#card"), title = () => card.querySelector("h2").textContent;
    const before = title(), began = performance.now();
    const there = () => title() !== before && card.ariaBusy === "false";
    const look = () => requestAnimationFrame(there() ? () => resolve(performance.now() - began) : look);
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
    look();
})"""


def sentence(n: int) -> str:
    return f"Ministry number {n} paid €{n} million to the town of Lower Halt {n} in 2019, and the town has spent it. "


def document(id: str, claims: int) -> Document:
    """Two claims a sentence, the second inside the first; ten sentences a paragraph."""
    pieces, made = [], []
    lists: dict[str, list] = {"amounts": [], "dates": [], "entities": []}
    at = 0
    for n in range(1, claims // 2 + 1):
        words = sentence(n) if n % 10 else sentence(n).strip() + "\n\n"
        pieces.append(words)
        made += _claims(id, words, at, n, lists)
        at += len(words)
    text = "".join(pieces)
    return Document(
        id=id, sha256=digest(text), title=f"The towns of {id}", text=text,
        made_by=MadeBy(version="0", model="none", config="0"), claims=made, **lists,
    )  # fmt: skip


def _claims(id: str, words: str, at: int, n: int, lists: dict[str, list]) -> list[Claim]:
    def span(part: str) -> Span:
        start = at + words.index(part)
        return Span(start=start, end=start + len(part), text=part)

    money = span(f"€{n} million")
    figure = f"{n}000000"
    lists["amounts"].append(
        Amount(
            id=f"m{n}", span=money, core=money, value=figure, low=figure, high=figure, comparator="eq",
            unit="currency", currency="EUR", currency_basis="unique_mark", rule="symbol",
        )
    )  # fmt: skip
    lists["dates"].append(
        Date(
            id=f"d{n}", span=span("in 2019"), core=span("2019"), kind="date", relation="in", edtf="2019",
            timex="2019", grain="year", first="2019-01-01", last="2019-12-31", anchored_to="absolute", rule="year",
        )
    )  # fmt: skip
    town = span(f"Lower Halt {n}")
    lists["entities"].append(Entity(id=f"e{n}", span=town, label="GPE", name=town.text))
    whole = words.strip().rstrip(".")
    named = {"amounts": (f"m{n}",), "dates": (f"d{n}",), "entities": (f"e{n}",)}
    return [
        _claim(id, span(whole), span(f"Ministry number {n}"), span("paid"), n, **named),
        _claim(id, span("the town has spent it"), span("the town"), span("has spent"), n + 1),
    ]


def _claim(id: str, span: Span, subject: Span, does: Span, n: int, **named: tuple[str, ...]) -> Claim:
    return Claim(
        id=claim_id(id, span.text, f"{n}"), span=span, fragments=(span,), sentence=n, paragraph=n // 10,
        region="body", text=f"{span.text[:1].upper()}{span.text[1:]}.", kind=KINDS[n % 4],
        subject=Role(role="subject", span=subject, text=subject.text, head=subject),
        predicate=Predicate(
            role="predicate", span=does, text=does.text, head=does, lemma="pay", tense="past", voice="active"
        ),
        object=None, polarity=Polarity(value="affirmed"), modality=Modality(value="asserted"),
        attribution=Attribution(source_type="author"), confidence=n % 100 / 100,
        check_worthiness=CheckWorthiness(score=n % 90 / 100), rules=(Ruled(field="kind", rule="default"),), **named,
    )  # fmt: skip


def told(page: Page, what: str, value: float) -> None:
    print(f"{what:<48}{value:8.0f} ms")


def paint(page: Page) -> float:
    return float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))


def _again(page: Page) -> float:
    page.reload()
    page.wait_for_selector("#card h2")
    return paint(page)


def measure(page: Page, address: str, claims: int, documents: int) -> None:
    began = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("#card h2")
    told(page, f"first paint, document of {claims:,} claims", paint(page))
    told(page, "the first claim's card stands", 1000 * (time.perf_counter() - began))
    again = sorted(_again(page) for _ in range(5))
    told(page, "first paint again, median of 5", again[2])
    for key, what in (("j", "key to the next claim"), ("a", "accept, to the next claim")):
        steps = sorted(page.evaluate(STEP, key) for _ in range(100))
        told(page, f"{what}, median of 100", statistics.median(steps))
        told(page, f"{what}, 95th of 100", steps[94])
    page.wait_for_selector("#saved[data-state=saved]", timeout=60_000)
    began = time.perf_counter()
    page.select_option("select[name=order]", "least confident")
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    told(page, "all claims in another order", 1000 * (time.perf_counter() - began))
    began = time.perf_counter()
    page.keyboard.press("o")
    page.wait_for_selector(f"#documents [role=option] >> text=of town{claims}")
    told(page, f"the queue of {documents:,} documents opens", 1000 * (time.perf_counter() - began))
    began = time.perf_counter()
    page.keyboard.type(f"town{documents - 2}")
    page.wait_for_selector(f".count:has-text('1 of {documents}')")
    told(page, f"typing a title finds it among {documents:,}", 1000 * (time.perf_counter() - began))
    began = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#title:has-text('town{documents - 2}')")
    told(page, "it opens", 1000 * (time.perf_counter() - began))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--claims", type=int, default=5000)
    options.add_argument("--documents", type=int, default=10_000)
    asked = options.parse_args()
    chromium = shutil.which("chromium") or sys.exit("needs chromium")
    with tempfile.TemporaryDirectory() as room:
        many = (document(f"town{n}", 4) for n in range(asked.documents - 1))
        store.write([document(f"town{asked.claims}x", asked.claims), *many], Path(room) / "documents.jsonl")
        command = [
            sys.executable,
            "-m",
            "pipeline",
            "review",
            room,
            "--port",
            "0",
            "--no-browser",
            "--as",
            "bench",
        ]
        began = time.perf_counter()
        desk = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = re.search(r"http://\S+", desk.stdout.readline())[0]  # type: ignore[union-attr,index]
        print(f"{'the desk is there after':<48}{1000 * (time.perf_counter() - began):8.0f} ms")
        with sync_playwright() as run:
            browser = run.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            measure(
                browser.new_page(viewport={"width": 1440, "height": 900}),
                address,
                asked.claims,
                asked.documents,
            )
            browser.close()
        desk.terminate()
    print(f"load of the machine {os.getloadavg()[0]:.1f}, on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
