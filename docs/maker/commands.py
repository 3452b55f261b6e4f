"""The page of all commands, from the functions behind them: what typer reads is read here, and not what it makes of it,
which differs from version to version."""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple, get_args, get_type_hints

from typer import Typer
from typer.models import ArgumentInfo

from maker import code, markdown_table
from pipeline.cli import app

HEAD = """# Commands

Every command and every option. Made from the program (`python docs/write.py`); `opclaims COMMAND --help` says the same
in the terminal, and `-h` is short for that. `opclaims --install-completion` teaches your shell the commands,
`opclaims --show-completion` prints what it would be taught. What the commands end with: [exit codes](codes.md).

"""


class Parameter(NamedTuple):
    """An argument or option: how it is written, what it is, and its default in words."""

    argument: bool
    names: tuple[str, ...]
    value: str
    closed: tuple[str, ...]
    help: str
    default: str
    needed: bool


class Command(NamedTuple):
    name: str
    help: str
    parameters: tuple[Parameter, ...]
    group: bool = False


def page() -> str:
    commands = list(walk(app, "opclaims"))
    rows = [[f"[`{one.name}`](#{one.name.replace(' ', '-')})", _first(one.help)] for one in commands]
    return (
        HEAD + markdown_table(["command", "what it does"], rows) + "\n" + "\n".join(map(_section, commands))
    )


def walk(group: Typer, name: str) -> Iterator[Command]:
    """The group, its commands, and the groups below it, with their full names, in the order of `--help`."""
    callback = group.registered_callback and group.registered_callback.callback
    said = group.info.help
    yield Command(name, inspect.cleandoc(said) if isinstance(said, str) else "", _parameters(callback), True)
    for one in group.registered_commands:
        assert one.callback is not None
        called = one.name or one.callback.__name__.replace("_", "-")
        written = one.help if isinstance(one.help, str) else one.callback.__doc__
        yield Command(f"{name} {called}", inspect.cleandoc(written or ""), _parameters(one.callback))
    for below in group.registered_groups:
        assert below.typer_instance is not None
        yield from walk(below.typer_instance, f"{name} {below.name}")


def _parameters(function: Any) -> tuple[Parameter, ...]:
    if function is None:
        return ()
    hints = get_type_hints(function, include_extras=True)
    return tuple(
        _parameter(name, hints[name], given.default)
        for name, given in inspect.signature(function).parameters.items()
        if hasattr(hints[name], "__metadata__")  # the context has none
    )


def _parameter(name: str, hint: Any, default: Any) -> Parameter:
    kind, info = get_args(hint)[0], hint.__metadata__[0]
    kinds = [one for one in (get_args(kind) or (kind,)) if one is not type(None)]
    kinds = [below for one in kinds for below in (get_args(one) or (one,))]
    closed = tuple(str(each.value) for one in kinds if issubclass(one, Enum) for each in one)
    argument, needed = isinstance(info, ArgumentInfo), default is inspect.Parameter.empty
    first = [info.default] if isinstance(info.default, str) else []  # where Annotated leaves the first name
    names = tuple([*first, *(info.param_decls or ())] or [f"--{name.replace('_', '-')}"])
    value = info.metavar or (name.upper() if argument else kinds[0].__name__.upper())
    flag = kinds == [bool]
    if closed and not info.metavar:
        value = name.upper() if argument else "VALUE"
    return Parameter(
        argument, names, "" if flag else value, closed, info.help or "", _default(default, names), needed
    )


def _default(value: Any, names: tuple[str, ...]) -> str:
    if value is inspect.Parameter.empty:
        return "needed"
    if isinstance(value, bool):
        both = names[0].split("/")
        return code(both[0] if value else both[1]) if len(both) == 2 else ""
    return "" if value is None else code(str(getattr(value, "value", value)))


def _section(one: Command) -> str:
    arguments = [each for each in one.parameters if each.argument]
    options = [each for each in one.parameters if not each.argument]
    usage = " ".join([one.name, *(each.value if each.needed else f"[{each.value}]" for each in arguments)])
    usage += (" [OPTIONS]" if options else "") + (" COMMAND" if one.group else "")
    parts = [f"## {one.name}\n", f"```text\n{usage}\n```\n", _lists(one.help)]
    for title, found in (("argument", arguments), ("option", options)):
        if found:
            parts.append(markdown_table([title, "what it is", "default"], [_row(each) for each in found]))
    return "\n".join(parts)


def _row(one: Parameter) -> list[str]:
    names = [one.value] if one.argument else [*one.names[:-1], f"{one.names[-1]} {one.value}".strip()]
    closed = f" One of {', '.join(map(code, one.closed))}." if one.closed else ""
    return [", ".join(map(code, names)), one.help + closed, one.default]


def _lists(text: str) -> str:
    """As it is written; lists as Markdown wants them."""
    text = re.sub(r"(?m)^(- .*(?:\n  .*)*)\n\n(?=- )", r"\1\n", text)
    return re.sub(r"(?m)^(Examples?:)\n(?=- )", r"\1\n\n", text).strip() + "\n"


def _first(text: str) -> str:
    return " ".join(text.split("\n\n")[0].split())
