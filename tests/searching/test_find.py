"""The one search: the same hits as a plain scan, and the likeliest first."""

from __future__ import annotations

from random import Random

from app.contacts import commands, queries
from app.contacts.custom import CustomFieldDraft, Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.kernel.folding import fold, query_forms
from app.kernel.phones import phone_digits
from app.local_resources import commands as resources
from app.local_resources.local_resource import LocalResourceDraft
from app.sample.people import invent_people
from app.searching.find import RecordFinder, find
from app.searching.rank import Rank
from app.storage.store import Store

_ROMAJI = ("watanabe", "sato", "suz", "ta", "ya", "oono", "kobayasi", "shi", "i", "ak")


def _fields(draft: PersonDraft | OrganisationDraft) -> list[str]:
    """What a person looking at the record would compare, field by field, folded as it is typed."""
    if isinstance(draft, OrganisationDraft):
        texts = [draft.name, draft.kana, draft.representative_name, draft.note]
    else:
        texts = [
            draft.family_name + draft.given_name,
            draft.family_kana + draft.given_kana,
            draft.email,
            draft.neighbourhood,
            draft.emergency_name,
            draft.occupation,
            draft.qualifications,
            draft.interests,
            draft.note,
            phone_digits(draft.mobile),
            phone_digits(draft.emergency_phone),
        ]
    texts += [
        draft.address_town + draft.address_number,
        draft.address_building,
        draft.postal_code,
        phone_digits(draft.phone),
        phone_digits(draft.fax),
    ]
    return [fold(text) for text in texts if text]


def _queries(random: Random, drafts: list[PersonDraft | OrganisationDraft]) -> list[str]:
    """500 parts of what is written down, and romaji: 1 to 8 characters, mostly from the middle."""
    found = list(_ROMAJI)
    while len(found) < 500:
        text = random.choice(_fields(random.choice(drafts)))
        if text:
            start = random.randrange(len(text))
            found.append(text[start : start + random.randint(1, 8)])
    return found


def test_that_500_queries_find_what_a_plain_scan_finds(store: Store) -> None:
    random = Random(11)
    invented = [one.draft for one in invent_people(random, 300, ["美原", "松川町", "湯川町"])]
    store.do("追加", commands.add_people, invented)
    names = (
        "美原町会",
        "社会福祉法人みほん会",
        "ＮＰＯ法人 はこだて見本の会",
        "湯川地域包括支援センター",
    )
    bodies = [
        OrganisationDraft(name, kana="みほん", phone="0138-00-00" + str(10 + number), note="茶話会")
        for number, name in enumerate(names)
    ]
    store.do("追加", commands.add_organisations, bodies)
    drafts: dict[tuple[Subject, int], PersonDraft | OrganisationDraft] = {}
    people = [key for key, _ in store.ask(queries.search_entries)]
    drafts.update(
        ((Subject.PERSON, key), one) for key, one in store.ask(queries.drafts, people).items()
    )
    others = [one.id for one in store.ask(queries.known_organisations)]
    drafts.update(
        ((Subject.ORGANISATION, key), one)
        for key, one in store.ask(queries.organisation_drafts, others).items()
    )
    written = {key: _fields(draft) for key, draft in drafts.items()}
    finder = RecordFinder()
    for query in _queries(random, list(drafts.values())):
        forms = query_forms(query)
        plain = {
            key for key, texts in written.items() if any(f in text for f in forms for text in texts)
        }
        answers = {one: store.ask(finder.keys, one, query, len(drafts)) for one in Subject}
        found = {(one, key) for one, answer in answers.items() for key in answer.first}
        assert found == plain, query
        assert sum(answer.total for answer in answers.values()) == len(plain)
        for one, answer in answers.items():
            ranks = list(answer.first.values())
            assert ranks == sorted(ranks)
            few = store.ask(finder.keys, one, query, 3)
            assert list(few.first.items()) == list(answer.first.items())[:3]


def _found(store: Store, text: str) -> list[tuple[str, Rank]]:
    return [(hit.name, hit.rank) for hit in store.ask(find, text, 20).hits]


def test_that_names_come_before_readings_numbers_places_and_notes(store: Store) -> None:
    people = [
        PersonDraft("備考", "人", note="森さんの紹介"),
        PersonDraft("住所", "人", address_town="森町"),
        PersonDraft("大森", "人", "おおもり", "ひと"),
        PersonDraft("森", "一", "もり", "いち"),
        PersonDraft("守", "", "もり", ""),
        PersonDraft("電話", "人", phone="0138-00-1234"),
        PersonDraft("番地", "人", address_town="美原", address_number="1234番地"),
    ]
    store.do("追加", commands.add_people, people)
    store.do("追加", commands.add_organisations, [OrganisationDraft("社会福祉法人森の会")])
    assert _found(store, "森") == [
        ("森　一", Rank.NAME_BEGINS),
        ("社会福祉法人森の会", Rank.NAME_BEGINS),
        ("大森　人", Rank.NAME),
        ("住所　人", Rank.ADDRESS),
        ("備考　人", Rank.ELSEWHERE),
    ]
    assert _found(store, "社会福祉")[0] == ("社会福祉法人森の会", Rank.NAME_BEGINS)
    assert [rank for _, rank in _found(store, "mori")] == [Rank.READING] * 3
    assert _found(store, "1234") == [("電話　人", Rank.PHONE), ("番地　人", Rank.ADDRESS)]
    assert _found(store, " ") == []


def test_that_changes_the_bin_tags_and_own_fields_are_seen_at_once(store: Store) -> None:
    finder = RecordFinder()
    person = store.do("追加", commands.add_person, PersonDraft("見本", "某")).result
    body = store.do("追加", commands.add_organisation, OrganisationDraft("見本会")).result
    assert store.ask(finder.find, "見本", 9).total == 2
    tag = store.do("タグ", commands.add_tag, "園芸").result
    store.do("タグ", commands.tag, tag, people=[person], organisations=[body])
    assert store.ask(finder.find, "えんげい 園芸", 9).total == 0
    assert store.ask(finder.find, "園芸", 9).total == 2
    field = store.do(
        "項目", commands.add_custom_field, CustomFieldDraft("車", Subject.PERSON)
    ).result
    store.do("値", commands.set_custom, field, "軽トラック", person=person)
    assert [hit.key for hit in store.ask(finder.find, "ﾄﾗｯｸ", 9).hits] == [person]
    store.do("ごみ箱", commands.bin_organisation, body)
    assert store.ask(finder.find, "園芸", 9).total == 1
    store.undo()
    assert store.ask(finder.find, "園芸", 9).total == 2


def test_that_resources_are_found_by_name_place_and_telephone(store: Store) -> None:
    draft = LocalResourceDraft(
        name="みほんサロン",
        kana="みほんさろん",
        venue="湯川みほん会館",
        internal_phone="0138-00-0077",
        content="体操とお茶",
    )
    key = store.do("追加", resources.add_resource, draft).result
    store.do("追加", commands.add_organisation, OrganisationDraft("湯川みほん町会"))
    finder = RecordFinder()
    for text, rank in (
        ("ﾐﾎﾝ さろん", Rank.NAME_BEGINS),
        ("000077", Rank.PHONE),
        ("湯川 会館", Rank.ADDRESS),
        ("お茶", Rank.ELSEWHERE),
    ):
        (hit,) = store.ask(finder.find, text, 9).hits
        assert (hit.subject, hit.key, hit.name, hit.rank) == (
            Subject.RESOURCE,
            key,
            "みほんサロン",
            rank,
        )
    assert store.ask(finder.find, "みほん", 9).total == 2
    store.do("ごみ箱", resources.bin_resource, key)
    assert store.ask(finder.find, "みほん", 9).total == 1
