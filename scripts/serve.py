"""Show what was built at an address of this machine alone: for `make serve`."""

from __future__ import annotations

import functools
import http.server
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

SITES = Path("_build", "html")
HOST = "127.0.0.1"


class PortError(ValueError):
    """Nothing can be served at a port; the message says why, and what to do."""


def listen(port: str, task: str) -> socket.socket:
    """A socket that listens at *port*; *task* is the one of the Makefile that asked for it.

    :raises PortError: where there is no such port, or it is taken.
    """
    try:
        return socket.create_server((HOST, int(port)))
    except (OSError, ValueError, OverflowError) as error:
        why = (
            os.strerror(error.errno or 0) if isinstance(error, OSError) else "a port is a number below 65,536"
        )
        raise PortError(f"PORT={port}: {why}; name another: make {task} PORT=8001") from error


def main(arguments: Sequence[str]) -> int:
    """``[PORT]``: serve the sites until interrupted; the exit status."""
    if not (SITES / "index.html").is_file():
        print("serve: nothing is built yet; run: make html", file=sys.stderr)
        return 1
    try:
        with listen(arguments[0] if arguments else "8000", "serve") as place:
            serve(place)
    except PortError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def serve(place: socket.socket) -> None:
    """Answer whoever asks at *place*, for ever."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITES))
    with http.server.ThreadingHTTPServer((HOST, 0), handler, bind_and_activate=False) as server:
        server.socket.close()
        server.socket = place
        print(f"Showing http://{HOST}:{place.getsockname()[1]}/ (stop with Ctrl+C)", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
