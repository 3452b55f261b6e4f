"""An annotator's file → entries that know their line. The format is told in `NOTES.md` beside.

YAML without its traps: every value is the words that stand there, no numbers, no `no` that means false, and
what YAML would silently cut off (" #") or misread (": ") is refused, all such lines at once.
"""

import re
from typing import Any, NamedTuple

import yaml

from pipeline.gold.problems import Problems, Wrong

LINE = re.compile(r"\s*(?:- )*(?:(?P<key>[\w ]{1,30}):(?:\s+|$))?(?P<value>.*)$")
SPECIAL = "[]{}&*!|>%@`"


class Entry(NamedTuple):
    """Words, a list or a mapping, and the line (from 1) it begins on."""

    line: int
    value: str | list["Entry"] | dict[str, "Entry"]

    def words(self) -> str:
        """Raises Wrong for a list or a mapping."""
        if not isinstance(self.value, str):
            raise Wrong("wants words on one line (put them in double quotes if they hold a colon)")
        return self.value.strip()

    def items(self) -> list["Entry"]:
        """Nothing is an empty list. Raises Wrong for words or a mapping."""
        if self.value == "":
            return []
        if not isinstance(self.value, list):
            raise Wrong('wants a list, each item on a line of its own with "- "')
        return self.value

    def mapping(self, known: tuple[str, ...]) -> dict[str, "Entry"]:
        """Raises Wrong for anything else, and for a key that is not known."""
        if not isinstance(self.value, dict):
            raise Wrong(f'wants "key: value" lines ({", ".join(known)})')
        for key in self.value:
            if key not in known:
                raise Wrong(f"has the unknown key {key!r}; there are {', '.join(known)}")
        return self.value


def read(source: str, problems: Problems) -> Entry | None:
    """The file as one entry; None, with the reasons among the problems, if it is no YAML."""
    for number, line in enumerate(source.splitlines(), start=1):
        if reason := _trap(line):
            problems.add(number, "", reason)
    if problems.found:
        return None
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line_number = error.problem_mark.line + 1 if error.problem_mark else None
        problems.add(line_number, "", f"is not YAML: {error.problem}")
        return None
    except yaml.YAMLError as error:
        problems.add(None, "", f"is not YAML: {str(error).splitlines()[0]}")
        return None
    return _entry(node, problems) if node is not None else Entry(1, {})


def _trap(line: str) -> str | None:
    """Why YAML would not read this line as it is meant."""
    match = LINE.match(line)
    value = match["value"] if match else ""
    if not value or line.lstrip().startswith("#") or value[0] in "\"'":
        return None
    if value[0] in SPECIAL:
        return f'the value begins with "{value[0]}": put it in double quotes'
    if ": " in value or value.endswith(":"):
        return "the value holds a colon and a space: put it in double quotes"
    if " #" in value:
        return 'the value holds " #": put it in double quotes (a comment stands on a line of its own)'
    return None


def _entry(node: Any, problems: Problems) -> Entry:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Entry(line, node.value)
    if isinstance(node, yaml.SequenceNode):
        return Entry(line, [_entry(item, problems) for item in node.value])
    pairs: dict[str, Entry] = {}
    for key, value in node.value:
        if key.value in pairs:
            problems.add(key.start_mark.line + 1, "", f"the key {key.value!r} is given twice")
        pairs[str(key.value)] = _entry(value, problems)
    return Entry(line, pairs)
