# The commands need only Python 3.11+, pip and make: they set up .venv from the lock files,
# then call the Invoke task of the same name. Set-up runs again only when a lock changes.
#
#   make build ARGS="--site-url https://example.org"     options go on to the task
#   make build PYTHON=python3.13                         which Python makes .venv

IS_NEW_ENOUGH = 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$p -c $(IS_NEW_ENOUGH) >/dev/null 2>&1; then echo $$p; break; fi; done)
VENV := .venv
PY := $(VENV)/bin/python
# Wheels only, so that nothing is compiled and no build tool comes in beside the lock;
# jstyleson (five lines for extruct, tests only) has never published one.
PIP := $(PY) -m pip -qq --disable-pip-version-check --no-input install \
	--require-hashes --only-binary :all: --no-binary jstyleson
# `python -m invoke` is `inv`, and still works after the folder was moved. With .venv first on
# the path, as if activated.
INV := PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(PY) -m invoke
UV := uv==0.13.9

# A moved or removed base Python leaves .venv dangling: then it is made anew.
ifneq ($(wildcard $(VENV)),)
ifneq ($(shell $(PY) -c $(IS_NEW_ENOUGH) >/dev/null 2>&1 && echo works),works)
$(shell rm -f $(VENV)/made)
endif
endif

.DEFAULT_GOAL := help
.PHONY: help build test lint check serve lock clean distclean browser

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

build: $(VENV)/requirements.lock ## content/ into output/
	@$(INV) build $(ARGS)

test: $(VENV)/requirements-dev.lock browser ## lint, then every test, in a real browser too
	@$(INV) lint
	@$(INV) test $(ARGS)

lint: $(VENV)/requirements-dev.lock ## ruff and mypy
	@$(INV) lint $(ARGS)

check: $(VENV)/requirements.lock ## what is wrong in content/, with file and line
	@$(INV) check $(ARGS)

serve: $(VENV)/requirements.lock ## show the site on this machine, and build whenever a file is saved
	@$(INV) serve $(ARGS)

browser: $(VENV)/requirements-dev.lock
	@$(PY) -m tests.browser.chromium

lock: $(VENV)/made ## pin what pyproject.toml asks for (UPGRADE=1: the newest of it)
	@$(PY) -m pip -qq --disable-pip-version-check install '$(UV)'
	@set -e; compile="$(PY) -m uv pip compile --quiet --no-config --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
		$(if $(UPGRADE),--upgrade)"; \
	export UV_CUSTOM_COMPILE_COMMAND='make lock'; \
	echo "locking requirements.lock"; \
	$$compile pyproject.toml --output-file requirements.lock >/dev/null; \
	echo "locking requirements-dev.lock"; \
	$$compile pyproject.toml --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock >/dev/null

clean: ## delete the built site and the caches (only time is lost)
	rm -rf output .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find plugins tests tasks.py -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## that, and .venv
	rm -rf $(VENV)

# --- set-up -----------------------------------------------------------------------------
# The stamps are copies of the locks as installed: a lock that was touched but not changed
# costs a comparison. The development lock holds the other one whole.

$(VENV)/requirements.lock: requirements.lock $(VENV)/made
	@if cmp -s requirements.lock $@; then touch $@; else \
		echo "set-up: installing requirements.lock into $(VENV)" && \
		$(PIP) -r requirements.lock && cp requirements.lock $@; fi

$(VENV)/requirements-dev.lock: requirements-dev.lock $(VENV)/made
	@if cmp -s requirements-dev.lock $@; then touch $@; else \
		echo "set-up: installing requirements-dev.lock into $(VENV)" && \
		$(PIP) -r requirements-dev.lock && cp requirements.lock requirements-dev.lock $(VENV)/; fi

# Debian keeps ensurepip in a package of its own (python3-venv); pip can fill a bare one too.
$(VENV)/made:
	@if [ -z "$(PYTHON)" ] || ! $(PYTHON) -c $(IS_NEW_ENOUGH) 2>/dev/null; then \
		echo "Cuttings needs Python 3.11 or newer; $(or $(PYTHON),python3) is $$($(or $(PYTHON),python3) --version 2>/dev/null || echo not there)." >&2; \
		echo "Install one, or name one that is installed: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; \
		exit 1; fi
	@echo "set-up: making $(VENV) with $$($(PYTHON) --version)"
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); \
		$(PYTHON) -m venv --without-pip $(VENV) && \
		$(PYTHON) -m pip -qq --disable-pip-version-check --python $(PY) install pip; } || { \
		rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment: it has neither ensurepip nor a pip of 22.3 or newer." >&2; \
		echo "On Debian and Ubuntu: apt-get install python3-venv. Elsewhere: $(PYTHON) -m ensurepip --upgrade." >&2; \
		exit 1; }
	@touch $@
