"""The page of the record: every model of `pipeline/record` with every field, from the JSON Schema that it gives."""

from typing import Any

from maker import code, markdown_table
from pipeline.record import Document

HEAD = """# Fields of the record

One line of `documents.jsonl` is one `Document`. Below: every field of it and of what is in it, in its order. Made
from `pipeline/record` (`python docs/write.py`). What is promised about it, and how it becomes tables:
[schema.md](schema.md). The same for machines: `schema/opclaims-1.json`, or `opclaims schema`.

A field with a default is left at that where the text does not say. `null` is unknown, or open at this end.

"""


def page() -> str:
    schema = Document.model_json_schema(mode="serialization")
    models = {"Document": schema, **schema["$defs"]}
    order = _order("Document", models)
    return HEAD + "\n".join(_section(name, models[name]) for name in order)


def _order(name: str, models: dict[str, Any]) -> list[str]:
    """The document, then what is in it, in the order in which it is met."""
    found, waiting = [], [name]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found.append(one)
            waiting += [below for kind in models[one]["properties"].values() for below in _names(kind)]
    return found


def _names(kind: dict[str, Any]) -> list[str]:
    inner = [*kind.get("anyOf", ()), *([kind["items"]] if "items" in kind else [])]
    own = [kind["$ref"].rsplit("/", 1)[-1]] if "$ref" in kind else []
    return own + [name for each in inner for name in _names(each)]


def _section(name: str, model: dict[str, Any]) -> str:
    needed = set(model.get("required", ()))
    rows = [
        [code(field), _kind(kind), _default(field, kind, needed), _meaning(kind)]
        for field, kind in model["properties"].items()
    ]
    said = " ".join(model.get("description", "").split())
    return f"## {name}\n\n{said + chr(10) * 2 if said else ''}" + markdown_table(
        ["field", "type", "default", "meaning"], rows
    )


def _meaning(kind: dict[str, Any]) -> str:
    closed = _closed(kind)
    values = f" One of {', '.join(code(value) for value in closed)}." if closed else ""
    return kind.get("description", "") + values


def _closed(kind: dict[str, Any]) -> list[str]:
    inner = [*kind.get("anyOf", ()), *([kind["items"]] if "items" in kind else [])]
    return [*kind.get("enum", ()), *([kind["const"]] if "const" in kind else [])] + [
        value for each in inner for value in _closed(each)
    ]


def _kind(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        name = kind["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_kind(each) for each in kind["anyOf"])
    if kind.get("type") == "array":
        return f"list of {_kind(kind['items'])}"
    return {"date": "day", "integer": "integer", "number": "number", "boolean": "true, false"}.get(
        kind.get("format") or kind.get("type", ""), kind.get("type", "text")
    ).replace("string", "text")


def _default(field: str, kind: dict[str, Any], needed: set[str]) -> str:
    if "default" not in kind:
        return "needed" if field in needed else ""
    value = kind["default"]
    return code(
        {None: "null", True: "true", False: "false"}.get(value, str(value))
        if not isinstance(value, list)
        else "[]"
    )
