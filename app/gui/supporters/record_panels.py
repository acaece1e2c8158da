"""Panels on the card of a supporter: 保険, 資格, ボランティアセンターへの登録."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.contacts.person import ConsentItem
from app.gui.contacts.panel_lines import Act, plain
from app.gui.framework.observable_store import ObservableStore
from app.gui.supporters.entry_forms import InsuranceForm, day_edit
from app.gui.supporters.small_form import SmallForm
from app.gui.supporters.supporter_panel import SupporterPanel
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.supporters import commands
from app.supporters.card import InsuranceRow, QualificationRow, SupporterCard
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import CentreDraft, QualificationDraft, SupporterId


def insurance_text(row: InsuranceRow) -> str:
    """Return a cover in words: plan, which days, how it was joined, whether it was handed in."""
    draft = row.draft
    premium = f"{draft.premium:,}円" if draft.premium else ""
    handed = "名簿を提出していません"
    if row.handed_in_on is not None:
        handed = f"名簿の提出 {format_day(row.handed_in_on)}"
    days = f"{format_day(row.covers_from)}～{format_day(row.covers_until)}"
    first = "　".join(part for part in (draft.plan.label, premium, draft.joined_through) if part)
    below = "　".join(part for part in (f"補償 {days}", handed, draft.note) if part)
    return f"{FiscalYear(draft.fiscal_year)}　{first}\n{below}"


class InsurancePanel(SupporterPanel):
    """The covers, year by year; one holds from the day after joining until 31 March."""

    TITLE = "ボランティア活動保険"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self._row: InsuranceRow | None = None
        self._form = InsuranceForm(today, parent=self)
        self.hold(self._form)
        self.add_button("保険の加入を記録…", self._add)

    def list_card(self, card: SupporterCard) -> None:
        """List the covers, the newest year first."""
        if not card.insurances:
            self.lines.say("加入の記録がありません。")
        now = FiscalYear.of(self.today()).start
        for row in card.insurances:
            year = FiscalYear(row.draft.fiscal_year)
            acts = (
                Act("変更", f"{year}の保険を変更する", partial(self._change, row)),
                Act("消す", f"{year}の保険を消す", partial(self._remove, row)),
            )
            self.lines.add(plain(insurance_text(row)), acts, quiet=row.draft.fiscal_year < now)

    def _add(self) -> None:
        self._row = None
        self.begin()

    def _change(self, row: InsuranceRow, _checked: bool = False) -> None:  # noqa: FBT002
        self._row = row
        self.begin()

    def _remove(self, row: InsuranceRow, _checked: bool = False) -> None:  # noqa: FBT002
        label = f"{FiscalYear(row.draft.fiscal_year)}の保険を削除"
        self.store.do(label, commands.remove_insurance, row.id)

    def start(self, card: SupporterCard) -> None:
        """Begin with this year, or with what is written down."""
        year = FiscalYear.of(self.today()).start
        draft = InsuranceDraft(year, self.today())
        if card.insurances:
            draft = replace(card.insurances[0].draft, fiscal_year=year, joined_on=self.today())
        if self._row is not None:
            draft = self._row.draft
        verb = "記録する" if self._row is None else "変更する"
        self._form.begin_draft("ボランティア活動保険への加入", verb, draft)

    def enter(self, card: SupporterCard, draft: InsuranceDraft) -> None:
        """Write the cover down."""
        if self._row is None:
            self.keep("保険の加入", commands.insure, [card.id], draft)
        else:
            self.keep("保険の変更", commands.change_insurance, self._row.id, draft)


class QualificationPanel(SupporterPanel):
    """資格, with the day each one ends."""

    TITLE = "資格"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        self._row: QualificationRow | None = None
        fields = (
            ("name", "資格", QLineEdit()),
            ("number", "番号", QLineEdit()),
            ("obtained_on", "取得した日", day_edit(today, "取得した日")),
            ("expires_on", "有効期限", day_edit(today, "資格の有効期限")),
            ("note", "メモ", QLineEdit()),
        )
        self.hold(SmallForm(fields, parent=self))
        self.add_button("資格を追加…", self._add)

    def list_card(self, card: SupporterCard) -> None:
        """List qualifications; those that ended say so."""
        if not card.qualifications:
            self.lines.say("記録がありません。")
        for row in card.qualifications:
            name = row.draft.name
            acts = (
                Act("変更", f"{name}を変更する", partial(self._change, row)),
                Act("消す", f"{name}を消す", partial(self._remove, row)),
            )
            self.lines.add(plain(self._text(row.draft)), acts)

    def _text(self, draft: QualificationDraft) -> str:
        expires = ""
        if draft.expires_on is not None:
            over = "【期限切れ】" if draft.expires_on < self.today() else ""
            expires = f"{over}期限 {format_day(draft.expires_on)}"
        parts = (draft.name, draft.number, expires, draft.note)
        return "　".join(part for part in parts if part)

    def _add(self) -> None:
        self._row = None
        self.begin()

    def _change(self, row: QualificationRow, _checked: bool = False) -> None:  # noqa: FBT002
        self._row = row
        self.begin()

    def _remove(self, row: QualificationRow, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do(f"資格「{row.draft.name}」を削除", commands.remove_qualification, row.id)

    def start(self, _card: SupporterCard) -> None:
        """Begin a new one, or with what is written down."""
        assert self.form is not None  # held since the beginning
        known = QualificationDraft() if self._row is None else self._row.draft
        self.form.begin("資格", "追加する" if self._row is None else "変更する", known)

    def enter(self, card: SupporterCard, draft: QualificationDraft) -> None:
        """Write the qualification down."""
        if self._row is None:
            self.keep("資格の追加", commands.add_qualification, card.id, draft)
        else:
            self.keep("資格の変更", commands.change_qualification, self._row.id, draft)


class CentrePanel(SupporterPanel):
    """ボランティアセンターへの登録: only with the consent to tell the centre."""

    TITLE = "ボランティアセンターへの登録"

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(store, today, parent)
        fields = (
            ("wished_on", "本人が希望した日", day_edit(today, "本人が希望した日")),
            ("requested_on", "センターへ依頼した日", day_edit(today, "センターへ依頼した日")),
            ("registered_on", "登録された日", day_edit(today, "センターに登録された日")),
            ("number", "センターの登録番号", QLineEdit()),
            ("cancelled_on", "登録をやめた日", day_edit(today, "センターの登録をやめた日")),
            ("note", "メモ", QLineEdit()),
        )
        self.hold(SmallForm(fields, parent=self))
        self.button = self.add_button("", self.begin)

    def list_card(self, card: SupporterCard) -> None:
        """Say how far it has come, and whether the consent is there."""
        centre = card.centre
        days = (
            ("希望", centre.wished_on),
            ("依頼", centre.requested_on),
            ("登録", centre.registered_on),
            ("取消", centre.cancelled_on),
        )
        parts = [f"{word} {format_day(day)}" for word, day in days if day is not None]
        number = f"番号 {centre.number}" if centre.number else ""
        text = "　".join(part for part in (*parts, number, centre.note) if part)
        self.lines.say(text or "登録していません。")
        given = {
            one.consent.item for one in card.person.consents if one.consent.withdrawn_on is None
        }
        if ConsentItem.TO_VOLUNTEER_CENTRE not in given:
            item = ConsentItem.TO_VOLUNTEER_CENTRE.label
            self.lines.say(f"「{item}」の同意の記録がないため、まだ依頼できません。")
        empty = centre == CentreDraft()
        self.button.setText("センターへの登録を記録…" if empty else "変更…")

    def start(self, card: SupporterCard) -> None:
        """Begin with what is written down."""
        assert self.form is not None  # held since the beginning
        self.form.begin("ボランティアセンターへの登録", "記録する", card.centre)

    def enter(self, card: SupporterCard, draft: CentreDraft) -> None:
        """Write it down; emptied, the record goes."""
        supporter: SupporterId = card.id
        self.keep("ボランティアセンターへの登録", commands.set_centre, supporter, draft)
