"""How long the office keeps which data (保存期間), as its contract with the city says."""

from __future__ import annotations

from app.kernel.labelled import Labelled


class DataKind(Labelled):
    """A kind of data with a period of its own."""

    PEOPLE = "people", "連絡先（人）"
    TRAINEES = "trainees", "受講者（サポーター未登録）"
    ORGANISATIONS = "organisations", "連絡先（団体）"
    NOTES = "notes", "連絡の記録"
    ATTACHMENTS = "attachments", "添付ファイル"
    EXPORTS = "exports", "提供記録"
    HISTORY = "history", "操作の記録"


DEFAULT_YEARS = dict.fromkeys(DataKind, 5) | {DataKind.TRAINEES: 2}
"""Fiscal years after the one the data was last used in, until the office sets its own."""
