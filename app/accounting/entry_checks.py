"""What an entry of the cash book must be before it is stored, and what is worth asking about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.accounting.account import WHOLE, AccountEntryDraft
from app.accounting.closing import closing_sentence
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear, year_problem
from app.kernel.text import one_line, tidy
from app.kernel.yen import LARGEST, yen_text

_HUGE = 100_000_000


def checked_entry(draft: AccountEntryDraft, today: date) -> AccountEntryDraft:
    """Return an entry as it is stored; raises ``Refusal`` with a sentence for each field.

    The amount is unit price times quantity where both are there and no amount was typed.
    """
    draft = _tidied(draft)
    problems = {**_amount_problems(draft), **_share_problems(draft), **_year_problems(draft, today)}
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return draft


def entry_year(draft: AccountEntryDraft) -> FiscalYear:
    """Return the fiscal year an entry belongs to."""
    return (
        FiscalYear.of(draft.on_day) if draft.fiscal_year is None else FiscalYear(draft.fiscal_year)
    )


def entry_doubts(draft: AccountEntryDraft, today: date) -> Mapping[str, str]:
    """Return, by field, what could be right but is worth asking about."""
    found = {}
    if sentence := closing_sentence(draft.on_day, entry_year(draft)):
        found["fiscal_year"] = sentence
    if draft.on_day > today:
        found["on_day"] = "今日より後の日付です。"
    elif FiscalYear.of(draft.on_day) < FiscalYear.of(today).previous:
        found["on_day"] = f"{FiscalYear.of(draft.on_day)}の日付です。年を確かめてください。"
    if abs(draft.amount) >= _HUGE:
        found["amount"] = "1億円以上の金額です。けた数を確かめてください。"
    elif draft.amount < 0:
        found["amount"] = f"{yen_text(draft.amount)}円は戻入（取り消し）として数えます。"
    return found


def _tidied(draft: AccountEntryDraft) -> AccountEntryDraft:
    amount = draft.amount
    if not amount and draft.unit_price is not None and draft.quantity is not None:
        amount = draft.unit_price * draft.quantity
    return replace(
        draft,
        amount=amount,
        partner=one_line(tidy(draft.partner).text),
        description=tidy(draft.description).text,
        receipt_number=one_line(tidy(draft.receipt_number).text),
        note=tidy(draft.note).text,
    )


def _year_problems(draft: AccountEntryDraft, today: date) -> Mapping[str, str]:
    own = FiscalYear.of(draft.on_day)
    if problem := year_problem(own, today):
        return {"on_day": f"日付の{problem}"}
    if draft.fiscal_year in {None, own.previous.start, own.start, own.next.start}:
        return {}
    return {"fiscal_year": f"年度は、日付の年度（{own}）か、その前後の年度にしてください。"}


def _amount_problems(draft: AccountEntryDraft) -> Mapping[str, str]:
    product = (draft.unit_price, draft.quantity)
    if None in product and product != (None, None):
        lacks = "unit_price" if draft.unit_price is None else "quantity"
        return {lacks: "単価と数量は両方を入力するか、両方を空けてください。"}
    if draft.unit_price is not None and draft.quantity is not None:
        price = draft.unit_price * draft.quantity
        if price != draft.amount:
            return {"amount": f"金額が単価×数量（{yen_text(price)}円）と合いません。"}
    if not draft.amount:
        return {"amount": "金額を入力してください。"}
    if abs(draft.amount) > LARGEST:
        return {"amount": f"金額は{LARGEST:,}円までで入力してください。"}
    return {}


def _share_problems(draft: AccountEntryDraft) -> Mapping[str, str]:
    shares = draft.shares
    if not shares:
        return {}
    if len({programme for programme, _ in shares}) < len(shares):
        return {"shares": "同じ事業が按分に2回あります。"}
    if min(share for _, share in shares) <= 0:
        return {"shares": "按分の割合は0より大きい数で入力してください。"}
    total = sum(share for _, share in shares)
    if total != WHOLE:
        return {"shares": f"按分の割合の合計が{total / 10:g}%です。100%にしてください。"}
    return {}
