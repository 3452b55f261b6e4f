"""How a clause hangs on the one above it."""

from typing import NamedTuple


class Link(NamedTuple):
    """`name` of the rule; `relation` to the clause above; `stays`: its words remain in the clause above, too."""

    name: str
    relation: str | None = None
    stays: bool = False


JOINED = ("conj", "inner_conj")
"""Names of the links that join a clause to the one above by "and", "but" or a comma."""
