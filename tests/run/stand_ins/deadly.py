"""Pipelines for workers to load: importable by name, so that a spawned process finds them.

A text says what happens: "die" ends the process, "die once FILE" only where FILE is not there yet,
"die counted FILE" each time, with a dot more in FILE; "sleep" takes for ever."""

import datetime as dt
import os
import time
from decimal import Decimal
from pathlib import Path

from pipeline.record import Amount, Document, Failure, MadeBy, Span, digest


def load(options):
    return "deadly", extract


def load_nothing(options):
    raise OSError("there is no pipeline here")


def load_and_die(options):
    os._exit(3)


def load_at_the_second_try(options):
    """Killed at the first by whoever; `options.model` is a file that remembers it."""
    if not Path(options.model).exists():
        Path(options.model).touch()
        os.kill(os.getpid(), 9)
    return load(options)


def load_with_money(options):
    return "rich", extract_with_money


def extract_with_money(articles):
    """An amount of 2 dollars in each document."""
    for document in extract(articles):
        span = Span.of(document.text, 0, 1)
        amount = Amount(
            id="m1", span=span, core=span, value=Decimal(2), low=Decimal(2), high=Decimal(2), comparator="eq",
            unit="currency", currency="USD", rule="stand-in",
        )  # fmt: skip
        yield document.model_copy(update={"amounts": (amount,), "published": dt.date(2024, 4, 30)})


def extract(articles):
    for article in articles:
        words = article.text.split()
        if words[:2] == ["die", "once"] and not Path(words[2]).exists():
            Path(words[2]).touch()
            os._exit(9)
        if words[:2] == ["die", "counted"]:
            with open(words[2], "a") as file:
                file.write(".")
            os._exit(9)
        if words == ["die"]:
            os.kill(os.getpid(), 9)
        if words == ["sleep"]:
            time.sleep(600)
        if words == ["fail"]:
            yield Failure(where=article.where, reason="fails")
        else:
            yield _document(article)


def _document(article):
    sha256 = digest(article.text)
    made_by = MadeBy(version="0", model="deadly", config="0")
    return Document(id=article.id or sha256[:16], sha256=sha256, text=article.text, made_by=made_by)


class Records:
    """arrow.Records with this module's pipeline."""

    def __init__(self):
        from pipeline.run import arrow

        arrow.load = load
        self.read = arrow.Records()

    def __call__(self, table):
        return self.read(table)
