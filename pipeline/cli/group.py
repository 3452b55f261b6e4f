"""What goes wrong around a command (its options, Ctrl-C, a full disk) in one sentence, as in the command itself."""

import errno
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from pipeline.cli import standard
from pipeline.cli.message import FAILED, INTERRUPTED, USAGE, reason, say, stop

_UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # Click's, or the one that Typer brings


class Group(TyperGroup):
    """The commands, and an end with one sentence for whatever they do not say themselves."""

    def main(self, *arguments: Any, standalone_mode: bool = True, **options: Any) -> Any:
        """As Typer's, but without boxes: a sentence on one line, whatever the terminal's width."""
        if not standalone_mode:
            return super().main(*arguments, standalone_mode=False, **options)
        standard.opened()
        try:
            code = super().main(*arguments, standalone_mode=False, **options)
        except OSError as error:  # of --help and --version; those of a command are said in `invoke`
            say(f"opclaims: {reason(error)}")
            code = FAILED
        except _UsageError as error:
            if said := sentence(error):
                say(f"opclaims: {said}")
            code = USAGE
        except typer.Abort:
            say("opclaims: interrupted")
            code = INTERRUPTED
        sys.exit(standard.ended(code if isinstance(code, int) else 0))

    def invoke(self, ctx: Any) -> Any:
        """What a command did not expect becomes a sentence; a pipe that was closed is Typer's."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            stop("interrupted", INTERRUPTED)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            stop(reason(error), FAILED)


def sentence(error: Any) -> str:
    """What is wrong with the call, and where to look; empty where help was printed in the place of it."""
    from pydantic import ValidationError

    from pipeline.complaint import first

    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.message).strip()
    parameter, cause = getattr(error, "param", None), error.__cause__
    if parameter is None or not error.message:
        said = " ".join(error.format_message().split())
        said = said[0].lower() + said[1:]
    else:
        clause = first(cause)[1] if isinstance(cause, ValidationError) else error.message
        said = f"{_name(parameter)}{' ' if clause.startswith('is ') else ': '}{clause}"
    command = error.ctx.command_path if error.ctx else "opclaims"
    return f"{said.rstrip('.')} (see {command} -h)"


def _name(parameter: Any) -> str:
    """`--workers`; of an argument what help calls it."""
    option = parameter.param_type_name == "option"
    return str(max(parameter.opts, key=len) if option else parameter.metavar or parameter.name.upper())
