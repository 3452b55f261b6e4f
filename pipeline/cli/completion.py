"""`opclaims completion`: the script that makes a shell complete our commands and options."""

from enum import Enum
from typing import Annotated

import typer


class Shell(str, Enum):
    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="Your shell.")]) -> None:
    """Print a completion script (`opclaims --install-completion` installs one).

    Example:

    - `opclaims completion bash > ~/.local/share/bash-completion/completions/opclaims`
    """
    from typer.completion import get_completion_script

    typer.echo(
        get_completion_script(prog_name="opclaims", complete_var="_OPCLAIMS_COMPLETE", shell=shell.value)
    )
