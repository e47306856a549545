# make demo: the review screen on the samples.   make test: the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := tests/constraints.txt

.PHONY: demo test check format lint types contract bench lock clean help

help:  ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Workbench needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(LOCK) -e '.[all,test]'
	@touch $(READY)

demo: $(READY)  ## set up and open the review screen on the samples
	@$(BIN)/workbench demo

test: $(READY)  ## set up and run the tests
	$(BIN)/pytest -n 2 --dist loadfile

check: lint types contract test  ## everything that CI checks

format: $(READY)  ## put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contract: $(READY)  ## imports point down only
	$(BIN)/lint-imports

bench: $(READY)  ## measure, and write benchmarks/results.md
	$(BIN)/python -m benchmarks.run

lock: $(READY)  ## write the versions installed now as those of development
	$(BIN)/pip freeze --exclude-editable > $(LOCK)

clean:  ## take the environment away
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
