"""Nothing grows past what one sitting can read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE_LINES = 350
PAGE_LINES = 250
FUNCTION_LINES = 40
PUBLIC_METHODS = 20
FORM_LINES = 800

MODULES = sorted(
    module
    for module in (ROOT / "app").rglob("*.py")
    if "compiled" not in module.parts or module.name.startswith("__")
)
FORMS = sorted((ROOT / "resources" / "ui").rglob("*.ui"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _limit(module: Path) -> int:
    is_page = module.stem.endswith("_page") or module.stem in ("page", "main_window")
    return PAGE_LINES if is_page and "gui" in module.parts else MODULE_LINES


def _functions(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def _classes(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            methods = [item for item in node.body if isinstance(item, ast.FunctionDef)]
            yield node.name, sum(not method.name.startswith("_") for method in methods)


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_that_a_module_is_short(module: Path) -> None:
    assert _lines(module) <= _limit(module)


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_that_its_functions_are_short(module: Path) -> None:
    assert [found for found in _functions(module) if found[1] > FUNCTION_LINES] == []


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_that_its_classes_offer_few_methods(module: Path) -> None:
    assert [found for found in _classes(module) if found[1] > PUBLIC_METHODS] == []


@pytest.mark.parametrize("form", FORMS, ids=_name)
def test_that_a_form_is_short(form: Path) -> None:
    assert _lines(form) <= FORM_LINES


def test_that_there_is_something_to_measure() -> None:
    assert len(MODULES) > 10
