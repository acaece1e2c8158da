"""argparse, saying what it has to say in Japanese."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

JSON_HELP = "JSON で表示します（形は docs/command-line.md）"

_SAYINGS = (
    (r"the following arguments are required: (.+)", r"\1 を指定してください。"),
    (r"unrecognized arguments: (.+)", r"\1 は使えません。"),
    (
        r"argument (.+): invalid choice: '(.*)' \(choose from (.*)\)",
        r"\2 は使えません。使えるのは \3 です。",
    ),
    (r"argument (.+): expected one argument", r"\1 の後に値を書いてください。"),
    (r"argument (.+): expected at least one argument", r"\1 の後に値を書いてください。"),
    (r"argument (.+): invalid \w+ value: '(.*)'", r"\1 の値「\2」を読み取れません。"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 と \2 は同時に指定できません。"),
    (r"one of the arguments (.+) is required", r"\1 のどれかを指定してください。"),
)


class _JapaneseFormatter(argparse.RawDescriptionHelpFormatter):
    """Puts 使い方 where argparse puts usage."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "使い方: " if prefix is None else prefix)


class JapaneseParser(argparse.ArgumentParser):
    """An ArgumentParser whose help and whose complaints are Japanese."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _JapaneseFormatter)
        super().__init__(**settings, add_help=False, allow_abbrev=False)
        self._positionals.title = "指定するもの"
        self._optionals.title = "オプション"
        self.add_argument("-h", "--help", action="help", help="この説明を表示します")

    def error(self, message: str) -> NoReturn:
        """Say in Japanese what is missing, and leave with the code for a refusal."""
        for pattern, saying in _SAYINGS:
            message = re.sub(f"^{pattern}$", saying, message)
        print(f"{message}\n「{self.prog} --help」で使い方を確かめられます。", file=sys.stderr)
        raise SystemExit(2)
