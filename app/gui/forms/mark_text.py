"""What is written for a cell that was pointed at: a field, how it is written, how a list goes on.

A text that says more than that (``第{{回次}}回``) was written by hand and is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.form.choices import TICK
from app.documents.form.formats import is_format
from app.documents.form.tags import Marks, read_tags

FORMATS = (
    ("", "そのまま"),
    ("敬称", "様を付ける"),
    ("殿", "殿を付ける"),
    ("御中", "御中を付ける"),
    ("先生", "先生を付ける"),
    ("令和8年4月1日", "令和8年4月1日"),
    ("令和8年4月1日(水)", "令和8年4月1日(水)"),
    ("令和八年四月一日", "令和八年四月一日"),
    ("R8.4.1", "R8.4.1"),
    ("4月1日(水)", "4月1日(水)"),
    ("4/1(水)", "4/1(水)"),
    ("4/1", "4/1"),
    ("2026/4/1", "2026/4/1"),
    ("カンマ", "1,234（カンマ）"),
    ("千円", "千円の単位"),
    ("△", "マイナスを△に"),
    ("円", "1,234円"),
    ("〒", "〒を付ける"),
    ("全角", "数字を全角に"),
    ("半角", "数字を半角に"),
    ("漢数字", "漢数字に"),
    ("選択", "□に印を付ける"),
    ("QR", "QRコードの絵に"),
)
"""The formats that can be chosen from a list, each as it is written and as it is told."""


@dataclass(frozen=True, slots=True)
class MarkText:
    """One field in a cell of its own.

    ``frames`` is the number of drawn places of a list; with none, the list grows.  ``before`` is
    what the form draws in the cell, kept for a format that ticks one of its boxes.
    """

    field: str
    format: str = ""
    frames: int = 0
    before: str = ""

    @property
    def list_name(self) -> str:
        """The list the field belongs to, or nothing."""
        return self.field.partition(".")[0] if "." in self.field else ""

    @property
    def text(self) -> str:
        """The text as it stands for the cell."""
        bar = f"|{self.format}" if self.format else ""
        control = f"{{{{*{self.list_name} 枠{self.frames}}}}}" if self.frames else ""
        before = self.before if self.format == TICK else ""
        return f"{before}{{{{{self.field}{bar}}}}}{control}"


def tag_text(field: str) -> str:
    """Return a field as it is typed into a cell: ``{{氏名}}``."""
    return MarkText(field).text


def read_mark(text: str) -> MarkText | None:
    """Return what a text says, or nothing where it says more than can be chosen."""
    marks = read_tags(text)
    if len(marks.tags) != 1:
        return None
    (tag,) = marks.tags
    frames = sum(control.frames for control in marks.controls)
    made = MarkText(tag.label, "|".join(tag.formats), frames, text[: tag.start])
    return made if made.text == text else None


def label_of(text: str) -> str:
    """Return a text with tags as it is shown over its cell: the braces would only be in the way."""
    marks = read_tags(text)
    shown = text
    pieces = [(one.start, one.end, "") for one in marks.controls]
    alone = _is_alone(text, marks)
    pieces += [
        (one.start, one.end, one.label if alone else f"〔{one.label}〕") for one in marks.tags
    ]
    for start, end, label in sorted(pieces, reverse=True):
        shown = shown[:start] + label + shown[end:]
    return shown.strip()


def _is_alone(text: str, marks: Marks) -> bool:
    covered = sum(tag.end - tag.start for tag in marks.tags)
    covered += sum(control.end - control.start for control in marks.controls)
    return len(marks.tags) == 1 and covered == len(text.strip())


def problem_of(text: str, known: frozenset[str]) -> str:
    """Say what is wrong with a text typed by hand; nothing where it can be used."""
    marks = read_tags(text)
    if not marks.tags and not marks.controls:
        return "項目がありません。{{氏名}} のように、項目を二重のかっこで囲んでください。"
    for tag in marks.tags:
        if tag.label not in known:
            return f"「{tag.label}」という項目は、この書類にありません。"
        for name in tag.formats:
            if not is_format(name):
                return f"書式「{name}」は使えません。"
    unknown = [word for control in marks.controls for word in control.unknown]
    return f"一覧の指定「{unknown[0]}」は使えません。" if unknown else ""
