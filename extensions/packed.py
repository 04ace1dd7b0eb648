"""A table whose values stay bytes until one is asked for.

Sphinx reads and writes its whole environment in every build, and a build after one change asks
for little of it.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, MutableMapping
from typing import Any, TypeVar

T = TypeVar("T")


class Packed(MutableMapping[str, T]):
    """A dict by name; its values must not be changed in place."""

    def __init__(self) -> None:
        self._bytes: dict[str, bytes | None] = {}
        self._open: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        data = self._bytes[name]
        if name not in self._open and data is not None:
            self._open[name] = pickle.loads(data)  # noqa: S301  # written by __getstate__
        return self._open[name]

    def __setitem__(self, name: str, value: T) -> None:
        self._bytes[name], self._open[name] = None, value

    def __delitem__(self, name: str) -> None:
        del self._bytes[name]
        self._open.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._bytes

    def __iter__(self) -> Iterator[str]:
        return iter(self._bytes)

    def __len__(self) -> int:
        return len(self._bytes)

    def __getstate__(self) -> dict[str, Any]:
        for name, data in self._bytes.items():
            if data is None:
                self._bytes[name] = pickle.dumps(self._open[name], pickle.HIGHEST_PROTOCOL)
        return {"_bytes": self._bytes, "_open": {}}
