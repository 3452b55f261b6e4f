"""What all claims of a document are made from."""

from typing import Any, NamedTuple

from pipeline.exchange.layers import Sheet
from pipeline.exchange.rebuild import Old
from pipeline.exchange.shelf import Shelf
from pipeline.gold.quotes import Source

Things = dict[str, Any]
"""`entities`, `amounts` and `dates` of the record, by these names."""


class Home(NamedTuple):
    """`shelves`: the things by their place. `fresh`: ids of those that are new. `ids`: of a mark → in the record.
    `stands`: a role's mark → id of the name it stands for; `relinked`: marks of which that was changed."""

    sheet: Sheet
    old: Old
    source: Source
    things: Things
    shelves: dict[str, Shelf]
    fresh: dict[str, frozenset[str]]
    ids: dict[str, str]
    stands: dict[str, str]
    relinked: frozenset[str]
