"""Reading files while others work: a thread that runs ahead of who takes its items, but not far."""

import threading
from collections.abc import Iterable, Iterator
from queue import Empty, Full, Queue
from typing import TypeVar

Item = TypeVar("Item")
_END = object()


def ahead(items: Iterable[Item], most: int) -> Iterator[Item]:
    """The same items in the same order, up to `most` of them read before they are asked for. An exception of theirs is
    raised here; when nobody asks any more, the thread ends."""
    queue: Queue[object] = Queue(most)
    over = threading.Event()

    def put(item: object) -> bool:
        while not over.is_set():
            try:
                queue.put(item, timeout=0.1)
                return True
            except Full:
                continue
        return False

    def read() -> None:
        try:
            for item in items:
                if not put(item):
                    return
            put(_END)
        except BaseException as error:
            put(_Raised(error))

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        while (item := _get(queue)) is not _END:
            if isinstance(item, _Raised):
                raise item.error
            yield item  # type: ignore[misc]
    finally:
        over.set()


class _Raised:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def _get(queue: "Queue[object]") -> object:
    while True:  # with a timeout, so that Ctrl-C is heard on every system
        try:
            return queue.get(timeout=0.5)
        except Empty:
            continue
