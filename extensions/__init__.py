"""Sphinx extensions of the site, each with its own ``setup()``."""
