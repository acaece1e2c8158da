"""Erasing one person who asked for it, from their card: said, confirmed by their name, done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.person import PersonDraft, PersonId
from app.duplicates import queries as duplicates
from app.gui.contacts.person_card import PersonCardView
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.kernel.progress import Progress
from app.office import queries as office
from app.retention.disposing import WARNING, Disposed, about_backups, erase_person
from app.training import queries as training

_TITLE = "完全に消去"
_WHAT = (
    "「{name}」の記録を、この台帳から完全に消します。本人から消去を求められたときに使います。"
    "使わなくなっただけなら「ごみ箱へ」にしてください。\n\n"
    "消えるもの：氏名・住所・連絡先などの項目{belongings}、この人に統合した記録、"
    "操作の記録に残る名前と内容{kept}\n\n{warning}\n\n{backups}"
)
_KEPT = "\n残るもの：受講の人数と年代（氏名は消えます）"
_ASK = "元に戻せません。よければ「{name}」と、氏名かふりがなを入力してください。"
_DONE = "消去しました。いつ・何を・なぜ消したかを、氏名なしで廃棄記録に残しました。"


class PersonErasing(QObject):
    """The menu その他 of a person's card, and what its one entry does."""

    def __init__(self, page: Page, card: PersonCardView) -> None:
        super().__init__(page)
        self._page = page
        self._card = card
        menu = QMenu(card.ui.moreButton)
        menu.addAction(page.keys.add("この人を完全に消去", "Ctrl+Shift+Del", self.begin))
        card.ui.moreButton.setMenu(menu)

    @Slot()
    def begin(self) -> None:
        """Say what will be gone, ask for the name, and erase whose card is shown."""
        page, person = self._page, self._card.key
        if person is None or not self._card.isVisible():
            page.said.emit("消去する人を、一覧で選んでください。")
            return
        draft = page.store.ask(contacts.drafts, [person])[person]
        if not page.dialogs.confirm(_TITLE, self._told(person, draft), "次へ"):
            return
        word = page.dialogs.ask_text(_TITLE, _ASK.format(name=draft.name))
        if word is not None and _names(word, draft):
            self._erase(person)
        else:
            page.said.emit("入力が氏名と違うため、消去をやめました。何も消していません。")

    def _told(self, person: PersonId, draft: PersonDraft) -> str:
        store = self._page.store
        hanging = store.ask(duplicates.carried, Subject.PERSON, person)
        took_part = store.ask(training.trainings_of, person)
        return _WHAT.format(
            name=draft.name,
            belongings="".join(f"、{one}" for one in hanging),
            kept=_KEPT if took_part else "",
            warning=WARNING,
            backups=about_backups(store.plain),
        )

    def _erase(self, person: PersonId) -> None:
        store, by = self._page.store.plain, self._page.store.ask(office.settings).coordinator

        def work(_progress: Progress) -> Disposed:
            return erase_person(store, person, by=by)

        job = Job(work, title="消去しています", writes=True)
        job.succeeded.connect(self._erased)
        self._page.jobs.start(job)

    @Slot(object)
    def _erased(self, done: Disposed) -> None:
        page = self._page
        page.store.changed.emit(done.tables)
        if page.dialogs.confirm(_TITLE, f"{_DONE}印刷して保管してください。", "廃棄記録を開く"):
            page.wanted.emit(Target("reporting", "document", "disposal-record"))


def _names(word: str, draft: PersonDraft) -> bool:
    """Return whether a typed word is the name or its reading, blanks aside."""
    typed = _solid(word)
    return bool(typed) and typed in (_solid(draft.name), _solid(draft.kana))


def _solid(text: str) -> str:
    return "".join(text.split())
