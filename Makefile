# Two commands for a newcomer: `make demo` and `make test`. The rest is for those who work on sayso.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Annotated reports and corpora that are not part of the repository; what needs them is skipped without them.
SAYSO_SHARED ?= ../shared
export SAYSO_SHARED

.DEFAULT_GOAL := help
.PHONY: help demo test lint floors schema readme clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ $(VENV)/.installed

$(VENV)/.installed-lint: pyproject.toml | $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,lint]'
	touch $@

demo: $(VENV)/.installed ## read the bundled sample reports and print the account of each
	@$(BIN)/sayso read examples --format text
	@echo
	@echo "To look at them as web pages and review them:"
	@echo "  $(BIN)/python -m pip install --editable '.[serve]'"
	@echo "  $(BIN)/sayso ingest examples --db demo.db && $(BIN)/sayso serve --db demo.db"

test: $(VENV)/.installed-test ## run the whole test suite
	$(BIN)/python -m pytest -q

lint: $(VENV)/.installed-lint ## formatting, style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

floors: $(VENV)/.installed ## hold the measured figures of evaluation/floors.json (needs the annotated reports)
	@if [ ! -d "$(SAYSO_SHARED)/cases" ]; then echo "floors: skipped, no annotated reports at $(SAYSO_SHARED)"; else set -e; \
	for task in casualties relations; do \
	  $(BIN)/sayso evaluate "$(SAYSO_SHARED)/cases" --task $$task --floors evaluation/floors.json; done; \
	$(BIN)/sayso evaluate "$(SAYSO_SHARED)/corpora/polnear/dev.jsonl" --task attributions --floors evaluation/floors.json; fi

schema: $(VENV)/.installed-test ## write the published JSON Schema and the page on the tables again
	$(BIN)/sayso schema --output docs/record.schema.json
	$(BIN)/python -m scripts.schema_page

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

readme: $(VENV)/.installed ## write the output of the commands in README.md again
	$(BIN)/python -m scripts.refresh_readme
