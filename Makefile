# Every verb sets up first what it needs; people and CI use the same ones.
PYTHON ?= python3
VENV   := .venv
SECONDS_EACH ?= 60
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.set-up

.PHONY: setup demo test lint format bench docs fuzz lock clean

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml hatch_build.py $(wildcard src/detente/scenario/kernel/*.[ch])
	@$(PYTHON) -c 'import sys; v = sys.version_info; (3, 11) <= v[:2] <= (3, 13) or sys.exit("Detente needs Python 3.11 to 3.13, and $(PYTHON) is %d.%d; name another one: make PYTHON=python3.12" % v[:2])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

demo: setup
	$(BIN)/detente read examples/reports
	$(BIN)/detente scenario solve examples/scenarios/japan-russia-peace-treaty.toml

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

# Needs uv; writes every platform's and Python version's hashes, and no address.
lock:
	uv pip compile pyproject.toml --group dev --group docs --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet -o requirements.lock

clean:
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis src/detente/scenario/kernel/_kernel.so*
