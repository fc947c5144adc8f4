# make demo and make test set up everything they need in .venv; only python3 (3.11 or later) and make must be there.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo servers test check goldens bench compile plain docs lock clean

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or later: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash seeds/demo.sh

servers: setup
	$(BIN)/python -m tests.servers.play

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

goldens: setup
	KG_GOLDENS=write $(BIN)/python -m pytest -m golden

bench: setup
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.startup

# Optional: the extractor as machine code beside its sources, 1.6 times as fast; needs a C compiler and three minutes.
compile: setup
	$(BIN)/python tools/compile_extractor.py

# Back to the sources: what `make compile` built goes away.
plain:
	rm -rf build/compiled kg/extract/*.so kg__mypyc*.so

docs: setup
	$(BIN)/python -m kg.cli.reference docs/cli.md

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev --all-extras \
		pyproject.toml -o requirements.lock

clean: plain
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
