"""The import of raw releases: from ``raw/`` to ``releases/``, of which it is the only writer."""

IMPORTER = 3
"""Raised when the rules change, so that old pages can be told and are renewed."""
