"""What ``export`` takes for a mailing: to whom, on what, and with which words."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, TypeVar

from app.cli.desk import Desk
from app.contacts import queries as contacts
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.kernel.labelled import Labelled
from app.reporting.addressee import ToOrganisation
from app.reporting.catalogue import Request
from app.reporting.letter import TEXTS
from app.reporting.mailing_choice import MailingChoice, Paper
from app.searching import queries as searching
from app.wiring import now

Kind = TypeVar("Kind", bound=Labelled)


def add_addressee_options(parser: Any) -> None:
    """Add what says which people and organisations are meant."""
    group = parser.add_argument_group("宛先（labels・envelopes・letter・contacts）")
    group.add_argument("--people", type=_keys, metavar="3,5,8", help="連絡先の番号")
    group.add_argument("--organisations", type=_keys, metavar="1,2", help="団体の番号")
    group.add_argument("--find", metavar="TEXT", help="この言葉で見つかる連絡先")
    group.add_argument("--all", action="store_true", help="すべての連絡先")
    group.add_argument("--all-organisations", action="store_true", help="すべての団体")
    group.add_argument("--search", metavar="NAME", help="保存した条件（名前か番号）に合う相手")


def add_mailing_options(parser: Any) -> None:
    """Add what a mailing may be asked for."""
    add_addressee_options(parser)
    group = parser.add_argument_group("宛名の作り方")
    group.add_argument("--label", default="12", metavar="KEY", help="ラベル: 12, 24, 21, 10, 18")
    group.add_argument(
        "--start", type=int, default=1, metavar="N", help="1枚目の、使い始めるラベル（初期値 1）"
    )
    group.add_argument(
        "--offset", type=_offset, default=(0.0, 0.0), metavar="右,下", help="ずらす mm（例 0.5,-1）"
    )
    group.add_argument("--frames", action="store_true", help="ラベルの枠も印刷します（試し刷り）")
    group.add_argument("--paper", default="long3", help="封筒: long3, kaku2, postcard")
    group.add_argument("--landscape", action="store_true", help="封筒・はがきを横書きにします")
    group.add_argument("--no-sender", action="store_true", help="差出人を印刷しません")
    group.add_argument("--each", action="store_true", help="世帯でまとめず、1人に1通")
    group.add_argument("--role", action="store_true", help="所属と役職も書きます")
    group.add_argument(
        "--to-organisation", default="whole", help="団体の宛名: whole, representative, members"
    )
    group.add_argument(
        "--without-consent", action="store_true", help="案内の同意を確かめていない方にも送ります"
    )
    group.add_argument(
        "--texts", type=Path, metavar="TEXTS.json", help="案内状の文（件名・本文・日時 など）"
    )


def addressing(desk: Desk, options: argparse.Namespace) -> Request:
    """Return a request to whom the options name, people found by words in 五十音 order.

    Raises ``Refusal`` for a saved search that is not there.
    """
    today = now().date()
    people = [PersonId(key) for key in options.people or ()]
    if options.all or options.find is not None:
        listing = contacts.PersonListing(today, text=options.find or "")
        people += [PersonId(key) for key in desk.store.ask(listing.keys)]
    organisations = [OrganisationId(key) for key in options.organisations or ()]
    if options.all_organisations:
        everything = contacts.OrganisationListing()
        organisations += [OrganisationId(key) for key in desk.store.ask(everything.keys)]
    search = None
    if options.search is not None:
        search = desk.store.ask(searching.search_named, options.search)
    return Request(
        today,
        people=tuple(dict.fromkeys(people)),
        organisations=tuple(dict.fromkeys(organisations)),
        search=search,
    )


def mailing_choice(options: argparse.Namespace) -> MailingChoice:
    """Return how the mailing is to be made.  Refuses what there is not."""
    right, down = options.offset
    return MailingChoice(
        households=not options.each,
        need_consent=not options.without_consent,
        with_role=options.role,
        organisation=_one_of(ToOrganisation, options.to_organisation),
        label=options.label,
        start=options.start,
        right=right,
        down=down,
        frames=options.frames,
        paper=_one_of(Paper, options.paper),
        portrait=not options.landscape,
        sender=not options.no_sender,
        texts=_texts(options.texts) if options.texts else {},
    )


def _one_of(kind: type[Kind], value: str) -> Kind:
    found = kind.of_value(value)
    if found is None:
        known = "、".join(f"{one.value}（{one.label}）" for one in kind)
        raise Refusal(f"「{value}」はありません。使えるのは {known} です。")
    return found


def _texts(path: Path) -> dict[str, str]:
    try:
        read = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Refusal(f"「{path}」を読めません（{error.strerror}）。") from error
    except ValueError as error:
        raise Refusal(f"「{path}」は JSON ではありません。") from error
    if not isinstance(read, dict) or not all(isinstance(text, str) for text in read.values()):
        raise Refusal(f'「{path}」は {{"件名": "…"}} の形で書いてください。')
    unknown = sorted(set(read) - set(TEXTS))
    if unknown:
        raise Refusal(
            f"案内状にない項目です: {'、'.join(unknown)}。使えるのは {'、'.join(TEXTS)} です。"
        )
    return read


def _keys(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part.strip()]


def _offset(text: str) -> tuple[float, float]:
    right, down = (float(part) for part in text.split(","))
    return right, down
