# The words of tools/tasks.py, where each is described.  ARGS is passed on: make test ARGS="-k kana"
PYTHON ?= python3
TASKS := setup run test check format lint types contracts bench fidelity screenshots kill build

help:
	@$(PYTHON) tools/tasks.py help

$(TASKS):
	@$(PYTHON) tools/tasks.py $@ $(ARGS)

.PHONY: help $(TASKS)
