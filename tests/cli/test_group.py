"""What goes wrong around a command: one sentence on one line, whatever the terminal, and never a traceback."""

import errno
import os
import subprocess
import sys

import pytest


@pytest.fixture
def files(here):
    (here / "a.txt").write_text("Apples.")
    (here / "folder").mkdir()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("run a.txt --workers 0", "--workers is '0', where 1 or more is wanted (see opclaims run -h)"),
        (
            "run a.txt --workers 100000",
            "--workers is '100000', where 1024 or less is wanted (see opclaims run -h)",
        ),
        ("run a.txt --workers two", "--workers is 'two', not a whole number (see opclaims run -h)"),
        (
            "run a.txt --timeout inf",
            "--timeout is 'inf', where 604800 or less is wanted (see opclaims run -h)",
        ),
        ("run a.txt --engine spark", "--engine: 'spark' is not one of 'local', 'ray' (see opclaims run -h)"),
        ("run a.txt --watch x", "--watch: dir 'x' does not exist (see opclaims run -h)"),
        ("run a.txt --nonsense", "no such option: --nonsense (see opclaims run -h)"),
        ("show", "missing argument 'FILE' (see opclaims show -h)"),
        ("show a.txt b.txt", "got unexpected extra argument(s) (b.txt) (see opclaims show -h)"),
        ("load nowhere", "FOUND: path 'nowhere' does not exist (see opclaims load -h)"),
        ("load a.txt --reviews folder", "--reviews: file 'folder' is a directory (see opclaims load -h)"),
        ("completion tcsh", "SHELL: 'tcsh' is not one of 'bash', 'zsh', 'fish', 'powershell'"),
        ("runn", "no such command 'runn'"),
        ("gold dig", "no such command 'dig'"),
    ],
)
@pytest.mark.parametrize("columns", ["20", "200"])
def test_a_call_that_is_not_understood_is_one_line_and_2(
    files, opclaims, monkeypatch, arguments, said, columns
):
    monkeypatch.setenv("COLUMNS", columns)
    done = opclaims(*arguments.split())
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"opclaims: {said}")


@pytest.mark.parametrize("arguments", [(), ("gold",), ("exchange",)])
def test_without_a_command_there_is_help(opclaims, arguments):
    done = opclaims(*arguments)
    assert done.exit_code == 2
    assert "Usage: " in done.output and "Traceback" not in done.output


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 1, "No space left on device"),
        (OSError(errno.EACCES, os.strerror(errno.EACCES), "secret.txt"), 1, "secret.txt: Permission denied"),
    ],
)
def test_what_no_command_expects_is_a_sentence(opclaims, monkeypatch, raised, code, said):
    def fails(*_):
        raise raised

    monkeypatch.setattr("pipeline.cli.schema.text", fails)
    done = opclaims("schema")
    assert (done.exit_code, done.stderr) == (code, f"opclaims: {said}\n")


def test_a_pipe_that_is_closed_is_no_error_to_speak_of():
    command = [sys.executable, "-m", "pipeline", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 1
