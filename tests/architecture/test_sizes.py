"""Nothing grows past what one sitting can read."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

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


@cache
def _sizes(module: Path) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """Return the lines of every function and the public methods of every class, by their names."""
    functions, classes = [], []
    statements: list[ast.stmt] = [*ast.parse(module.read_text(encoding="utf-8")).body]
    while statements:
        one = statements.pop()
        for inside in ("body", "orelse", "finalbody"):
            statements += getattr(one, inside, ())
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            functions.append((one.name, (one.end_lineno or one.lineno) - one.lineno + 1))
        elif isinstance(one, ast.ClassDef):
            methods = [item for item in one.body if isinstance(item, ast.FunctionDef)]
            classes.append((one.name, sum(not item.name.startswith("_") for item in methods)))
    return tuple(functions), tuple(classes)


def test_that_modules_are_short() -> None:
    found = {_name(module): _lines(module) for module in MODULES if _lines(module) > _limit(module)}
    assert found == {}


def test_that_functions_are_short() -> None:
    found = [
        f"{_name(module)}: {name} has {lines} lines"
        for module in MODULES
        for name, lines in _sizes(module)[0]
        if lines > FUNCTION_LINES
    ]
    assert found == []


def test_that_classes_offer_few_methods() -> None:
    found = [
        f"{_name(module)}: {name} offers {methods} methods"
        for module in MODULES
        for name, methods in _sizes(module)[1]
        if methods > PUBLIC_METHODS
    ]
    assert found == []


def test_that_forms_are_short() -> None:
    assert {_name(form): _lines(form) for form in FORMS if _lines(form) > FORM_LINES} == {}


def test_that_there_is_something_to_measure() -> None:
    assert len(MODULES) > 10
