"""Every `opclaims …` in a block of shell on a page is a call that the command understands."""

import re
import shlex

import pytest
import typer

from pipeline.cli import app

from .test_pages import PAGES, ROOT

TOP = typer.main.get_command(app)
BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = ("", "sh", "bash", "shell", "console")


def calls(block):
    """The words behind each `opclaims`; pipes, chains and comments are taken apart."""
    session = any(line.startswith("$ ") for line in block.splitlines())
    for line in block.replace("\\\n", " ").splitlines():
        if "opclaims" not in line or (session and not line.startswith("$ ")):
            continue
        lexer = shlex.shlex(line.removeprefix("$ "), posix=True, punctuation_chars="|&;<>")
        lexer.whitespace_split, words = True, []
        for word in (*lexer, ";"):
            if word and set(word) <= set("|&;"):
                yield from [words[words.index("opclaims") + 1 :]] if "opclaims" in words else []
                words = []
            else:
                words.append(word)


def understood(words):
    """The command that they call. Raises what click says of options that do not exist."""
    command = TOP
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    if getattr(command, "commands", None):
        assert not words or words[0].startswith("-"), f"opclaims {words[0]}"
        return command
    context = command.make_context("opclaims", [], resilient_parsing=True)
    context.resilient_parsing = False  # needed to make it without arguments, and no longer
    given, left, _ = command.make_parser(context).parse_args(plain(words))
    assert not left, left
    if not {"-h", "--help"} & set(words) and "…" not in "".join(words):
        missing = [one.name for one in command.params if one.required and not given.get(one.name)]
        assert missing == [], f"{words}: {missing}"
    return command


def plain(words):
    """Without what the shell takes: `> file`."""
    at = next((n for n, word in enumerate(words) if set(word) <= set("<>")), len(words))
    return words[:at]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_calls_are_understood(path):
    for language, block in BLOCK.findall(path.read_text(encoding="utf-8")):
        for words in calls(block) if language in SHELL else ():
            understood(words)


@pytest.mark.parametrize(
    "line",
    [
        "opclaims run x --no-such",
        "opclaims rum x",
        "opclaims export",
        "x | opclaims show",
        "opclaims score found",
    ],
)
def test_what_does_not_exist_is_found(line):
    with pytest.raises((AssertionError, Exception), match=r"(?i)no such|rum|format|source|gold"):
        for words in calls(line):
            understood(words)


def test_calls_are_taken_out_of_chains():
    line = "pip install x && opclaims run 'a b' --out c > d  # e\n$x | opclaims query money"
    assert list(calls(line)) == [["run", "a b", "--out", "c", ">", "d"], ["query", "money"]]
