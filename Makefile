# Every verb sets up first what it needs; people and CI use the same ones.
PYTHON ?= python3
VENV   := .venv
SECONDS_EACH ?= 60
BIN    := $(VENV)/bin
RUNS   := $(VENV)/.runs
STAMP  := $(VENV)/.set-up
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check
RECORD := .demo/record.db
EXAMPLE := examples/disputes/south-atlantic-2025

.PHONY: setup demo desk test lint format bench docs fuzz lock clean

setup: $(STAMP)

$(RUNS): requirements.lock pyproject.toml hatch_build.py $(wildcard src/detente/scenario/kernel/*.[ch])
	@$(PYTHON) -c 'import sys; v = sys.version_info; (3, 11) <= v[:2] <= (3, 13) or sys.exit("Detente needs Python 3.11 to 3.13, and $(PYTHON) is %d.%d; name another one: make PYTHON=python3.12" % v[:2])'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --no-deps -r requirements.lock
	$(PIP) --no-build-isolation --no-deps -e .
	touch $@

$(STAMP): $(RUNS) requirements-dev.lock
	$(PIP) --require-hashes --no-deps -r requirements-dev.lock
	touch $@

# Needs what running needs, no tool of development. The record is its own, never the user's.
demo: $(RUNS)
	@$(BIN)/detente add $(EXAMPLE)/reports --index $(EXAMPLE)/index.tsv --jobs 2 --record $(RECORD)
	@$(BIN)/detente dispute add $(EXAMPLE)/dispute.toml --record $(RECORD)
	@$(BIN)/detente status --record $(RECORD)
	@$(BIN)/detente brief $(EXAMPLE)/dispute.toml --record $(RECORD)
	@cat $(EXAMPLE)/try-next.txt

# The demo's record in the browser.
desk: $(RUNS)
	@test -f $(RECORD) || $(MAKE) --no-print-directory demo
	@$(BIN)/detente desk --open --record $(RECORD)

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup
	$(BIN)/python benchmarks/reading_speed.py

# Atheris is in no lock file: where it does not install, Hypothesis makes the inputs.
fuzz: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target $(VENV)/fuzz atheris==3.0.0 || true
	PYTHONPATH=$(VENV)/fuzz $(BIN)/python -m fuzz --seconds $(SECONDS_EACH)

docs: setup
	$(BIN)/mkdocs build --strict

# Needs uv; writes every platform's and Python version's hashes, and no address: what running needs, and beside it all.
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
  --no-emit-index-url --quiet
lock:
	$(COMPILE) --group dev --group docs -o requirements-dev.lock
	$(COMPILE) --group build -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf $(VENV) .demo build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis src/detente/scenario/kernel/_kernel.so*
