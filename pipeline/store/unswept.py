"""Work without Python's garbage collector: records hold no cycles, and where a hundred thousand small things are made
and all are kept, looking for some costs more than the work itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Within it nothing is collected; afterwards it is as it was before."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
