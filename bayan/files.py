"""Reading nothing but files, and writing them so that nothing is ever half written."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path


def read_ordinary(path: Path) -> bytes:
    """The bytes of *path*, which must be a file itself: a link may lead out of the project.

    :raises OSError: where it is a link, a pipe or a device, from which reading might never end.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(errno.EINVAL, f"{path.name} is a link, a folder or a device; put the file itself there")
    return path.read_bytes()


def replace_file(path: Path, data: bytes | str) -> bool:
    """Put *data* at *path* in one step; whether that changed anything.

    A file that holds *data* already is left alone, its times too. Text is written as
    UTF-8. The bytes are on the disk before they take the old file's name.
    """
    new = data.encode() if isinstance(data, str) else data
    if path.is_file() and not path.is_symlink() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True
