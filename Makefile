# Warmwatt: `make run` serves the desk, `make test` runs every test. Both set up all they need.
PORT ?= 8000
PYTHON ?= python3.11
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := .venv/bin/

.PHONY: run test check bench setup messages models

run: setup
	@$(RUN)warmwatt serve --demo --port $(PORT)

test: setup
	$(RUN)pytest -n 2 --dist loadgroup

check: setup
	$(RUN)ruff check
	$(RUN)ruff format --check
	$(RUN)mypy
	$(RUN)lint-imports
	$(RUN)warmwatt handbook check
	$(RUN)python docs/check.py

bench: setup
	$(RUN)python -m benchmarks.understanding
	$(RUN)python -m benchmarks.live
	$(RUN)python -m benchmarks.bills
	$(RUN)python -m benchmarks.rerate

setup: .venv/.synced

.venv/.synced: pyproject.toml uv.lock | $(UV)
	@$(UV) sync --quiet --locked
	@touch $@

.tools/bin/uv:
	@echo "Setting up uv in .tools …"
	@($(PYTHON) -m venv .tools || python3 -m venv .tools) && .tools/bin/pip install --quiet --disable-pip-version-check uv

messages: setup
	cd src/warmwatt && DJANGO_SETTINGS_MODULE=warmwatt.workbench.settings ../../.venv/bin/django-admin makemessages -l zh_Hans --no-location --no-obsolete --no-wrap
	cd src/warmwatt/workbench && ../../../.venv/bin/django-admin compilemessages

models: setup
	$(RUN)warmwatt train
