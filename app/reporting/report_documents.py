"""The reports of the coordinator in the catalogue, and what hands the work over."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.reporting import (
    annual_examples,
    annual_report,
    daily_log,
    daily_log_examples,
    handover,
    handover_examples,
    monthly_examples,
    monthly_report,
    national_survey,
    survey_examples,
)
from app.reporting.catalogue import Ask, Document

REPORTS = (
    Document(
        "daily-log",
        "活動日報",
        (Ask.DAY, Ask.SPAN),
        daily_log.make,
        daily_log_examples.DAILY_LOG,
        frozenset({"期間"}),
        has_order=False,
    ),
    Document(
        "monthly-report",
        "月次業務報告書",
        (Ask.YEAR, Ask.MONTH),
        monthly_report.make,
        monthly_examples.MONTHLY_REPORT,
        frozenset({"報告月"}),
        has_order=False,
    ),
    Document(
        "annual-report",
        "年次業務報告書",
        (Ask.YEAR,),
        annual_report.make,
        annual_examples.ANNUAL_REPORT,
        frozenset({"業務別.実績"}),
        has_order=False,
    ),
)
OTHERS = (
    Document(
        "handover",
        "引継書",
        (),
        handover.make,
        handover_examples.HANDOVER,
        has_order=False,
    ),
    Document(
        "national-survey",
        "国調査回答シート",
        (Ask.YEAR,),
        national_survey.make,
        survey_examples.NATIONAL_SURVEY,
        frozenset({"構成員.選択肢"}),
        has_order=False,
    ),
)

_NAMED_BY_MASTERS = {"monthly-report": monthly_examples.names_of_office}


def with_office_names(session: Session, one: Document) -> Document:
    """Return a document with the fields that bear the names of the office's own masters."""
    names = _NAMED_BY_MASTERS.get(one.id)
    return one if names is None else replace(one, example={**one.example, **names(session)})
