"""Standard input and output that are full, closed or not listened to; Ctrl-C before there is a command."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "pipeline"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="wants a shell, and /dev/full")


def shell(line, unbuffered=False):
    """What the shell makes of `opclaims …`: exit code, standard error."""
    quoted = " ".join(f"'{part}'" for part in COMMAND)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    if unbuffered:
        environment["PYTHONUNBUFFERED"] = "1"
    done = subprocess.run(
        ["sh", "-c", line.replace("opclaims", quoted)],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("unbuffered", [False, True])
@pytest.mark.parametrize("what", ["--version", "--help", "query", "query --help", "schema"])
def test_output_that_is_full_is_one_sentence(what, unbuffered):
    said = "opclaims: standard output: No space left on device\n"
    assert shell(f"opclaims {what} > /dev/full", unbuffered) == (1, said)


@POSIX
@pytest.mark.parametrize("what", ["--version", "schema"])
def test_output_that_is_closed_is_one_sentence(what):
    assert shell(f"opclaims {what} >&-") == (1, "opclaims: standard output: Bad file descriptor\n")


@POSIX
def test_output_that_is_closed_is_not_taken_by_a_file_of_ours(tmp_path):
    empty = tmp_path / "a.txt"
    empty.write_text("")
    assert shell(f"opclaims run {empty} --out {tmp_path}/out >&- <&-") == (1, f"{empty}: is empty\n")


@POSIX
def test_nobody_to_tell_is_no_traceback():
    code, said = shell("{ opclaims run nowhere 2>&-; } >&-")
    assert (code, said) == (1, "")


@POSIX
def test_input_that_is_closed_is_one_sentence(tmp_path):
    said = "standard input: cannot be read (Bad file descriptor)\n"
    assert shell(f"opclaims run - --out {tmp_path}/out <&-") == (1, said)
    assert not (tmp_path / "out").exists()


@POSIX
@pytest.mark.parametrize("unbuffered", [False, True])
@pytest.mark.parametrize("what", ["schema", "run --help"])
def test_a_pipe_that_is_closed_says_nothing(what, unbuffered):
    assert shell(f"opclaims {what} | true", unbuffered)[1] == ""


INTERRUPTED = """
import os, signal, sys
sys.argv = ["opclaims", "--version"]

class Finder:
    def find_spec(self, name, *_):
        if name == {when!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
from pipeline.__main__ import main
main()
"""


@POSIX
@pytest.mark.parametrize("when", ["pipeline.cli", "typer", "pipeline.cli.stages"])
def test_ctrl_c_while_the_command_is_imported(when):
    program = [sys.executable, "-c", INTERRUPTED.format(when=when)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "opclaims: interrupted\n")


@POSIX
def test_whoever_ignores_ctrl_c_goes_on_ignoring_it():
    program = [sys.executable, "-c", INTERRUPTED.format(when="pipeline.cli")]
    ignored = lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)  # noqa: E731 -- as `nohup` does
    done = subprocess.run(program, capture_output=True, text=True, check=False, preexec_fn=ignored)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("opclaims ")


@POSIX
def test_ctrl_c_a_little_later():
    with subprocess.Popen([*COMMAND, "run", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        time.sleep(2.0)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
        said = running.stderr.read()
    assert said.startswith(b"opclaims: interrupted") and said.count(b"\n") == 1
