"""Many files, and an importer that is killed while it works."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.importing import FRENCH, SCRIPT, Workshop

TOWNS = ["Tunis", "Sfax", "Rabat", "Dakar", "Niamey", "Beyrouth", "Amman", "Genève"]


def fill(shop: Workshop, count: int) -> None:
    for number in range(count):
        text = FRENCH.replace("Tunis", f"{TOWNS[number % 8]}").replace(
            "un centre", f"le centre numéro {number}"
        )
        shop.put(f"{number:05}.txt", text.replace("L’OIM ouvre le", f"L’OIM {number} ouvre le"))
        if number % 3 == 0:
            shop.put(f"{number:05}.toml", f"published = {2000 + number % 20}\n")


def command(shop: Workshop) -> list[str]:
    return [sys.executable, str(SCRIPT), "--raw", str(shop.raw), "--pages", str(shop.pages)]


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, dict[str, bytes], float]:
    shop = Workshop(tmp_path_factory.mktemp("undisturbed"))
    fill(shop, 70)
    shop.put("bad.txt", b"")
    shop.put("twin-a.txt", FRENCH)
    shop.put("twin-b.txt", FRENCH)
    start = time.monotonic()
    done = subprocess.run(command(shop), capture_output=True, text=True, check=False)
    took = time.monotonic() - start
    assert done.returncode == 1
    assert len([line for line in done.stdout.splitlines() if ": error: " in line]) == 3
    return shop, content(shop.pages), took


def test_both_cores_give_the_same_bytes_as_one(
    undisturbed: tuple[Workshop, dict[str, bytes], float], tmp_path: Path
) -> None:
    shop, expected, _ = undisturbed
    assert len(expected) == 70
    one = Workshop(tmp_path)
    for path in shop.raw.iterdir():
        one.put(path.name, path.read_bytes())
    names = sorted(path.name for path in one.raw.glob("0*.txt"))
    for at in range(0, len(names), 40):
        one.run(*names[at : at + 40], report=False)
    assert content(one.pages) == expected


def test_killed_at_any_moment_and_run_again_the_result_is_the_same(
    undisturbed: tuple[Workshop, dict[str, bytes], float], tmp_path: Path
) -> None:
    source, expected, took = undisturbed
    chance = random.Random(7)  # noqa: S311  # only the moments of the kills
    killed = 0
    for turn in range(7):
        folder = tmp_path / str(turn)
        folder.mkdir()
        shop = Workshop(folder)
        for path in source.raw.iterdir():
            os.link(path, shop.raw / path.name)
        process = subprocess.Popen(command(shop), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, max(0.4, took)))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
        for page in shop.pages.glob("??/*.md"):
            assert page.read_bytes() == expected[str(page.relative_to(shop.pages))], "whole or not there"
        again = subprocess.run(command(shop), capture_output=True, text=True, check=False)
        assert again.returncode == 1, again.stderr
        assert content(shop.pages) == expected
    assert killed >= 4


def test_one_bad_file_never_stops_the_rest_and_long_runs_say_how_far_they_are(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    fill(shop, 200)
    shop.put("00007.txt", b"\x00\x01")
    done = subprocess.run(command(shop), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "200 releases: 199 written, 0 unchanged, 1 with errors" in done.stdout
    assert done.stderr.splitlines()[-1] == "imported 200 of 200"
    assert not list(shop.pages.glob(".*")), "nothing is left behind"
