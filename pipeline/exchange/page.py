"""What a reader of a format gives: a text, and marks as the tool counts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.exchange.layers import Edge, Link
from pipeline.exchange.offsets import Unit


class Told(NamedTuple):
    """A mark as it was read. `edges` in the tool's unit; `words`: what it says stands there, pieces by a space."""

    id: str
    type: str
    edges: tuple[Edge, ...]
    words: str | None = None
    fields: Mapping[str, str] = {}
    partial: bool = False


@dataclass(frozen=True)
class Page:
    """One document as it was read; `where`: file and line, for messages. `text` None: the tool gives none. The rest
    is as in a Sheet; `numbered`: the id T7 is that of the seventh mark that went out;
    `hulls`: marks are told from their first word to their last, and whether they have gaps is not."""

    where: str
    id: str | None
    text: str | None
    marks: tuple[Told, ...]
    links: tuple[Link, ...] = ()
    unit: Unit = "code points"
    types: frozenset[str] | None = None
    link_types: frozenset[str] | None = None
    anonymous: bool = False
    numbered: bool = False
    hulls: bool = False
