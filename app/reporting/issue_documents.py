"""The document of local issues in the catalogue: 地域課題一覧."""

from __future__ import annotations

from app.reporting import issue_examples, issue_list
from app.reporting.catalogue import Ask, Document

DOCUMENTS = (
    Document(
        "issue-list",
        "地域課題一覧",
        (Ask.YEAR,),
        issue_list.make,
        issue_examples.ISSUE_LIST,
        frozenset({"課題.件名"}),
        has_order=False,
    ),
)
