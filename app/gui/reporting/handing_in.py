"""Handing a document in from the window: asked how and to whom, frozen, numbered, saved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.whole_file import write_whole
from app.gui.framework.jobs import Job
from app.gui.framework.page import Page
from app.kernel.progress import Progress
from app.office import queries as office
from app.reporting.catalogue import Document, Request
from app.reporting.heading import addressee
from app.reporting.submitting import SubmitDraft, Submitted, submit
from app.storage.store import Store
from app.submissions import queries
from app.submissions.queries import SubmissionRow
from app.submissions.submission import LetterWay, SubmissionId

TABLES = frozenset({"submission", "submission_file", "letter", "export_record"})
"""What a submission writes."""
_WAYS = (LetterWay.EMAIL, LetterWay.HAND, LetterWay.POST, LetterWay.FAX)


class HandingIn(QObject):
    """Asks, and works off the window's thread; ``handed`` carries the key of the submission."""

    handed = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._title = ""

    def begin(self, document: Document, request: Request, told: str = "") -> None:
        """Ask how it goes and to whom, then keep it; ``told`` is said with the first question."""
        page = self._page
        said = "いまの数字・文章・ファイルを、提出したものとして保存し、文書番号を付けます。"
        way = page.dialogs.choose(
            f"「{document.name}」を提出する",
            "\n".join(part for part in (said, told, "提出の方法を選んでください。") if part),
            [one.label for one in _WAYS],
        )
        if way is None:
            return
        partner = page.dialogs.ask_text(
            "宛先", "収発簿に書く宛先", addressee(page.store.ask(office.settings))
        )
        if partner is None:
            return
        draft = SubmitDraft(_WAYS[way], partner)
        job = Job(
            partial(_hand_in, page.store.plain, document, request, draft),
            title="提出版を作っています",
            writes=True,
        )
        job.succeeded.connect(self._handed_in)
        page.jobs.start(job)

    @Slot(object)
    def _handed_in(self, submitted: Submitted) -> None:
        page = self._page
        row = page.store.ask(queries.submission, submitted.id)
        page.store.changed.emit(TABLES)
        page.store.done.emit(f"{row.title}を提出")
        self.handed.emit(submitted.id)
        self.offer_files(row)

    def offer_files(self, row: SubmissionRow) -> None:
        """Offer to save the files of a submission, as they were handed in, into a folder."""
        page = self._page
        if page.dialogs.confirm(
            f"提出しました　文書番号 {row.letter_number}",
            "提出したPDFとExcelを、送るためにフォルダーへ保存しますか。"
            "あとから「提出と訂正」でも、同じファイルを取り出せます。",
            "フォルダーを選ぶ",
        ) and (folder := page.dialogs.ask_folder("提出したファイルの保存先")):
            job = Job(
                partial(_save, page.store.plain, row, folder), title="ファイルを保存しています"
            )
            job.succeeded.connect(self._saved)
            page.jobs.start(job)

    @Slot(object)
    def _saved(self, saved: Sequence[Path]) -> None:
        names = "」「".join(one.name for one in saved)
        self._page.said.emit(f"「{names}」を保存しました。")


def file_name(row: SubmissionRow, kind: str) -> str:
    """Return what the file of a submission is called: its title and its number."""
    parts = (row.title.replace("　", " "), row.letter_number.replace("/", "-"))
    return f"{' '.join(part for part in parts if part)}.{kind}"


def _hand_in(
    store: Store, document: Document, request: Request, draft: SubmitDraft, _progress: Progress
) -> Submitted:
    return submit(store, document, request, draft)


def _save(store: Store, row: SubmissionRow, folder: Path, progress: Progress) -> list[Path]:
    saved = []
    for number, kind in enumerate(row.formats):
        progress.step(number, len(row.formats))
        saved.append(take_out(store, row.id, kind, folder / file_name(row, kind)))
    return saved


def take_out(store: Store, key: SubmissionId, kind: str, target: Path) -> Path:
    """Write a file as it was handed in; ``Refusal`` where it is not what it was."""
    write_whole(target, store.ask(queries.frozen_file, key, kind))
    return target
