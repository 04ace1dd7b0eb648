"""Killed at any moment, an update damages no catalog and loses no translation.

A few rounds; ``bench/kills.py`` does two hundred.
"""

from __future__ import annotations

from pathlib import Path

from bench.kills import field_folder, kill_runs, prepare


def test_a_killed_update_damages_nothing_and_the_next_one_finishes_its_work() -> None:
    with field_folder() as folder:
        field = prepare(Path(folder))
        assert len(field.before) == 50 and field.steps >= 50
        score = kill_runs(field, rounds=5)
    assert score.killed == 5 and score.clean, score
