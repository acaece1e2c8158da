"""A Designer file holds layout, texts, tab order, buddies and shortcuts, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.gui.compiled.__main__ import compile_forms

FORMS_FOLDER = Path(__file__).parents[2] / "resources" / "ui"
FORMS = sorted(FORMS_FOLDER.rglob("*.ui"))

SMALL_FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Small</class><widget class="QWidget" name="Small">
<property name="windowTitle"><string>小さな画面</string></property></widget></ui>
"""


def test_that_forms_hold_no_connections_and_no_style() -> None:
    unwanted = ".//connections/connection", ".//property[@name='styleSheet']"
    found = [
        (form.relative_to(FORMS_FOLDER).as_posix(), path)
        for form in FORMS
        for path in unwanted
        if ElementTree.parse(form).getroot().find(path) is not None
    ]
    assert found == []


def test_that_a_form_is_compiled_once_and_again_only_when_changed(tmp_path: Path) -> None:
    forms, compiled = tmp_path / "ui", tmp_path / "compiled"
    form = forms / "people" / "small.ui"
    form.parent.mkdir(parents=True)
    form.write_text(SMALL_FORM, encoding="utf-8")
    module = compiled / "people" / "ui_small.py"

    assert compile_forms(forms, compiled) == [module]
    assert "connectSlotsByName" not in module.read_text(encoding="utf-8")
    assert (module.parent / "__init__.py").is_file()
    assert compile_forms(forms, compiled) == []

    later = module.stat().st_mtime + 10
    os.utime(form, (later, later))
    assert compile_forms(forms, compiled) == [module]


def test_that_the_module_of_a_form_that_is_gone_is_removed(tmp_path: Path) -> None:
    forms, compiled = tmp_path / "ui", tmp_path / "compiled"
    forms.mkdir()
    (forms / "small.ui").write_text(SMALL_FORM, encoding="utf-8")
    compile_forms(forms, compiled)
    (forms / "small.ui").unlink()

    compile_forms(forms, compiled)

    assert list(compiled.glob("ui_*.py")) == []


def test_that_a_broken_form_ends_with_its_name(tmp_path: Path) -> None:
    forms = tmp_path / "ui"
    forms.mkdir()
    (forms / "broken.ui").write_text("<ui><widget>", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"broken\.ui"):
        compile_forms(forms, tmp_path / "compiled")
