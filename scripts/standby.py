"""A Sphinx process that is ready to build and waits for the word (``extensions/standby.py``)."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable, Sequence

GO = b"go\n"


class Standby:
    """Keeps one process ready for the next build; each process builds once, so none grows old."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = command
        self.process: asyncio.subprocess.Process | None = None
        self.channel: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def prepare(self, *options: str) -> None:
        """Start a process with more *options*, and do not wait until it is ready."""
        ours, theirs = socket.socketpair()
        with theirs:
            command = (*self.command, *options)
            self.process = await asyncio.create_subprocess_exec(*command, stdin=theirs.fileno())
        self.channel = await asyncio.open_connection(sock=ours)

    async def build(self, written: Callable[[], None]) -> int:
        """Have the site built; *written* is called when the pages are. The exit status of Sphinx."""
        if self.process is None or self.process.returncode is not None:
            await self.discard()
            await self.prepare()
        assert self.process and self.channel  # noqa: S101  # prepared above
        reader, writer = self.channel
        with contextlib.suppress(ConnectionError):  # it may have ended just now: the status tells
            writer.write(GO)
            await writer.drain()
            if await reader.readline():
                written()
        status = await self.process.wait()
        await self.discard()
        return status

    async def discard(self) -> None:
        """Give up the process, where there is one: what it has read no longer holds."""
        process, channel, self.process, self.channel = self.process, self.channel, None, None
        if channel:
            channel[1].close()
        if process:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
