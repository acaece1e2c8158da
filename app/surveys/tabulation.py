"""Counting answers: each question by itself, and one across another, a district or a kind.

No answer (無回答) is never counted as one: shares are of those who answered (n).  Every number
names the sheets it counts.  Where several answers may be ticked a sheet stands in several rows,
so a sum is the number of sheets and not that of the ticks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from app.kernel.errors import Refusal
from app.kernel.figure import Counted, Figure
from app.kernel.labelled import Labelled
from app.surveys.survey import SCALE, Answer, AnswerSheetId, Question, QuestionId, QuestionKind

NO_ANSWER = "無回答"
UNKNOWN = "不明"
OVER_A_HUNDRED = "いくつでも選べる設問のため、割合の合計は100％を超えることがあります。"


class CrossBy(Labelled):
    """What a question is crossed with besides another question."""

    DISTRICT = "district", "圏域"
    ORGANISATION_KIND = "organisation_kind", "団体種別"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is counted."""

    id: AnswerSheetId
    number: int
    district: str
    organisation_kind: str
    answers: Mapping[QuestionId, Answer]


@dataclass(frozen=True, slots=True)
class Tally:
    """An answer to choose from and the sheets that chose it."""

    label: str
    figure: Figure
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class FreeText:
    """What somebody wrote."""

    sheet: AnswerSheetId
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was answered to one question.

    ``answered`` is n; ``mean`` and ``middle`` (the median) are of a scale or of numbers,
    ``total`` of numbers.
    """

    question: Question
    answered: Figure
    blank: Figure
    tallies: tuple[Tally, ...] = ()
    mean: Fraction | None = None
    middle: Fraction | None = None
    total: int | None = None
    texts: tuple[FreeText, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What a survey brought; ``rate`` is that of return, where it is known how many went out."""

    sheets: Figure
    handed_out: int | None
    questions: tuple[QuestionResult, ...]

    @property
    def rate(self) -> Fraction | None:
        return Fraction(self.sheets.count, self.handed_out) if self.handed_out else None


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One answer by the columns; ``total`` is that of all columns, each sheet once."""

    label: str
    cells: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class CrossTable:
    """One question across something else.

    ``answered`` has the n of each column, of which the shares are, and ``blank`` those of the
    column who did not answer.
    """

    question: Question
    by: str
    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]
    answered: CrossRow
    blank: CrossRow
    notes: tuple[str, ...]

    def share(self, row: CrossRow, column: int | None = None) -> Fraction | None:
        """Return the share of a row in a column's n, or in the whole n; nothing where n is 0."""
        part = row.total if column is None else row.cells[column]
        whole = self.answered.total if column is None else self.answered.cells[column]
        return Fraction(part.count, whole.count) if whole.count else None


def tabulated(
    questions: Sequence[Question], sheets: Sequence[Sheet], handed_out: int | None = None
) -> Results:
    """Return what was answered to each question."""
    return Results(
        _figure(sheets), handed_out, tuple(_result(question, sheets) for question in questions)
    )


def crossed(
    question: Question,
    by: Question | CrossBy,
    sheets: Sequence[Sheet],
    groups: Sequence[str] = (),
) -> CrossTable:
    """Return a question across another, or across what the sheets are of.

    ``groups`` are the names of districts or kinds in the order of their master.  Raises
    ``Refusal`` for numbers and free text, which have no answers to choose from.
    """
    columns = _columns(by, sheets, groups)
    answered = [one for one in sheets if _counts(question, one)]

    def row(label: str, some: Sequence[Sheet]) -> CrossRow:
        cells = tuple(_figure(one for one in some if belongs(one)) for belongs in columns.values())
        return CrossRow(label, cells, _figure(some))

    several = [one for one in (question, by) if isinstance(one, Question)]
    return CrossTable(
        question=question,
        by=by.label,
        columns=tuple(columns),
        rows=tuple(
            row(label, [one for one in answered if chose(one)])
            for label, chose in _categories(question).items()
        ),
        answered=row("回答数（n）", answered),
        blank=row(NO_ANSWER, [one for one in sheets if not _counts(question, one)]),
        notes=_notes(several),
    )


_Chose = Callable[[Sheet], bool]


def _result(question: Question, sheets: Sequence[Sheet]) -> QuestionResult:
    answered = [one for one in sheets if _counts(question, one)]
    given = [one.answers[question.id] for one in answered]
    numbers = [one.number for one in given if one.number is not None]
    tallies: tuple[Tally, ...] = ()
    if question.kind.is_choice or question.kind is QuestionKind.SCALE:
        tallies = tuple(
            _tally(label, [one for one in answered if chose(one)], len(answered))
            for label, chose in _categories(question).items()
        )
    return QuestionResult(
        question=question,
        answered=_figure(answered),
        blank=_figure(one for one in sheets if not _counts(question, one)),
        tallies=tallies,
        mean=Fraction(sum(numbers), len(numbers)) if numbers else None,
        middle=Fraction(median(map(Fraction, numbers))) if numbers else None,
        total=sum(numbers) if question.kind is QuestionKind.NUMBER else None,
        texts=_texts(question, sheets),
        note="".join(_notes([question])),
    )


def _texts(question: Question, sheets: Sequence[Sheet]) -> tuple[FreeText, ...]:
    said = ((one, one.answers.get(question.id)) for one in sheets)
    return tuple(
        FreeText(one.id, one.number, answer.text) for one, answer in said if answer and answer.text
    )


def _tally(label: str, some: Sequence[Sheet], whole: int) -> Tally:
    return Tally(label, _figure(some), Fraction(len(some), whole) if whole else None)


def _counts(question: Question, sheet: Sheet) -> bool:
    """Return whether a sheet answers a question; words beside a choice are no choice."""
    answer = sheet.answers.get(question.id)
    if answer is None:
        return False
    if question.kind.is_choice:
        return bool(answer.options)
    return bool(answer.text) if question.kind is QuestionKind.FREE else answer.number is not None


def _columns(
    by: Question | CrossBy, sheets: Sequence[Sheet], groups: Sequence[str]
) -> Mapping[str, _Chose]:
    if isinstance(by, Question):
        columns = _categories(by)
        rest, is_rest = NO_ANSWER, _negated(by)
    else:
        found = {_group(by, one) for one in sheets}
        columns = {name: _of(by, name) for name in groups if name in found}
        rest, is_rest = UNKNOWN, _of(by, "")
    return columns | ({rest: is_rest} if any(map(is_rest, sheets)) else {})


def _categories(question: Question) -> dict[str, _Chose]:
    if question.kind.is_choice:
        return {one.text: _chose_option(question, one.id) for one in question.options}
    if question.kind is QuestionKind.SCALE:
        return {str(step): _chose_step(question, step) for step in reversed(SCALE)}
    raise Refusal(
        f"{question.label}は「{question.kind.label}」の設問なので、クロス集計に使えません。"
        "選ぶ設問か5段階の設問を選んでください。"
    )


def _chose_option(question: Question, option: int) -> _Chose:
    def chose(sheet: Sheet) -> bool:
        answer = sheet.answers.get(question.id)
        return answer is not None and option in answer.options

    return chose


def _chose_step(question: Question, step: int) -> _Chose:
    def chose(sheet: Sheet) -> bool:
        answer = sheet.answers.get(question.id)
        return answer is not None and answer.number == step

    return chose


def _negated(question: Question) -> _Chose:
    return lambda sheet: not _counts(question, sheet)


def _of(by: CrossBy, name: str) -> _Chose:
    return lambda sheet: _group(by, sheet) == name


def _group(by: CrossBy, sheet: Sheet) -> str:
    return sheet.district if by is CrossBy.DISTRICT else sheet.organisation_kind


def _notes(questions: Sequence[Question]) -> tuple[str, ...]:
    return (OVER_A_HUNDRED,) if any(one.kind is QuestionKind.MULTIPLE for one in questions) else ()


def _figure(sheets: Iterable[Sheet]) -> Figure:
    return Figure(Counted.ANSWER_SHEET, tuple(one.id for one in sheets))
