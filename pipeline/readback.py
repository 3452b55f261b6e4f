"""Doc → records: the rows that the stages left, as `record/` wants them."""

from functools import cache
from typing import Any

from spacy.tokens import Doc

from pipeline.marks import Row, read
from pipeline.record import Amount, Claim, Date, Entity, Record, Skipped, Sum

DERIVED = {"currency": "MONEY", "percent": "PERCENT", "percentage_points": "PERCENT", "count": "CARDINAL"}
"""An amount's unit → the OntoNotes name of the entity that it is as well; any other unit is a QUANTITY."""


def read_back(doc: Doc) -> dict[str, tuple[Record, ...]]:
    """`entities amounts dates sums claims skipped`, validated, in order of start, then end."""
    amounts, days = read(doc, "money"), read(doc, "dates")
    entities, new_id = _entities(read(doc, "entities"), amounts, days)
    claims = [_renamed(row, new_id) for row in read(doc, "claims")]
    return {
        "entities": tuple(_record(Entity, row) for row in entities),
        "amounts": tuple(_record(Amount, row) for row in amounts),
        "dates": tuple(_record(Date, row) for row in days),
        "sums": tuple(_record(Sum, row) for row in read(doc, "sums")),
        "claims": tuple(_record(Claim, row) for row in claims),
        "skipped": tuple(_record(Skipped, row) for row in read(doc, "skipped")),
    }


def _record(model: type[Record], row: Row) -> Record:
    """Rows may carry keys of their own beside the record's (a stage's notes to the next)."""
    known = _fields(model)
    return model.model_validate({key: value for key, value in row.items() if key in known})


@cache
def _fields(model: type[Record]) -> frozenset[str]:
    return frozenset(model.model_fields)


def _entities(named: list[Row], amounts: list[Row], days: list[Row]) -> tuple[list[Row], dict[str, str]]:
    """Named entities and those that amounts and dates are, numbered in order; old id → new id."""
    taken = {(row["span"]["start"], row["span"]["end"]) for row in named}
    derived: dict[tuple[int, int], Row] = {}
    for row in amounts:
        _derive(derived, row, DERIVED.get(row["unit"], "QUANTITY"))
    for row in days:
        _derive(derived, row, "DATE")
    rows = [*named, *(row for edges, row in derived.items() if edges not in taken)]
    rows.sort(key=lambda row: (row["span"]["start"], row["span"]["end"]))
    new_id = {row["id"]: f"e{number}" for number, row in enumerate(rows, 1) if "id" in row}
    return [
        {**row, "id": f"e{number}", "same_as": new_id.get(row.get("same_as") or "")}
        for number, row in enumerate(rows, 1)
    ], new_id


def _derive(derived: dict[tuple[int, int], Row], row: Row, label: str) -> None:
    core = row["core"]
    derived.setdefault(
        (core["start"], core["end"]), {"span": core, "label": label, "name": core["text"], "same_as": None}
    )


def _renamed(claim: Row, new_id: dict[str, str]) -> Row:
    """The claim with its entities' new ids."""
    roles: dict[str, Any] = {name: _renamed_role(claim[name], new_id) for name in ("subject", "object")}
    roles["arguments"] = [_renamed_role(role, new_id) for role in claim["arguments"]]
    said = claim["attribution"]
    roles["attribution"] = {**said, "entity": new_id.get(said["entity"])} if said.get("entity") else said
    return {**claim, **roles, "entities": [new_id[old] for old in claim["entities"] if old in new_id]}


def _renamed_role(role: Row | None, new_id: dict[str, str]) -> Row | None:
    if role is None or not role.get("entity"):
        return role
    return {**role, "entity": new_id.get(role["entity"])}
