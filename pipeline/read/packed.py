"""Files within files: `.gz` of one, `.zip` of many. Nothing is unpacked to disk, and nothing as a whole."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from pipeline.read.check import Unreadable

DAMAGED = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError)
"""What reading from a packed file raises where it is damaged, or packed in a way that Python does not know."""

BAD_NAME = ("has a file whose name is said to be UTF-8 and is not", "pack it again")


def unpacked(stream: Iterable[bytes]) -> BinaryIO:
    """What a `.gz` holds, as it is read."""
    return cast(BinaryIO, gzip.open(cast(BinaryIO, stream)))


def members(stream: Iterable[bytes]) -> Iterator[tuple[str, BinaryIO]]:
    """Names and contents of the files in a `.zip`, by name; hidden ones are passed over. Raises Unreadable."""
    if not (isinstance(stream, io.IOBase) and stream.seekable()):
        raise Unreadable("is a .zip within a packed file", "unpack it first")
    try:
        packed = zipfile.ZipFile(cast(BinaryIO, stream))
    except UnicodeDecodeError:
        raise Unreadable(*BAD_NAME) from None
    with packed:
        for one in sorted(packed.infolist(), key=lambda one: one.filename):
            parts = PurePosixPath(one.filename).parts
            if not parts or one.is_dir() or any(part.startswith((".", "__MACOSX")) for part in parts):
                continue
            try:
                with packed.open(one) as file:
                    yield one.filename, cast(BinaryIO, file)
            except UnicodeDecodeError:
                raise Unreadable(*BAD_NAME) from None
            except RuntimeError:  # zipfile has no other name for it
                raise Unreadable("is locked with a password", "unpack it first") from None
