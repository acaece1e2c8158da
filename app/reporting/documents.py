"""The documents there are: those of the catalogue in its order, then those the office added."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.documents.form.expected import Expected
from app.forms import queries as forms
from app.forms.edition import own_id
from app.kernel.errors import Refusal
from app.reporting import (
    account_documents,
    activity_slip,
    assignment_sheet,
    attendance_sheet,
    certificate,
    certificate_register,
    consent_form,
    council_documents,
    course_report,
    disposal_record,
    envelopes,
    examples,
    export_register,
    help_request,
    insurance_roster,
    issue_documents,
    labels,
    letter,
    mailing_examples,
    match_results,
    matching_examples,
    name_tags,
    plan_documents,
    privacy_examples,
    reception_sheet,
    registration_card,
    report_documents,
    resource_examples,
    resource_list,
    resource_map,
    supporter_examples,
    supporter_introduction,
    supporter_roster,
    trainee_roster,
)
from app.reporting.catalogue import Ask, Document, first_values
from app.reporting.own_document import own_document
from app.training.queries import CourseListing

_COURSE = (Ask.COURSE,)
_PEOPLE = (Ask.PEOPLE,)

DOCUMENTS = (
    Document(
        "attendance-sheet",
        "出席簿",
        _COURSE,
        attendance_sheet.make,
        examples.ATTENDANCE_SHEET,
        frozenset({"受講者.氏名"}),
    ),
    Document(
        "reception-sheet",
        "当日受付簿",
        (Ask.COURSE, Ask.SESSION),
        reception_sheet.make,
        examples.RECEPTION_SHEET,
        frozenset({"受講者.氏名"}),
    ),
    Document(
        "trainee-roster",
        "受講者名簿",
        _COURSE,
        trainee_roster.make,
        examples.TRAINEE_ROSTER,
        frozenset({"受講者.氏名"}),
    ),
    Document(
        "name-tags",
        "名札",
        _COURSE,
        name_tags.make,
        examples.NAME_TAGS,
        frozenset({"名札.氏名"}),
    ),
    Document(
        "certificate",
        "修了証書",
        _COURSE,
        certificate.make,
        examples.CERTIFICATE,
        frozenset({"修了証書.氏名", "修了証書.番号", "修了証書.交付日"}),
        has_order=False,
    ),
    Document(
        "certificate-register",
        "修了証交付台帳",
        (Ask.YEAR,),
        certificate_register.make,
        examples.CERTIFICATE_REGISTER,
        frozenset({"交付台帳.番号", "交付台帳.氏名"}),
        has_order=False,
    ),
    Document(
        "course-report",
        "研修実施報告書",
        _COURSE,
        course_report.make,
        examples.COURSE_REPORT,
        frozenset({"講座名"}),
        has_order=False,
    ),
    Document(
        "supporter-roster",
        "サポーター登録者名簿",
        (Ask.SUPPORTERS, Ask.MONTH),
        supporter_roster.make,
        supporter_examples.SUPPORTER_ROSTER,
        frozenset({"サポーター.氏名"}),
        has_order=False,
    ),
    Document(
        "supporter-introduction",
        "紹介用名簿",
        (Ask.HELP_REQUEST, Ask.SUPPORTERS),
        supporter_introduction.make,
        supporter_examples.SUPPORTER_INTRODUCTION,
        frozenset({"サポーター.氏名"}),
        has_order=False,
    ),
    Document(
        "registration-card",
        "登録証",
        (Ask.SUPPORTER,),
        registration_card.make,
        supporter_examples.REGISTRATION_CARD,
        frozenset({"登録証.氏名", "登録証.登録番号"}),
        has_order=False,
    ),
    Document(
        "insurance-roster",
        "ボランティア活動保険加入者名簿",
        (Ask.YEAR, Ask.INSURED),
        insurance_roster.make,
        supporter_examples.INSURANCE_ROSTER,
        frozenset({"加入者.氏名"}),
        has_order=False,
    ),
    Document(
        "help-request",
        "お手伝い希望票",
        (Ask.HELP_REQUEST,),
        help_request.make,
        matching_examples.HELP_REQUEST,
        frozenset({"内容"}),
        has_list=False,
        has_order=False,
    ),
    Document(
        "assignment-sheet",
        "活動依頼票",
        (Ask.MATCH,),
        assignment_sheet.make,
        matching_examples.ASSIGNMENT_SHEET,
        frozenset({"依頼票.氏名", "依頼票.日時"}),
        has_order=False,
    ),
    Document(
        "activity-slip",
        "活動報告書",
        (Ask.MONTH, Ask.MATCH),
        activity_slip.make,
        matching_examples.ACTIVITY_SLIP,
        frozenset({"報告書.氏名"}),
        has_order=False,
    ),
    Document(
        "match-results",
        "マッチング実績",
        (Ask.YEAR, Ask.NAMES),
        match_results.make,
        matching_examples.MATCH_RESULTS,
        frozenset({"月別.活動実人数"}),
        has_order=False,
    ),
    *report_documents.REPORTS,
    *plan_documents.DOCUMENTS,
    *account_documents.DOCUMENTS,
    *issue_documents.DOCUMENTS,
    *council_documents.DOCUMENTS,
    *report_documents.OTHERS,
    Document(
        "labels",
        "宛名ラベル",
        _PEOPLE,
        labels.make,
        mailing_examples.LABELS,
        frozenset({"宛名.宛名"}),
    ),
    Document(
        "envelopes",
        "封筒・はがき",
        _PEOPLE,
        envelopes.make,
        mailing_examples.ENVELOPES,
        frozenset({"宛名.宛名"}),
    ),
    Document(
        "letter",
        "案内状",
        _PEOPLE,
        letter.make,
        mailing_examples.LETTER,
        frozenset({"宛名.宛名"}),
    ),
    Document(
        "consent-form",
        "同意書",
        (),
        consent_form.make,
        privacy_examples.CONSENT_FORM,
        frozenset({"同意.項目"}),
        has_order=False,
    ),
    Document(
        "export-register",
        "提供記録",
        (Ask.YEAR,),
        export_register.make,
        privacy_examples.EXPORT_REGISTER,
        frozenset({"提供.提供日", "提供.書類"}),
        has_order=False,
    ),
    Document(
        "disposal-record",
        "廃棄記録",
        (Ask.YEAR,),
        disposal_record.make,
        privacy_examples.DISPOSAL_RECORD,
        frozenset({"廃棄.廃棄日", "廃棄.種類", "廃棄.件数"}),
        has_order=False,
    ),
    Document(
        "resource-list",
        "社会資源一覧",
        (Ask.RESOURCES,),
        resource_list.make,
        resource_examples.RESOURCE_LIST,
        has_order=False,
    ),
    Document(
        "resource-map",
        "地域資源マップ",
        (Ask.RESOURCES,),
        resource_map.make,
        resource_examples.RESOURCE_MAP,
        has_order=False,
    ),
)


def documents(session: Session) -> tuple[Document, ...]:
    """Return the catalogue with the office's own documents after it."""
    fields = contacts.custom_fields(session, Subject.PERSON)
    known = (report_documents.with_office_names(session, one) for one in DOCUMENTS)
    return (*known, *(own_document(one, fields) for one in forms.own_documents(session)))


def document(session: Session | None, wanted: str) -> Document:
    """Return the document with this id.  Refuses one that is not in the catalogue.

    Without a session only the documents of the catalogue are known.
    """
    if session is None and own_id(wanted) is not None:
        raise Refusal(
            f"「{wanted}」は事務所が追加した書類です。事務所ファイルを指定してください（--office）。"
        )
    for one in DOCUMENTS:
        if one.id == wanted:
            return one if session is None else report_documents.with_office_names(session, one)
    known = DOCUMENTS if session is None else documents(session)
    for one in known:
        if one.id == wanted:
            return one
    names = "、".join(one.id for one in known)
    raise Refusal(f"「{wanted}」という書類はありません。使えるのは {names} です。")


def expected_fields(one: Document) -> Expected:
    """Return the names that a form of this document may use, with examples, and those it must."""
    lists = frozenset(name for name in one.names if "." in name)
    fields = frozenset(one.names) - lists
    return Expected(fields, lists, one.required, first_values(one.example))


def years(session: Session) -> list[int]:
    """Return the fiscal years there is anything for, oldest first."""
    listing = CourseListing()
    rows = listing.rows(session, listing.keys(session)).values()
    return sorted({row.year.start for row in rows})
