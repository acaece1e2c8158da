from __future__ import annotations

from datetime import date

from app.contacts.consent_rule import NEEDED_BY, lacking
from app.contacts.person import ConsentDraft, ConsentItem
from app.reporting.documents import DOCUMENTS

DAY = date(2026, 4, 1)


def test_that_what_is_lacking_is_said_with_what_follows() -> None:
    given = [ConsentDraft(ConsentItem.PURPOSE, DAY)]
    assert lacking([*given, ConsentDraft(ConsentItem.MAILINGS, DAY)]) == ()
    (never,) = lacking(given)
    assert "記録がありません" in never
    taken = [ConsentDraft(one, DAY, withdrawn_on=DAY) for one in ConsentItem]
    assert len(lacking(taken)) == len(ConsentItem)
    assert any("宛名・案内状から除かれます" in text for text in lacking(taken))
    anew = [ConsentDraft(one, DAY) for one in ConsentItem]
    assert lacking([*taken, *anew]) == ()


def test_that_the_documents_are_those_of_the_catalogue() -> None:
    assert set(NEEDED_BY) <= {one.id for one in DOCUMENTS}
