"""Sphinx, MyST-Parser and Furo as they come: what Bayan is measured against.

Everything is at its default but what the same pages and catalogs need to build at all.
"""

project = "Stock"
extensions = ["myst_parser"]
html_theme = "furo"
locale_dirs = ["locales"]
gettext_compact = False  # one catalog a page, as the archive has them
# The kinder comparison: with every release in a toctree, Furo renders the whole tree into
# every page, and the cost grows with the square of the number of releases. So none stands in
# one, on purpose; a warning of it for each would say nothing, and cost the stock build time.
suppress_warnings = ["toc.not_included"]
