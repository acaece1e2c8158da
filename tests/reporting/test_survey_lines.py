"""研修実施報告書: what a survey made in the course brought."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2

from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.produce import produce
from app.storage.store import Store
from app.surveys import commands, queries
from app.surveys.survey import Answer, AnswerSheetDraft, QuestionDraft, QuestionKind, SurveyDraft
from app.training import commands as training
from tests.training.office import Office

TODAY = date(2026, 7, 10)
ASKED = (
    QuestionDraft("満足度", QuestionKind.SCALE),
    QuestionDraft("知りたいこと", QuestionKind.MULTIPLE, ("傾聴", "除雪")),
    QuestionDraft("ご感想", QuestionKind.FREE),
)


def test_that_the_report_on_a_course_tells_what_its_survey_brought(
    store: Store, tmp_path: Path
) -> None:
    store.do("種別", training.seed_kinds)
    course = Office(store).course()
    request = Request(TODAY, course=course)
    make = document(None, "course-report").make
    assert store.ask(make, request).fields["アンケートの注"] == "アンケートの記録はありません。"
    draft = SurveyDraft("終了時", 2026, handed_out=4, course_id=course)
    survey = store.do("調査", commands.add_survey, draft, ASKED).result
    scale, many, free = store.ask(queries.questions_of, survey)
    for step, text in ((5, "活動を\n見たい"), (4, ""), (None, "")):
        answers = [Answer(scale.id, number=step), Answer(free.id, text=text)]
        if step:
            answers.append(Answer(many.id, options=tuple(one.id for one in many.options)))
        store.do("回答", commands.add_sheet, survey, AnswerSheetDraft(answers=tuple(answers)))

    content = store.ask(make, request)

    assert content.fields["アンケートの注"].startswith("回答票3枚（回収率75.0％）。")
    assert "100％を超える" in content.fields["アンケートの注"]
    lines = [tuple(row.values()) for row in content.lists["アンケート"]]
    assert lines == [
        ("問1　満足度（n=2）", "5", 1, "50.0"),
        *[("", str(step), count, share) for step, count, share in (
            (4, 1, "50.0"), (3, 0, "0.0"), (2, 0, "0.0"), (1, 0, "0.0"),
        )],
        ("", "平均 4.5点", None, ""),
        ("", "無回答", 1, ""),
        ("問2　知りたいこと（n=2）", "傾聴", 2, "100.0"),
        ("", "除雪", 2, "100.0"),
        ("", "無回答", 1, ""),
        ("問3　ご感想（n=1）", "自由記述", 1, ""),
        ("", "無回答", 2, ""),
    ]  # fmt: skip
    assert content.lists["自由記述"] == [{"設問": "問3", "回答": "活動を 見たい"}]
    target = tmp_path / "report.pdf"
    produce(store, document(None, "course-report"), request, target)
    with pypdfium2.PdfDocument(target) as opened:
        text = "".join(page.get_textpage().get_text_range() for page in opened)
    assert "平均4.5点" in text.replace(" ", "")
