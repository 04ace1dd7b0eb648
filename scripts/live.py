"""Show one language in the browser and build it again whenever a file is saved."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sphinx_autobuild.middleware import web_socket_script  # type: ignore[import-untyped]  # has no types

from bayan.content_policy import digest, inline_scripts
from bayan.languages import load_languages

# Written by a build, or nothing that a build reads: saving these must not start another.
IGNORED = (
    "*/.git/*",
    "*/.venv/*",
    "*/_build/*",
    "*/.*_cache/*",
    "*.mo",
    "*.pyc",
    "*~",
    "*/releases/.staging*",
    "*/tests/*",
    "*/bench/*",
)


HOST = "127.0.0.1"


def main(arguments: Sequence[str]) -> int:
    """``[--port N] [LANGUAGE] [-- SPHINX OPTION…]``: become sphinx-autobuild for that language."""
    parser = argparse.ArgumentParser(prog="python -m scripts.live", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="port on this machine's own address")
    parser.add_argument("languages", nargs="*", help="the language to show; the site's own by default")
    at = list(arguments).index("--") if "--" in arguments else len(arguments)
    options = parser.parse_args(arguments[:at])
    known = load_languages()
    language = (options.languages or [known.site])[0]
    if language not in known or len(options.languages) > 1:
        parser.error(f"take one of the languages in languages.toml: LANGUAGES={'|'.join(known)}")
    command = autobuild(language, options.port, arguments[at + 1 :])
    os.execv(sys.executable, command)  # noqa: S606  # no shell is wanted: the command is a list


def autobuild(language: str, port: int, options: Sequence[str]) -> list[str]:
    """The command of sphinx-autobuild; its folders are apart from those of `make html`."""
    place = Path("_build", "live", language)
    ignored = [part for pattern in IGNORED for part in ("--ignore", pattern)]
    policy = [part for rule in reload_policy(f"{HOST}:{port}") for part in ("-D", f"content_policy.{rule}")]
    return [
        sys.executable, "-m", "sphinx_autobuild", "--host", HOST, "--port", str(port), *ignored,
        "--pre-build", f"{sys.executable} scripts/import_if_new.py",
        *policy, "-D", f"language={language}", "-D", "search_index=later",  # the page first, then the index
        "-d", str(place / "doctrees"), *options, ".", str(place / "html"),
    ]  # fmt: skip


def reload_policy(address: str) -> list[str]:
    """What a page's policy must allow for the script that sphinx-autobuild puts into it."""
    scripts = [f"'sha256-{digest(text)}'" for text in inline_scripts(web_socket_script(address))]
    return [f"script-src={' '.join(scripts)}", f"connect-src='self' ws://{address}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
