"""What a card says of a resource, group by group; what nobody has written down is left out."""

from __future__ import annotations

from app.gui.contacts.facts_grid import Fact, Group
from app.kernel.wareki import format_day
from app.local_resources.local_resource import LocalResourceDraft, View
from app.local_resources.open_days import open_days
from app.local_resources.opening_text import opening_text, read_months
from app.local_resources.position_text import position_text
from app.local_resources.publication import contact_for, is_shown
from app.local_resources.resource_card import ResourceCard

_DAY = "令和8年4月1日"
_NEXT, _AHEAD = 4, 184


def groups_of(card: ResourceCard) -> tuple[Group, ...]:
    """Return the groups that have anything to say, each with its facts."""
    groups = (
        ("活動", _activity(card)),
        ("場所", _place(card)),
        ("外に見せるもの", _shown(card)),
        ("事務所の中だけ", _inside(card)),
        ("サポーター", _supporters(card.draft)),
        ("そのほか", _rest(card.draft)),
    )
    said = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
    return tuple((title, facts) for title, facts in said if facts)


def public_text(card: ResourceCard) -> str:
    """Say in a sentence who sees it, and what keeps it or a part of it off the public list."""
    draft = card.draft
    if draft.view is View.INTERNAL:
        return "内部のみ：この社会資源は、事務所の外に出す一覧や地図には載りません。"
    if draft.view is View.PARTNERS:
        return "関係機関のみ：市民に配る一覧や地図には載りません。"
    shown = is_shown(draft, View.PUBLIC)
    first = "公開：市民に配る一覧と地図に載ります。" if shown else "公開用の一覧に載っていません。"
    return "\n".join((first, *card.findings.values()))


def next_days(card: ResourceCard) -> str:
    """Return the next days it opens, with what may keep it closed."""
    last = card.day.replace(year=card.day.year + 1)
    closed = read_months(card.draft.winter_break)
    found = []
    for one in open_days(card.openings, card.day, last, closed):
        doubt = f"・{one.doubt.partition('（')[0]}" if one.doubt else ""
        found.append(f"{format_day(one.day, '4月1日（水')}{doubt}）")
        if len(found) == _NEXT:
            break
    return "、".join(found)


def _activity(card: ResourceCard) -> tuple[Fact, ...]:
    draft = card.draft
    days = opening_text(card.openings)
    return (
        ("区分", card.kind),
        ("内容", draft.content),
        ("開催日", draft.opening),
        ("日付の読み", "" if days == draft.opening else days),
        ("次の開催日", next_days(card)),
        ("冬期休止", draft.winter_break),
        ("対象", draft.target),
        ("参加費", draft.fee),
        ("申込", draft.application),
        ("定員", _people(draft.capacity)),
        ("いつもの人数", _people(draft.usual_number)),
    )


def _place(card: ResourceCard) -> tuple[Fact, ...]:
    draft = card.draft
    postal = f"〒{draft.postal_code}" if draft.postal_code else ""
    chosen = "（手で指定）" if draft.district_fixed else ""
    known = draft.latitude is not None and draft.longitude is not None
    return (
        ("会場", draft.venue),
        ("住所", "　".join(part for part in (postal, card.address) if part)),
        ("圏域", f"{card.district}{chosen}" if card.district else ""),
        ("範囲", "全市を対象" if draft.city_wide else ""),
        (
            "地図の位置",
            position_text(draft.latitude or 0, draft.longitude or 0)
            if known
            else "なし（地図では圏域の中に名前だけ載ります）",
        ),
        ("バリアフリー", _yes_no(draft.barrier_free)),
        ("駐車場", _yes_no(draft.parking)),
    )


def _shown(card: ResourceCard) -> tuple[Fact, ...]:
    """Return whom readers outside are told to ask; the lists follow the same rule."""
    draft = card.draft
    public, partners = (contact_for(draft, view).line for view in (View.PUBLIC, View.PARTNERS))
    consent = draft.public_consent_on
    nothing = "載せる連絡先がありません"
    return (
        ("公開可否", draft.view.label),
        ("公開の同意日", format_day(consent, _DAY) if consent else ""),
        ("市民に", (public or nothing) if draft.view is View.PUBLIC else ""),
        ("関係機関に", "" if draft.view is View.INTERNAL else (partners or nothing)),
        ("ホームページ", draft.website),
    )


def _inside(card: ResourceCard) -> tuple[Fact, ...]:
    draft = card.draft
    return (
        ("代表者", draft.representative),
        ("内部の連絡先", draft.internal_contact),
        ("内部の電話", draft.internal_phone),
        ("公開の電話", draft.public_phone if draft.view is View.INTERNAL else ""),
    )


def _supporters(draft: LocalResourceDraft) -> tuple[Fact, ...]:
    return (
        ("受け入れ", "受け入れている" if draft.takes_supporters else ""),
        ("希望数", _people(draft.supporters_wanted)),
        ("してほしいこと", draft.supporters_work),
        ("有償・無償", "" if draft.payment is None else draft.payment.label),
    )


def _rest(draft: LocalResourceDraft) -> tuple[Fact, ...]:
    started, ended = draft.started_on, draft.ended_on
    return (
        ("総合事業", "" if draft.programme is None else draft.programme.label),
        ("始めた日", format_day(started, _DAY) if started else ""),
        ("終わった日", format_day(ended, _DAY) if ended else ""),
        ("情報源", draft.source),
    )


def _people(number: int | None) -> str:
    return "" if number is None else f"{number:,}人"


def _yes_no(known: bool | None) -> str:
    return "" if known is None else ("あり" if known else "なし")
