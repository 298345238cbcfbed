# Two commands matter: `make run` and `make test`. Everything they need they set up themselves.

PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check bench lock

help:  ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup:  ## Create .venv with everything pinned
	@scripts/setup.sh

setup-dev:  ## The same, with what tests and checks need
	@scripts/setup.sh --dev

run: setup  ## Create the database and the demonstration clinic, and serve on http://127.0.0.1:8000
	@$(PY) -m rtw init-db
	@$(PY) -m rtw demo
	@$(PY) -m rtw serve

test: setup-dev check  ## Run every check and every test
	@scripts/test.sh

check: setup-dev  ## Lint, types, contracts, templates
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports
	@.venv/bin/djlint templates --lint --check

bench: setup-dev  ## Measure; one JSON line per figure
	@scripts/bench.sh

lock: setup-dev  ## Pin requirements.in and requirements-dev.in anew
	@$(PY) -m piptools compile -q --allow-unsafe --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links requirements.in
	@$(PY) -m piptools compile -q --allow-unsafe --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links requirements-dev.in
