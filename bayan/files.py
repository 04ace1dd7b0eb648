"""Reading nothing but files, and writing them so that nothing is ever half written."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FULL, LOCKED = "make room on the disk and run this again", "allow writing there and run this again"
ADVICE = {
    **dict.fromkeys(NO_ROOM, FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), LOCKED),
}
Stamp = tuple[int, int] | None
Seen = tuple[str, Stamp]
"""A file, and how it looked. Its path is text: there are thousands."""
OTHERWISE = "mend that and run this again"


def read_ordinary(path: Path) -> bytes:
    """The bytes of *path*, which must be a file itself: a link may lead out of the project.

    :raises OSError: where it is a link, a pipe or a device, from which reading might never end.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(errno.EINVAL, f"{path.name} is a link, a folder or a device; put the file itself there")
    return path.read_bytes()


def stamp(path: Path | str) -> Stamp:
    """Time and size of *path*, to see a change by; None where there is no file."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def changed(seen: Mapping[str, Seen]) -> list[str]:
    """The names in *seen* whose file looks different now."""
    return [name for name, (path, old) in seen.items() if stamp(path) != old]


def replace_file(path: Path, data: bytes | str, last_look: Callable[[], None] = lambda: None) -> bool:
    """Put *data* at *path* in one step; whether that changed anything.

    A file that holds *data* already is left alone, its times too. Who may write to a file stays
    the same: others may share its folder. Text is written as UTF-8. The bytes are on the disk
    before they take the old file's name; then *last_look* may still object, by raising an error.
    """
    new = data.encode() if isinstance(data, str) else data
    if path.is_file() and not path.is_symlink() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) & 0o666 if path.is_file() and not path.is_symlink() else 0
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with named(path), os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644 | mode)
        last_look()
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Give an error of writing, which names no file, the name of *path*."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, error.filename or str(path)) from error


def told(error: OSError) -> str:
    """One line for a person: which file the system refused to read or write, why, and what to do."""
    file = error.filename2 or error.filename  # where a file was to be moved to, or the file itself
    what = f"{file}: " if file else ""
    why = error.strerror or type(error).__name__
    return f"{what}{why}; what stood there is unharmed: {ADVICE.get(error.errno or 0, OTHERWISE)}"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold *folder*, made where it is missing, for this process; another one waits until it is free.

    What a killed process was writing there is cleared away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for unfinished in folder.rglob(".*.tmp"):
            if unfinished.is_symlink() or not unfinished.is_dir():
                unfinished.unlink()
        yield
    finally:
        os.close(handle)
