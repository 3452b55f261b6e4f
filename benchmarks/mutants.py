"""Mutants of a Python file, for mutate.py: each is the file's tree with one thing in it made wrong.

`sites(tree)` lists what could be made wrong, in the order of the file, and `mutant` makes it. Left out are annotations,
decorators, docstrings and the strings under fields (nothing runs there), the texts of f-strings and of `raise`.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]

Change = Callable[[], None]


class Site(NamedTuple):
    """One possible change: the kind, its first and last line, what stands there, and what is to stand there."""

    kind: str
    line: int
    last: int
    before: str
    after: str
    apply: Change

    @property
    def change(self) -> str:
        return f"{self.kind}: {self.before} → {self.after}"


COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
"""The boundary, and the opposite."""
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
UNTOUCHED = (ast.JoinedStr, ast.Raise, ast.Import, ast.ImportFrom, ast.Assert)


class Mutant(NamedTuple):
    """The room and the file, from the root of the tree, and the number of the change among its sites."""

    room: str
    file: str
    number: int


def mutant(one: Mutant) -> tuple[ast.Module, Site]:
    """The tree with that change made, and which that is."""
    tree = ast.parse((ROOT / one.file).read_text(encoding="utf-8"))
    site = next(islice(sites(tree), one.number, None))
    site.apply()
    return ast.fix_missing_locations(tree), site


def words(one: Mutant) -> str:
    """Its line, and what is changed: `12 comparison: a < b → a <= b`."""
    _, site = mutant(one)
    return f"{site.line} {site.change}"


def sites(tree: ast.AST) -> Iterator[Site]:
    """All changes of all nodes, in the order of the file."""
    for node in _walk(tree):
        yield from _of_blocks(node)
        for kind, field, place, new in _of_node(node):
            yield _site(kind, node, field, place, new)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs: no annotation, no docstring, nothing of UNTOUCHED below its own level."""
    yield node
    if isinstance(node, UNTOUCHED):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _idle(child):
                yield from _walk(child)


def _idle(node: ast.AST) -> bool:
    """A docstring, or the string under a field."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _site(kind: str, node: ast.AST, field: str, place: int | None, new: object) -> Site:
    def apply() -> None:
        if place is None:
            setattr(node, field, new)
        else:
            getattr(node, field)[place] = new

    changed = copy.deepcopy(node)
    if place is None:
        setattr(changed, field, new)
    else:
        getattr(changed, field)[place] = new
    first, last = _lines(node)
    return Site(kind, first, last, _shown(node), _shown(changed), apply)


def _lines(node: ast.AST) -> tuple[int, int]:
    """Of a whole block, the line that decides."""
    at = getattr(node, "test", None) or (node.target if isinstance(node, ast.comprehension) else node)
    return at.lineno, at.end_lineno


def _shown(node: ast.AST) -> str:
    """Its first line, or the part that decides."""
    text = ast.unparse(ast.fix_missing_locations(node))
    return text.split("\n")[0][:160]


Made = Iterator[tuple[str, str, int | None, object]]
"""Kind, field of the node, place in that field if it is a list, new value."""


def _of_node(node: ast.AST) -> Made:
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                for new in COMPARE[type(operator)]:
                    yield "comparison", "ops", place, new()
        case ast.BinOp() | ast.AugAssign():
            if type(node.op) in ARITHMETIC:
                yield "arithmetic", "op", None, ARITHMETIC[type(node.op)]()
        case ast.BoolOp():
            yield "boolean", "op", None, ast.Or() if isinstance(node.op, ast.And) else ast.And()
            for place in range(len(node.values)):
                yield "boolean", "values", place, ast.Constant(isinstance(node.op, ast.And))
        case ast.UnaryOp(op=ast.Not()):
            yield "boolean", "operand", None, ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant():
            for new in _constants(node.value):
                yield "constant", "value", None, new
        case ast.If() | ast.While() | ast.IfExp():
            yield "condition", "test", None, ast.UnaryOp(ast.Not(), node.test)
        case ast.comprehension():
            for place in range(len(node.ifs)):
                yield "condition", "ifs", place, ast.Constant(True)
        case ast.Return() if node.value is not None and not _none(node.value):
            yield "return", "value", None, ast.Constant(None)


def _none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _constants(value: object) -> Iterator[object]:
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
            yield value - 1
        case str() if value:
            yield f"XX{value}"
        case "":
            yield "XX"


DELETED = (ast.Expr, ast.AugAssign, ast.Raise, ast.Continue, ast.Break)


def _of_blocks(node: ast.AST) -> Iterator[Site]:
    """Statements left out: calls, yields, raises, turns cut short, and whole conditions without an else."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        for place, one in enumerate(block if isinstance(block, list) else ()):
            guard = isinstance(one, ast.If) and not one.orelse
            if (isinstance(one, DELETED) and not _idle(one)) or guard:
                yield _left_out(block, place, one)


def _left_out(block: list[ast.stmt], place: int, one: ast.stmt) -> Site:
    def apply() -> None:
        block[place] = ast.copy_location(ast.Pass(), one)

    first, last = _lines(one)
    return Site("statement", first, last, _shown(one), "(left out)", apply)
