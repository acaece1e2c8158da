"""Draw our forms into ``resources/forms``.

    python -m tools.draw_forms            draws all
    python -m tools.draw_forms --check    ends with 1 if a committed form differs from its drawing

The same drawing gives the same workbook, so a change to a form is a change to a script that can
be read; the workbook itself is what the program uses and what the office may change in Excel.
Parts are compared, not files: how small a zip file becomes differs between systems.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.documents.envelope_form import envelope_form
from app.documents.label_sheet import LABEL_SHEETS, label_form
from tools.drawn_forms import (
    accounts,
    activities,
    annual,
    attendance,
    cards,
    certificate,
    council,
    daily_log,
    handover,
    help_request,
    issues,
    letter,
    monthly,
    plans,
    privacy,
    reception,
    report,
    resources,
    results,
    roster,
    supporters,
    survey,
    tags,
)

FOLDER = Path(__file__).parents[1] / "resources" / "forms"
FORMS: dict[str, Callable[[], bytes]] = {
    "attendance-sheet.xlsx": attendance.five,
    "attendance-sheet-6.xlsx": attendance.six,
    "reception-sheet.xlsx": reception.draw,
    "trainee-roster.xlsx": roster.roster,
    "name-tags.xlsx": tags.draw,
    "certificate.xlsx": certificate.draw,
    "certificate-register.xlsx": roster.register,
    "course-report.xlsx": report.draw,
    "labels.xlsx": partial(label_form, LABEL_SHEETS[0]),
    "envelopes.xlsx": partial(envelope_form, "long3", portrait=True),
    "letter.xlsx": letter.draw,
    "consent-form.xlsx": privacy.consent,
    "export-register.xlsx": privacy.exports,
    "disposal-record.xlsx": privacy.disposals,
    "resource-list.xlsx": resources.inside,
    "resource-list-public.xlsx": resources.public,
    "resource-list-a3.xlsx": resources.inside_large,
    "resource-list-public-a3.xlsx": resources.public_large,
    "resource-map.xlsx": resources.map_key,
    "supporter-roster.xlsx": supporters.roster,
    "supporter-introduction.xlsx": supporters.introduction,
    "insurance-roster.xlsx": supporters.insurance,
    "registration-card.xlsx": cards.draw,
    "help-request.xlsx": help_request.draw,
    "assignment-sheet.xlsx": activities.assignment,
    "activity-slip.xlsx": activities.slip,
    "match-results.xlsx": results.draw,
    "monthly-report.xlsx": monthly.draw,
    "annual-report.xlsx": annual.draw,
    "daily-log.xlsx": daily_log.draw,
    "daily-log-month.xlsx": daily_log.month,
    "handover.xlsx": handover.draw,
    "national-survey.xlsx": survey.draw,
    "council-notice.xlsx": council.notice,
    "council-members.xlsx": council.members,
    "council-minutes.xlsx": council.minutes,
    "council-minutes-full.xlsx": council.full_minutes,
    "care-meetings.xlsx": council.care_meetings,
    "annual-plan.xlsx": plans.annual_plan,
    "plan-and-review.xlsx": plans.plan_and_review,
    "budget.xlsx": accounts.budget,
    "settlement.xlsx": accounts.settlement,
    "issue-list.xlsx": issues.draw,
}


def changed() -> list[str]:
    """Return the forms that differ from what their script draws."""
    return [
        name
        for name, draw in FORMS.items()
        if not (FOLDER / name).is_file() or parts((FOLDER / name).read_bytes()) != parts(draw())
    ]


def parts(workbook: bytes) -> dict[str, bytes]:
    """Return what a workbook holds, by the names of its parts."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def main() -> int:
    """Draw, or check."""
    if "--check" in sys.argv[1:]:
        different = changed()
        print("\n".join(different) or "every form is as it is drawn")
        return 1 if different else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, draw in FORMS.items():
        (FOLDER / name).write_bytes(draw())
        print(name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
