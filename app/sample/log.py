"""The daily log of the sample office: what the program offers, and what else fills the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.contacts.organisation_card import OrganisationRow
from app.daily_log import commands
from app.daily_log.log_entry import LogDayDraft, LogEntryDraft, Means, SupportSort, With
from app.duties import queries as duties
from app.matching.match_way import working_day
from app.office import queries as office
from app.reporting.log_offers import offers
from app.sample.diary import Diary

_WORK: tuple[tuple[str, str, Means, str, str], ...] = (
    ("①", "その他会議・委員会", Means.MEETING, "協議体の打合せ", "次回の議題と資料を決めた。"),
    ("②", "第2層SC支援・連絡会", Means.MEETING, "第2層連絡会", "各圏域の取り組みを共有した。"),
    ("②", "第2層SC支援・連絡会", Means.CALL, "第2層からの相談", "担い手の探し方を助言した。"),
    ("③", "企業・団体連携", Means.VISIT, "企業への協力依頼", "見守りへの協力を依頼した。"),
    ("③", "訪問・ヒアリング", Means.VISIT, "町会への訪問", "困りごとと活動の様子を聞いた。"),
    (
        "④",
        "普及啓発（講演・出前講座・広報・取材）",
        Means.TRAINING,
        "出前講座",
        "支えあいの話をした。",
    ),
    ("⑤", "サポーター面談・登録", Means.CAME, "サポーターの面談", "活動の希望を聞いた。"),
    ("⑤", "活動先フォロー", Means.CALL, "活動先への連絡", "困ったことがないか確かめた。"),
    ("⑥", "来所・電話相談対応", Means.CALL, "相談の電話", "生活の困りごとを聞いた。"),
    ("⑥", "訪問・ヒアリング", Means.VISIT, "サロンへの訪問", "参加者の声を聞いた。"),
    ("⑥", "資源調査・確認", Means.WRITTEN, "資源の情報の照会", "開催の曜日を確かめた。"),
    ("⑦", "立ち上げ・運営支援", Means.VISIT, "通いの場の立ち上げ支援", "会場と日程を相談した。"),
    ("⑧", "その他会議・委員会", Means.MEETING, "市との打合せ", "全市の課題を共有した。"),
    ("⑧", "事務・報告書作成", Means.DESK, "月次報告の作成", "前月の活動をまとめた。"),
)
_NEXT = ("資料を送る", "もう一度電話する", "町会長へ結果を伝える", "次の会議で報告する")
_WEATHER = ("晴れ", "くもり", "雨", "晴れのち雪", "雪")
_SNOW_BEGINS, _SNOW_ENDS = 11, 3
_FOLLOWED = 0.12
_OUTSIDE_CITY_REPORT = 0.06


class Log:
    """The entries of the sample, and the sheets of their days."""

    def __init__(
        self, session: Session, random: Random, diary: Diary, partners: Sequence[OrganisationRow]
    ) -> None:
        self._random, self._diary, self._partners = random, diary, partners
        self._kinds = {row.name: row.id for row in duties.activity_kinds(session)}
        self._duties = {row.sign: row.id for row in duties.duty_list(session, diary.today)}
        self._districts = [row.id for row in office.districts(session)]

    def plan_month(self, first: date, last: date, count: int) -> None:
        """Plan that many entries for a month, and to take what the program offers at its end."""
        days = [
            day for day in _days(first, min(last, self._diary.today)) if working_day(day) == day
        ]
        if not days:
            return
        for day in sorted(self._random.choices(days, k=count)):
            self._diary.plan(day, partial(self._write, self._random.choice(_WORK)))
        self._diary.plan(days[-1], partial(self._take, first))

    def _take(self, first: date, session: Session, on: date) -> None:
        known = [one.draft for one in offers(session, first, on) if one.draft.on_day <= on]
        commands.add_entries(session, known)
        for day in sorted({one.on_day for one in known} | {on}):
            commands.set_day(session, day, self._sheet(day))

    def _sheet(self, day: date) -> LogDayDraft:
        snows = day.month >= _SNOW_BEGINS or day.month <= _SNOW_ENDS
        weather = self._random.choice(_WEATHER if snows else _WEATHER[:3])
        return LogDayDraft(weather, time(8, 45), time(17, 30))

    def _write(self, work: tuple[str, str, Means, str, str], session: Session, on: date) -> None:
        sign, kind, means, title, content = work
        random = self._random
        begins = time(random.randint(9, 16), random.choice((0, 15, 30)))
        partner = (
            random.choice(self._partners) if self._partners and means is not Means.DESK else None
        )
        followed = random.random() < _FOLLOWED
        due = on + timedelta(days=random.randint(3, 21)) if followed else None
        entry = commands.add_entry(
            session,
            LogEntryDraft(
                on_day=on,
                duty_id=self._duties[sign],
                starts_at=begins,
                ends_at=begins.replace(hour=begins.hour + 1),
                kind_id=self._kinds.get(kind),
                means=means,
                support=random.choices(list(SupportSort), (8, 2))[0],
                place="事務所" if partner is None else partner.name,
                district_id=random.choice(self._districts),
                contacts=() if partner is None else (With(organisation_id=partner.id),),
                people_count=random.randint(1, 15) if means is not Means.DESK else 0,
                title=title,
                content=content,
                result="引き続き様子を見る。" if random.random() < 0.4 else "",
                next_step=random.choice(_NEXT) if followed else "",
                next_on=due,
                to_city=random.random() > _OUTSIDE_CITY_REPORT,
            ),
        )
        if due is not None:
            late = timedelta(days=0 if random.random() < 0.85 else random.randint(5, 40))
            self._diary.plan(
                due + late, lambda session, day: commands.finish_next(session, entry, day)
            )


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]
