# ruff: noqa: ARG002
"""Dialogs that answer from a list, and note what they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtPrintSupport import QPrinter


class FakeDialogs:
    """``FakeDialogs(True, Path("a.xlsx"))`` answers those two, in order.

    ``asked`` holds (method, what was said); a question with no answer left fails the test.
    """

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    @property
    def told(self) -> list[str]:
        return [text for method, text in self.asked if method == "tell"]

    def _answer(self, method: str, text: str) -> Any:
        self.asked.append((method, text))
        assert self.answers, f"nobody answers {method}: {text}"
        return self.answers.pop(0)

    def confirm(self, title: str, text: str, yes: str) -> bool:
        return bool(self._answer("confirm", f"{title}\n{text}\n[{yes}]"))

    def tell(self, text: str, details: str = "") -> None:
        self.asked.append(("tell", text))

    def choose(self, title: str, text: str, options: Sequence[str]) -> int | None:
        answer = self._answer("choose", f"{title}\n{text}\n{' / '.join(options)}")
        return options.index(answer) if isinstance(answer, str) else answer

    def choose_several(self, title: str, text: str, options: Sequence[str]) -> list[int] | None:
        answer = self._answer("choose_several", f"{title}\n{text}\n{' / '.join(options)}")
        if answer is True:
            return list(range(len(options)))
        return None if answer is None else [options.index(name) for name in answer]

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        return self._answer("ask_text", f"{title}\n{label}")

    def ask_passphrase(self, title: str, text: str, *, new: bool = False) -> str | None:
        return self._answer("ask_passphrase", f"{title}\n{text}")

    def ask_open_path(self, title: str, kinds: str) -> Path | None:
        return self._answer("ask_open_path", f"{title}\n{kinds}")

    def ask_save_path(self, title: str, name: str, kinds: str) -> Path | None:
        return self._answer("ask_save_path", f"{title}\n{name}\n{kinds}")

    def ask_folder(self, title: str) -> Path | None:
        return self._answer("ask_folder", title)

    def ask_printer(self, pages: int) -> QPrinter | None:
        return self._answer("ask_printer", str(pages))

    def show_bug(self, details: str, logs: Path) -> None:
        self.asked.append(("show_bug", details))
