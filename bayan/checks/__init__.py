"""Checks of translations: what a reader of both languages would stop at.

Each module knows one kind of fault and turns a :class:`bayan.checks.pair.Pair` into
findings. ``docs/checks.md`` lists them for translators.
"""
