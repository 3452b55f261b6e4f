"""`annotation.conf` and `visual.conf` of brat, made from `fields.csv`."""

from pipeline.exchange.adopt import ALONE, ENDS
from pipeline.exchange.layers import LINKS, PIECE, fields_of, types

YES = ("yes",)
"""Values of a field that is there or not: an attribute without a value."""
BETWEEN = " | "
COLOURS = ("#9ecae9", "#ffd08a", "#8fd8bf", "#e3b6cf", "#c9e4f6", "#f3b48a", "#f7ef9e", "#cccccc")


def annotation_conf() -> str:
    """Types, relations with the types at their ends, and attributes."""
    lines = ["[entities]", *(type for type in types() if type != PIECE), "", "[relations]"]
    parts = "|".join(type for type in types() if type not in (*ALONE, "borrowed"))
    for name in LINKS:
        if name == PIECE:
            continue
        source, target = ENDS.get(name, ("claim", None))
        ends = {"Arg1": source, "Arg2": "|".join(target or (parts,))}
        if name == "stands_for":
            ends = {"Arg1": "subject|object|argument", "Arg2": "entity"}
        lines.append(f"{name}\tArg1:{ends['Arg1']}, Arg2:{ends['Arg2']}")
    lines += ["", "[events]", "", "[attributes]"]
    for type in types():
        for field in fields_of(type).values():
            if field.values == YES:
                lines.append(f"{type}_{field.name}\tArg:{type}")
            elif field.form == "one":
                lines.append(f"{type}_{field.name}\tArg:{type}, Value:{'|'.join(field.values)}")
            elif field.form == "many":
                lines += [f"{type}_{field.name}_{value}\tArg:{type}" for value in field.values]
    return "\n".join([*lines, ""])


def visual_conf() -> str:
    """A colour for each type; relations may overlap."""
    lines = ["[labels]", "", "[drawing]"]
    lines += [
        f"{type}\tbgColor:{COLOURS[at % len(COLOURS)]}" for at, type in enumerate(types()) if type != PIECE
    ]
    return "\n".join([*lines, ""])
