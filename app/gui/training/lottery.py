"""Drawing lots (抽選): the number it is drawn with is asked, recorded and shown.

Whoever draws again with the same number gets the same order, so it may be chosen by a witness.
"""

from __future__ import annotations

from app.gui.framework.page import Page
from app.kernel.wareki import format_day
from app.training import commands, queries
from app.training.course import CourseId

_ASKED = (
    "抽選の番号（数字）を決めてください。同じ番号で行うと、だれが行っても同じ結果になります。"
    "立ち会う方に決めてもらうと公正です。"
)


class Lottery:
    """Asks what has to be asked, draws, and says what came of it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._store = page.store

    def draw(self, course: CourseId) -> None:
        """Draw among the received applications; a second time only when that is meant."""
        card = self._store.ask(queries.course, course)
        dialogs = self._page.dialogs
        again = card.lottery_seed is not None
        if again and not dialogs.confirm(
            "再抽選",
            f"この講座は番号{card.lottery_seed}で抽選済みです。受講を決定した方はそのままに、"
            "空いた定員について受付とキャンセル待ちの方でもう一度抽選しますか。",
            "再抽選する",
        ):
            return
        typed = dialogs.ask_text("抽選", _ASKED, f"{self._page.today:%Y%m%d}")
        if typed is None:
            return
        if not typed.isdecimal():
            self._page.said.emit("抽選の番号は数字で入力してください。")
            return
        label = f"{'再抽選' if again else '抽選'}（番号{int(typed)}）"
        today = self._page.today
        done = self._store.do(label, commands.draw_lots, course, int(typed), today, again=again)
        if done is not None:
            drawn = done.result
            dialogs.tell(
                f"番号{int(typed)}で抽選しました。\n"
                f"受講決定 {len(drawn.accepted)}名（受講番号は五十音順）\n"
                f"キャンセル待ち {len(drawn.waiting)}名（抽選の順）\n"
                "抽選の順番は一覧の「順番」に出ています。結果は「元に戻す」で取り消せます。"
            )

    def told(self, course: CourseId) -> str:
        """Say when lots were drawn and with which number, or nothing."""
        card = self._store.ask(queries.course, course)
        if card.lottery_seed is None or card.lottery_on is None:
            return ""
        return f"抽選 {format_day(card.lottery_on, '4月1日(水)')}・番号{card.lottery_seed}"
