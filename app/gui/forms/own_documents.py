"""Adding, renaming and dropping the documents of the office's own (自分の書類)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.forms import commands
from app.forms.edition import Basis, own_id
from app.gui.compiled.forms.ui_forms_page import Ui_FormsPage
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore

_BASES = {
    Basis.PERSON: "連絡先の方お一人について（氏名・住所など）",
    Basis.COURSE: "研修について（講座・受講者など）",
    Basis.OFFICE: "事務所について（年度・事務所名など）",
}


class OwnDocuments(QObject):
    """Each is asked for with its name and what it is about; all of it can be undone."""

    def __init__(self, ui: Ui_FormsPage, store: ObservableStore, dialogs: Dialogs) -> None:
        super().__init__(ui.formList)
        self._ui, self._store, self._dialogs = ui, store, dialogs
        ui.renameButton.clicked.connect(self.rename)
        ui.dropButton.clicked.connect(self.drop)

    @Slot()
    def add(self) -> None:
        """Ask what a document is called and what it is about, and add it."""
        name = self._dialogs.ask_text("自分の書類を追加", "書類の名前（例：負担限度額認定申請書）")
        if not name:
            return
        chosen = self._dialogs.choose(
            "自分の書類を追加", f"「{name}」は、何についての書類ですか。", tuple(_BASES.values())
        )
        if chosen is None:
            return
        basis = tuple(_BASES)[chosen]
        done = self._store.do(f"書類「{name}」を追加", commands.add_own_document, name, basis)
        if done is not None:
            self._ui.formList.choose(f"own-{done.result}")

    @Slot()
    def rename(self) -> None:
        """Call the chosen document something else."""
        own, before = self._chosen()
        if own is None:
            return
        name = self._dialogs.ask_text("書類の名前を変える", "書類の名前", before)
        if name:
            label = f"書類の名前を「{name}」に変更"
            self._store.do(label, commands.rename_own_document, own, name)

    @Slot()
    def drop(self) -> None:
        """Take the chosen document away with its forms; that can be undone."""
        own, name = self._chosen()
        if own is not None:
            self._store.do(f"書類「{name}」をなくす", commands.remove_own_document, own)

    def _chosen(self) -> tuple[int | None, str]:
        line = self._ui.formList.line()
        return (None, "") if line is None else (own_id(line.document.id), line.document.name)
