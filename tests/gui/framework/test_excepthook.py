from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from app.gui.framework.excepthook import Reporter
from app.kernel.errors import Cancelled, Refusal
from tests.gui.fake_dialogs import FakeDialogs


def inner() -> None:
    raise KeyError("見本　花子")


def outer() -> None:
    try:
        inner()
    except KeyError as error:
        raise ValueError("電話 0138-00-0000") from error


def fault() -> Exception:
    with pytest.raises(ValueError, match="電話") as caught:
        outer()
    return caught.value


def test_that_a_fault_is_logged_and_shown_without_names(
    caplog: pytest.LogCaptureFixture,
) -> None:
    dialogs = FakeDialogs()
    with caplog.at_level(logging.ERROR):
        Reporter(dialogs, Path("logs"), "1.2.3").report(fault())
    ((method, details),) = dialogs.asked
    assert method == "show_bug"
    assert "1.2.3" in details
    assert "花子" not in details + caplog.text


def test_that_a_refusal_nobody_caught_is_told_and_a_cancel_is_not() -> None:
    dialogs = FakeDialogs()
    reporter = Reporter(dialogs, Path("logs"), "")
    reporter.report(Refusal("講座名を入力してください。"))
    reporter.report(Cancelled())
    assert dialogs.asked == [("tell", "講座名を入力してください。")]


def test_that_a_fault_while_one_is_shown_is_only_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Repainting(FakeDialogs):
        def show_bug(self, details: str, logs: Path) -> None:
            super().show_bug(details, logs)
            reporter.report(fault())

    dialogs = Repainting()
    reporter = Reporter(dialogs, Path("logs"), "")
    with caplog.at_level(logging.ERROR):
        reporter.report(fault())
    assert len(dialogs.asked) == 1
    assert caplog.text.count("fault:") == 2


def test_that_it_becomes_the_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    dialogs = FakeDialogs()
    Reporter(dialogs, Path("logs"), "").install()
    error = Refusal("できません。")
    sys.excepthook(Refusal, error, None)
    assert dialogs.told == ["できません。"]
