"""`python -m pipeline` is `opclaims`."""

import os
import signal
from typing import Any, NoReturn


def main() -> None:
    """The command; Ctrl-C while it is being imported ends it at once, in one sentence: nothing has been begun."""
    before = _on_interrupt(_interrupted)
    from pipeline.cli import app

    try:
        _on_interrupt(before)
        app(prog_name="opclaims")
    except KeyboardInterrupt:  # while Typer makes its commands, or as they end
        _interrupted()


def _on_interrupt(handler: Any) -> Any:
    """The handler that was there before. Whoever ignores Ctrl-C (`nohup`, `&` in a script) goes on ignoring it."""
    before = signal.getsignal(signal.SIGINT)
    return before if before == signal.SIG_IGN else signal.signal(signal.SIGINT, handler)


def _interrupted(*_: object) -> NoReturn:
    """Not an exception: within an import, a library may make another one of it."""
    os.write(2, b"opclaims: interrupted\n")
    os._exit(130)


if __name__ == "__main__":
    main()
