"""Show one language in the browser and build it again whenever a file is saved.

The pages, and the script that reloads them, are served by parts of sphinx-autobuild. It starts
Sphinx anew for every change; here a process stands ready, and builds at once where only catalogs
of pages were saved.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from sphinx_autobuild.middleware import (  # type: ignore[import-untyped]  # has no types
    JavascriptInjectorMiddleware,
    web_socket_script,
)
from sphinx_autobuild.server import RebuildServer  # type: ignore[import-untyped]
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from watchfiles import Change, awatch

from bayan.content_policy import digest, inline_scripts
from bayan.languages import load_languages
from bayan.unseen import printable
from scripts import import_if_new
from scripts.serve import HOST, PortError, listen
from scripts.standby import Standby

# Written by a build, or nothing that a build reads: saving these must not start another.
APART = {"_build", "tests", "bench", "docs", "node_modules"}
PASSING = (".mo", ".pyc", ".tmp", "~")
QUIET, AT_MOST = 20, 100
"""Milliseconds without another event on the disk after which a build starts, and how long it waits for
that: while an index is written, there is always another.
"""


def main(arguments: Sequence[str]) -> int:
    """``[--port N] [LANGUAGE] [-- SPHINX OPTION…]``: serve that language until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m scripts.live", description=__doc__)
    parser.add_argument("--port", default="8000", help="port on this machine's own address")
    parser.add_argument("languages", nargs="*", help="the language to show; the site's own by default")
    at = list(arguments).index("--") if "--" in arguments else len(arguments)
    options = parser.parse_args(arguments[:at])
    known = load_languages()
    language = (options.languages or [known.site])[0]
    if language not in known or len(options.languages) > 1:
        parser.error(f"take one of the languages in languages.toml: LANGUAGES={'|'.join(known)}")
    try:
        place = listen(options.port, "live")  # before the first build, so that it is not made for nothing
    except PortError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    site = Path("_build", "live", language, "html")
    site.mkdir(parents=True, exist_ok=True)
    address = f"{HOST}:{options.port}"
    preview = Preview(Path.cwd(), Standby(sphinx(language, address, arguments[at + 1 :])), address)
    config = uvicorn.Config(application(preview, site, address), log_level="warning")
    uvicorn.Server(config).run([place])
    return 0


def sphinx(language: str, address: str, options: Sequence[str]) -> list[str]:
    """The command that builds; its folders are apart from those of `make html`."""
    place = Path("_build", "live", language)
    policy = [part for rule in reload_policy(address) for part in ("-D", f"content_policy.{rule}")]
    return [
        sys.executable, "-m", "sphinx", *policy, "-D", f"language={language}",
        "-D", "search_index=later",  # the page first, then the index
        "-D", "standby=1", "-d", str(place / "doctrees"), *options, ".", str(place / "html"),
    ]  # fmt: skip


def reload_policy(address: str) -> list[str]:
    """What a page's policy must allow for the script that reloads it."""
    scripts = [f"'sha256-{digest(text)}'" for text in inline_scripts(web_socket_script(address))]
    return [f"script-src={' '.join(scripts)}", f"connect-src='self' ws://{address}"]


def application(preview: Preview, site: Path, address: str) -> Starlette:
    """The server of the pages in *site* and of the word to reload them."""
    return Starlette(
        routes=[
            WebSocketRoute("/websocket-reload", preview, name="reload"),
            Mount("/", app=StaticFiles(directory=site, html=True), name="static"),
        ],
        middleware=[Middleware(JavascriptInjectorMiddleware, ws_url=address)],
        lifespan=preview.lifespan,
    )


class Preview(RebuildServer):  # type: ignore[misc]  # has no types
    """Builds when a file below *root* is saved, and has open pages reloaded as soon as they are written."""

    def __init__(self, root: Path, standby: Standby, address: str) -> None:
        super().__init__([root], None, self.build)
        self.root = root
        self.standby = standby
        self.address = address

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Build once before anything is served; leave no process behind."""
        try:
            await self.build([])
            async with super().lifespan(app):
                yield
        finally:
            await self.standby.discard()

    async def watch(self) -> None:
        """Build after each change; what stops one round is told, and the next change is waited for."""
        while True:
            try:
                async for found in self._changes():
                    await self.build([Path(path) for _, path in found])
                return
            except (OSError, RuntimeError, ValueError) as error:  # such as a file's name that is no text
                print(printable(f"error: {error}; waiting for the next change"), file=sys.stderr, flush=True)

    def _changes(self) -> AsyncIterator[set[tuple[Change, str]]]:
        return awatch(
            self.root,
            watch_filter=lambda _, path: is_read(Path(path).relative_to(self.root)),
            debounce=AT_MOST,
            step=QUIET,
        )

    async def build(self, saved: Sequence[Path]) -> None:
        """Bring the site up to date after files were *saved*."""
        if saved:
            names = sorted({path.name for path in saved})[:5]
            print(printable(f"Saved: {', '.join(names)}"), flush=True)
        if not saved or not only_catalogs(saved):
            await self.standby.discard()
            await asyncio.to_thread(import_if_new.main)
        start = time.monotonic()

        def written() -> None:
            print(f"Pages written after {time.monotonic() - start:.1f} s", flush=True)
            if saved:
                self.flag.set()

        if status := await self.standby.build(written):
            print(f"Sphinx ended with exit status {status}; its messages above say why", file=sys.stderr)
        else:
            await self.standby.prepare("-q")  # it has nothing to tell but warnings before it is asked for
        print(f"Showing http://{self.address}/ (stop with Ctrl+C)", flush=True)


def is_read(path: Path) -> bool:
    """Whether a build may read *path*, below the project's folder; what is hidden is never read."""
    return not (
        APART.intersection(path.parts[:1])
        or any(part.startswith(".") for part in path.parts)
        or path.name.endswith(PASSING)
    )


def only_catalogs(paths: Iterable[Path]) -> bool:
    """Whether *paths* are all catalogs of pages: a build that stands ready has not read these."""
    return all(path.suffix == ".po" and path.name != "sphinx.po" for path in paths)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
