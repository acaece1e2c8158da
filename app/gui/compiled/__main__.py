"""Compile every ``resources/ui/**/x.ui`` to ``app/gui/compiled/**/ui_x.py``.

Run as ``python -m app.gui.compiled``; ``tests/conftest.py``, ``build.spec`` and every task call
:func:`compile_forms` or that.  Only what is older than its form, or than this module, is written
again.  Each file is put in place whole, because two test processes may do this at once.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
FORMS = ROOT / "resources" / "ui"
COMPILED = Path(__file__).parent


def compile_forms(forms: Path = FORMS, compiled: Path = COMPILED) -> list[Path]:
    """Bring the modules in step with the forms and return those written.

    A module whose form is gone is removed.  Ends the program with what the compiler said if a form
    is not well-formed.
    """
    pairs = list(_pairs(forms, compiled))
    _remove_orphans(compiled, {module for _, module in pairs})
    written = [module for form, module in pairs if _is_stale(form, module)]
    for form, module in pairs:
        if module in written:
            _compile(form, module)
    return written


def _pairs(forms: Path, compiled: Path) -> Iterator[tuple[Path, Path]]:
    for form in sorted(forms.rglob("*.ui")):
        yield form, compiled / form.relative_to(forms).parent / f"ui_{form.stem}.py"


def _is_stale(form: Path, module: Path) -> bool:
    if not module.exists():
        return True
    newest = max(form.stat().st_mtime, Path(__file__).stat().st_mtime)
    return module.stat().st_mtime < newest


def _remove_orphans(compiled: Path, wanted: set[Path]) -> None:
    for module in compiled.rglob("ui_*.py"):
        if module not in wanted:
            module.unlink(missing_ok=True)


def _compile(form: Path, module: Path) -> None:
    run = subprocess.run(
        [_compiler(), "-g", "python", "--no-autoconnection", form],
        capture_output=True,
        check=False,
    )
    if run.returncode:
        sys.exit(f"{form}: {run.stderr.decode(errors='replace')}")
    module.parent.mkdir(parents=True, exist_ok=True)
    package = module.parent / "__init__.py"
    if not package.exists():
        _write(package, b"")
    _write(module, _needed(run.stdout))


def _needed(code: bytes) -> bytes:
    """Leave out of the imports what the form does not use: making each class of Qt costs time."""
    text = code.decode("utf-8")
    head = re.compile(r"from (PySide6\.\w+) import \(([^)]*)\)\n")
    body = head.sub("", text)

    def kept(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found[2]) if re.search(rf"\b{name}\b", body)]
        return f"from {found[1]} import {', '.join(names)}\n" if names else ""

    return head.sub(kept, text).encode("utf-8")


def _write(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "wb") as part:
        part.write(content)
    Path(name).replace(target)


def _compiler() -> Path:
    """Find Qt's ``uic`` itself; the ``pyside6-uic`` script only starts it, ten times as slowly."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        sys.exit("PySide6 is not installed: run `make setup`")
    folder = Path(found.origin).parent
    return folder / "uic.exe" if os.name == "nt" else folder / "Qt" / "libexec" / "uic"


if __name__ == "__main__":
    compile_forms()
