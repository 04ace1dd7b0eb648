# The tasks of Bayan. `make help` lists them.
#
# Every task prepares .venv first: each group of packages when it is first needed, and
# again when its lock file is newer.

LANGUAGES ?=
SPHINXOPTS ?=
PYTESTOPTS ?=
BENCHOPTS ?=
PO ?=
PORT ?= 8000
# The first Python on the path that is new enough; `make PYTHON=/path/to/python3` names another.
PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(if $(shell \
	$(name) -c 'import sys; sys.version_info < (3, 11) or print(1)' 2>/dev/null),$(name))))

PY := .venv/bin/python
INSTALL := @$(PY) -m scripts.environment install

# Arabic must reach files and the screen whatever the machine's locale is.
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help html live serve catalogs check review progress export import-csv test importer-score bench soak audit lock clean FORCE

help:  ## list the tasks
	@grep -E '^[a-z-]+:.*  ## ' Makefile | sed -E 's/^([a-z-]+):.*  ## /  make \1\t/' | expand -t 23
	@echo '  LANGUAGES="ar fr" takes those languages; SPHINXOPTS, PYTESTOPTS and BENCHOPTS pass'
	@echo '  options on; PYTHON=/path/to/python3 names the Python of a new .venv.'

html: .venv/site .venv/import  ## import what is new in raw/, then build all languages
	@$(PY) -m scripts.build $(LANGUAGES) -- $(SPHINXOPTS)

live: .venv/site .venv/import .venv/work  ## show one language (LANGUAGES=ar), renewed on every save
	@$(PY) -m scripts.live --port $(PORT) $(LANGUAGES) -- $(SPHINXOPTS)

serve: .venv/site  ## show what was built, at http://127.0.0.1:8000/ (PORT=8000)
	@$(PY) -m scripts.serve $(PORT)

catalogs: .venv/site .venv/work  ## bring the translators' catalogs up to date with the pages
	@$(PY) -m scripts.catalogs

check: .venv/site .venv/work  ## check the translations (PO=FILE for some)
	@$(PY) scripts/check.py $(PO)

review: .venv/site  ## note that a person read a translation: PO=FILE REVIEWER="NAME"
	@test -n "$(PO)" -a -n "$(REVIEWER)" || { echo 'review: name the catalog and the reader: make review PO=FILE REVIEWER="NAME"' >&2; exit 1; }
	@$(PY) scripts/review.py "$(PO)" "$(REVIEWER)"

progress: .venv/site .venv/work  ## how much of each page is translated into each language
	@$(PY) scripts/progress.py

export: .venv/site  ## write the termbase and the translations for other programs
	@$(PY) scripts/export.py

import-csv: .venv/site  ## bring a table of translations back: FILE=TABLE.csv
	@test -n "$(FILE)" || { echo 'import-csv: name the table: make import-csv FILE=TABLE.csv' >&2; exit 1; }
	@$(PY) scripts/import_csv.py "$(FILE)"

test: .venv/site .venv/import .venv/work .venv/test  ## run all tests, with linters and a browser
	@$(PY) -m scripts.browser
	@$(PY) -m pytest $(PYTESTOPTS)

importer-score: .venv/site .venv/import  ## how well the importer reads the samples
	@$(PY) scripts/importer_score.py

bench: .venv/site .venv/import .venv/work .venv/test  ## measure builds and search against stock ones
	@$(PY) bench/run.py $(BENCHOPTS)
	@$(PY) -m scripts.browser
	@$(PY) bench/edit_to_page.py
	@$(PY) bench/search_weight.py
	@$(PY) bench/kills.py

soak: .venv/site .venv/import .venv/work .venv/test  ## kill each command a hundred times, fill the disk, build twice
	@$(PY) bench/soak.py $(BENCHOPTS)
	@$(PY) bench/kills.py

audit: .venv/audit  ## look for known weaknesses in the locked packages
	@$(PY) -m scripts.audit

lock: .venv/made  ## renew the lock files of all groups of packages
	@$(PY) -m scripts.environment lock

clean:  ## remove what was built, and .venv
	rm -rf _build .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

# .venv is made anew where its Python is gone or is not the version that PYTHON names.
VERSION := 'import sys; print(sys.version_info[:2])'
ifneq ($(wildcard .venv/made),)
ifneq ($(filter environment command,$(origin PYTHON)),)
STALE := $(shell test "`$(PY) -c $(VERSION) 2>&1`" = "`$(PYTHON) -c $(VERSION) 2>&1`" || echo FORCE)
else
STALE := $(shell $(PY) -c '' 2>/dev/null || echo FORCE)
endif
endif

.venv/made: requirements/uv.txt $(STALE)
	@python='$(PYTHON)'; \
	if ! $${python:-false} -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		echo "make: Python 3.11 or newer is needed$${python:+, and $$python is not}; install it," \
			"or name one: make PYTHON=/path/to/python3" >&2; exit 1; fi; \
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "make: $$python has no module venv; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; fi; \
	echo "Preparing .venv with $$python"; $$python -m venv --clear .venv
	@$(PY) -m pip install --quiet --only-binary :all: -r requirements/uv.txt \
		|| echo 'make: uv cannot be had here; pip does its work, more slowly'
	@touch $@

.venv/site: requirements.txt .venv/made
	$(INSTALL) site
	@touch $@

.venv/%: requirements/%.txt .venv/made
	$(INSTALL) $*
	@touch $@
