"""Supporters, resources of the area, requests, needs and matches; editions of imported lists."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

LEVELS = (
    "体験・見学から",
    "単発の手伝い（行事・短時間）",
    "定期的な手伝い",
    "運営の中心（世話人・リーダー）",
    "立ち上げ・養成側",
)
"""活動レベル, as a new office of this version has them."""

SUPPORT_KINDS = (
    ("見守り・声かけ", "見守", True),
    ("話し相手・傾聴", "傾聴", True),
    ("ゴミ出し", "ゴミ", True),
    ("買い物代行", "買物", True),
    ("買い物同行", "買同", True),
    ("通院・外出同行", "外出", True),
    ("移動・送迎（移送）", "送迎", True),
    ("掃除・片付け", "掃除", True),
    ("洗濯・布団干し", "洗濯", True),
    ("調理", "調理", True),
    ("配食", "配食", True),
    ("庭の手入れ・草取り", "庭", True),
    ("除雪・雪かき", "除雪", True),
    ("灯油の給油・運搬", "灯油", True),
    ("簡単な修繕・電球交換", "修繕", True),
    ("衣替え・家具移動", "家具", True),
    ("書類・代筆・代読", "代筆", True),
    ("スマホ・パソコン", "スマ", False),
    ("ペットの世話", "ペト", True),
    ("子どもの見守り", "子ども", True),
    ("サロン・通いの場の運営補助", "サロン", True),
    ("行事・イベントの手伝い", "行事", False),
    ("防災・避難支援", "防災", True),
    ("その他", "他", False),
)
"""支援内容 with 略号, and whether distance matters."""

RESOURCE_KINDS = (
    "介護者支援",
    "家事援助",
    "交流サロン",
    "外出支援",
    "配食＋見守り",
    "見守り・安否確認",
    "通いの場（体操・介護予防）",
    "認知症カフェ",
    "居場所・多世代",
    "買い物・移動販売",
    "除雪",
    "趣味・サークル",
    "学び・教室",
    "相談窓口",
    "会場・貸しスペース",
    "企業の取組",
    "お宝（インフォーマル）",
    "その他",
)
"""社会資源の区分."""


def upgrade() -> None:
    op.create_table(
        "activity_level",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_level")),
        sa.UniqueConstraint("name", name=op.f("uq_activity_level_name")),
    )
    op.create_table(
        "imported_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "subject",
            sa.Enum("person", "organisation", name="subject", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("imported_on", sa.Date(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_list")),
    )
    with op.batch_alter_table("imported_list", schema=None) as batch_op:
        batch_op.create_index("ix_imported_list_name", ["subject", "name"], unique=False)

    op.create_table(
        "map_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_point")),
        sa.UniqueConstraint("name", name=op.f("uq_map_point_name")),
    )
    op.create_table(
        "ranking_weight",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ranking_weight")),
        sa.UniqueConstraint("criterion", name=op.f("uq_ranking_weight_criterion")),
    )
    op.create_table(
        "resource_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_resource_kind_name")),
    )
    op.create_table(
        "support_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("distance_matters", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_support_kind_name")),
    )
    op.create_table(
        "map_area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("rings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_map_area_district_id_district")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_area")),
    )
    with op.batch_alter_table("map_area", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_map_area_district_id"), ["district_id"], unique=False)

    op.create_table(
        "local_resource",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kana", sa.String(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("district_fixed", sa.Boolean(), nullable=False),
        sa.Column("city_wide", sa.Boolean(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("address_town", sa.String(), nullable=False),
        sa.Column("address_number", sa.String(), nullable=False),
        sa.Column("address_building", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("barrier_free", sa.Boolean(), nullable=True),
        sa.Column("parking", sa.Boolean(), nullable=True),
        sa.Column("winter_break", sa.String(), nullable=False),
        sa.Column("opening", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("fee", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("usual_number", sa.Integer(), nullable=True),
        sa.Column("application", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("representative", sa.String(), nullable=False),
        sa.Column("public_contact", sa.String(), nullable=False),
        sa.Column("public_phone", sa.String(), nullable=False),
        sa.Column("internal_contact", sa.String(), nullable=False),
        sa.Column("internal_phone", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column(
            "view",
            sa.Enum("public", "partners", "internal", name="view", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("public_consent_on", sa.Date(), nullable=True),
        sa.Column("takes_supporters", sa.Boolean(), nullable=False),
        sa.Column("supporters_wanted", sa.Integer(), nullable=True),
        sa.Column("supporters_work", sa.String(), nullable=False),
        sa.Column(
            "payment",
            sa.Enum("free", "paid", name="payment", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column(
            "programme",
            sa.Enum(
                "visit_a",
                "visit_b",
                "visit_c",
                "visit_d",
                "day_a",
                "day_b",
                "day_c",
                "prevention",
                "voluntary",
                "outside",
                name="programme",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "preparing",
                "active",
                "paused",
                "ended",
                name="resourcestatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_local_resource_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["resource_kind.id"], name=op.f("fk_local_resource_kind_id_resource_kind")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_local_resource_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_resource")),
    )
    with op.batch_alter_table("local_resource", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_local_resource_confirmed_on"), ["confirmed_on"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_local_resource_district_id"), ["district_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_local_resource_kind_id"), ["kind_id"], unique=False)
        batch_op.create_index("ix_local_resource_list", ["deleted_at", "sort_key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_local_resource_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column(
            "route",
            sa.Enum(
                "self",
                "family",
                "welfare_commissioner",
                "neighbourhood",
                "centre",
                "care_manager",
                "city",
                "medical",
                "company",
                "council",
                "other",
                name="route",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "way",
            sa.Enum(
                "call",
                "came",
                "visit",
                "meeting",
                "written",
                name="needway",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("age_band", sa.String(), nullable=False),
        sa.Column(
            "household",
            sa.Enum(
                "alone",
                "elderly_couple",
                "elderly_only",
                "together",
                "other",
                name="householdkind",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column(
            "urgency",
            sa.Enum("normal", "soon", "urgent", name="urgency", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "coping",
            sa.Enum(
                "alone",
                "family",
                "neighbours",
                "friends",
                "volunteers",
                "silver_centre",
                "care_service",
                "company",
                "other",
                "unsolved",
                name="coping",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "handling",
            sa.Enum(
                "open",
                "informed",
                "introduced",
                "handed_on",
                "matching",
                "issue",
                "closed",
                name="handling",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("handed_to", sa.String(), nullable=False),
        sa.Column("handed_to_id", sa.Integer(), nullable=True),
        sa.Column("handed_on", sa.Date(), nullable=True),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_need_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["handed_to_id"], ["organisation.id"], name=op.f("fk_need_handed_to_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_need_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_check_on"), ["check_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_district_id"), ["district_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_handed_to_id"), ["handed_to_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_handling"), ["handling"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_received_on"), ["received_on"], unique=False)

    op.create_table(
        "help_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column(
            "received_by",
            sa.Enum(
                "phone",
                "fax",
                "email",
                "post",
                "line",
                "visit",
                "web",
                name="contactway",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("local_resource_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column(
            "rhythm",
            sa.Enum("once", "regular", "as_needed", name="rhythm", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("times_a_month", sa.Integer(), nullable=True),
        sa.Column("schedule", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("address_town", sa.String(), nullable=False),
        sa.Column("address_number", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("car_needed", sa.Boolean(), nullable=False),
        sa.Column("people_wanted", sa.Integer(), nullable=False),
        sa.Column("level_id", sa.Integer(), nullable=True),
        sa.Column(
            "wanted_sex",
            sa.Enum("male", "female", "other", name="sex", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("bring", sa.String(), nullable=False),
        sa.Column("costs", sa.String(), nullable=False),
        sa.Column("reward", sa.String(), nullable=False),
        sa.Column("insurance", sa.String(), nullable=False),
        sa.Column("meeting_wanted", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "asking",
                "filled",
                "withdrawn",
                "closed",
                name="requeststate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_help_request_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["level_id"],
            ["activity_level.id"],
            name=op.f("fk_help_request_level_id_activity_level"),
        ),
        sa.ForeignKeyConstraint(
            ["local_resource_id"],
            ["local_resource.id"],
            name=op.f("fk_help_request_local_resource_id_local_resource"),
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["need.id"], name=op.f("fk_help_request_need_id_need")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_help_request_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_help_request_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_request")),
    )
    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_help_request_district_id"), ["district_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_help_request_due_on"), ["due_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_help_request_local_resource_id"), ["local_resource_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_help_request_need_id"), ["need_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_help_request_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_help_request_on_day"), ["on_day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_help_request_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_help_request_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_help_request_received_on"), ["received_on"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_help_request_state"), ["state"], unique=False)

    op.create_table(
        "imported_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("local_resource_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["list_id"], ["imported_list.id"], name=op.f("fk_imported_record_list_id_imported_list")
        ),
        sa.ForeignKeyConstraint(
            ["local_resource_id"],
            ["local_resource.id"],
            name=op.f("fk_imported_record_local_resource_id_local_resource"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_imported_record_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_imported_record_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_record")),
    )
    with op.batch_alter_table("imported_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_record_list_id"), ["list_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_imported_record_local_resource_id"), ["local_resource_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_imported_record_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_imported_record_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "need_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["support_kind.id"], name=op.f("fk_need_kind_kind_id_support_kind")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_need_kind_need_id_need")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_kind")),
        sa.UniqueConstraint("need_id", "kind_id", name=op.f("uq_need_kind_need_id")),
    )
    with op.batch_alter_table("need_kind", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_kind_kind_id"), ["kind_id"], unique=False)

    op.create_table(
        "opening_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("local_resource_id", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["local_resource_id"],
            ["local_resource.id"],
            name=op.f("fk_opening_day_local_resource_id_local_resource"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_day")),
    )
    with op.batch_alter_table("opening_day", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_opening_day_local_resource_id"), ["local_resource_id"], unique=False
        )

    op.create_table(
        "resource_confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("local_resource_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "call",
                "visit",
                "post",
                "email",
                "web",
                "meeting",
                name="confirmationway",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "result",
            sa.Enum(
                "same",
                "changed",
                "no_answer",
                name="confirmationresult",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["local_resource_id"],
            ["local_resource.id"],
            name=op.f("fk_resource_confirmation_local_resource_id_local_resource"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_confirmation")),
    )
    with op.batch_alter_table("resource_confirmation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_resource_confirmation_local_resource_id"),
            ["local_resource_id"],
            unique=False,
        )

    op.create_table(
        "supporter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("enrollment_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum("training", "step_up", "other", name="basis", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "registered",
                "paused",
                "cancelled",
                "expired",
                name="supporterstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("level_id", sa.Integer(), nullable=True),
        sa.Column("interviewed_on", sa.Date(), nullable=True),
        sa.Column("interviewer", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("motive", sa.String(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("times_a_month", sa.Integer(), nullable=True),
        sa.Column("availability", sa.String(), nullable=False),
        sa.Column("transport", sa.JSON(), nullable=False),
        sa.Column("gives_rides", sa.Boolean(), nullable=False),
        sa.Column("wishes", sa.String(), nullable=False),
        sa.Column("considerations", sa.String(), nullable=False),
        sa.Column("other_programmes", sa.String(), nullable=False),
        sa.Column("one_to_one", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrollment_id"], ["enrollment.id"], name=op.f("fk_supporter_enrollment_id_enrollment")
        ),
        sa.ForeignKeyConstraint(
            ["level_id"], ["activity_level.id"], name=op.f("fk_supporter_level_id_activity_level")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_supporter_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter")),
    )
    with op.batch_alter_table("supporter", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supporter_enrollment_id"), ["enrollment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_supporter_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_supporter_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_supporter_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_supporter_valid_until"), ["valid_until"], unique=False)

    op.create_table(
        "centre_registration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("wished_on", sa.Date(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_centre_registration_supporter_id_supporter"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_registration")),
        sa.UniqueConstraint("supporter_id", name=op.f("uq_centre_registration_supporter_id")),
    )
    op.create_table(
        "hand_raise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_request.id"], name=op.f("fk_hand_raise_request_id_help_request")
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporter.id"], name=op.f("fk_hand_raise_supporter_id_supporter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_raise")),
        sa.UniqueConstraint("request_id", "supporter_id", name=op.f("uq_hand_raise_request_id")),
    )
    with op.batch_alter_table("hand_raise", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_hand_raise_supporter_id"), ["supporter_id"], unique=False
        )

    op.create_table(
        "insurance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column(
            "plan",
            sa.Enum("basic", "disaster", name="insuranceplan", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("premium", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("covers_from", sa.Date(), nullable=False),
        sa.Column("covers_until", sa.Date(), nullable=False),
        sa.Column("joined_through", sa.String(), nullable=False),
        sa.Column("handed_in_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporter.id"], name=op.f("fk_insurance_supporter_id_supporter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_insurance")),
    )
    with op.batch_alter_table("insurance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_insurance_fiscal_year"), ["fiscal_year"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_insurance_supporter_id"), ["supporter_id"], unique=False
        )

    op.create_table(
        "level_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("level_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["level_id"],
            ["activity_level.id"],
            name=op.f("fk_level_change_level_id_activity_level"),
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporter.id"], name=op.f("fk_level_change_supporter_id_supporter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_level_change")),
    )
    with op.batch_alter_table("level_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_level_change_supporter_id"), ["supporter_id"], unique=False
        )

    op.create_table(
        "match",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("local_resource_id", sa.Integer(), nullable=True),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asking",
                "arranging",
                "meeting",
                "agreed",
                "active",
                "ended",
                "failed",
                "cancelled",
                name="matchstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("level_id", sa.Integer(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "accepted",
                "declined",
                "pending",
                "none",
                name="answer",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("decline_reason", sa.String(), nullable=False),
        sa.Column("meeting_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("supporter_words", sa.String(), nullable=False),
        sa.Column("place_words", sa.String(), nullable=False),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["level_id"], ["activity_level.id"], name=op.f("fk_match_level_id_activity_level")
        ),
        sa.ForeignKeyConstraint(
            ["local_resource_id"],
            ["local_resource.id"],
            name=op.f("fk_match_local_resource_id_local_resource"),
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_request.id"], name=op.f("fk_match_request_id_help_request")
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporter.id"], name=op.f("fk_match_supporter_id_supporter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
    )
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_agreed_on"), ["agreed_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_match_asked_on"), ["asked_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_match_follow_up_on"), ["follow_up_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_match_local_resource_id"), ["local_resource_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_match_request_id"), ["request_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_match_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_match_supporter_id"), ["supporter_id"], unique=False)

    op.create_table(
        "qualification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("obtained_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporter.id"], name=op.f("fk_qualification_supporter_id_supporter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualification")),
    )
    with op.batch_alter_table("qualification", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_qualification_expires_on"), ["expires_on"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_qualification_supporter_id"), ["supporter_id"], unique=False
        )

    op.create_table(
        "request_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["support_kind.id"], name=op.f("fk_request_kind_kind_id_support_kind")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["help_request.id"],
            name=op.f("fk_request_kind_request_id_help_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_kind")),
        sa.UniqueConstraint("request_id", "kind_id", name=op.f("uq_request_kind_request_id")),
    )
    with op.batch_alter_table("request_kind", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_kind_kind_id"), ["kind_id"], unique=False)

    op.create_table(
        "supporter_confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_supporter_confirmation_supporter_id_supporter"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter_confirmation")),
    )
    with op.batch_alter_table("supporter_confirmation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supporter_confirmation_supporter_id"), ["supporter_id"], unique=False
        )

    op.create_table(
        "supporter_district",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_id"],
            ["district.id"],
            name=op.f("fk_supporter_district_district_id_district"),
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_supporter_district_supporter_id_supporter"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter_district")),
        sa.UniqueConstraint(
            "supporter_id", "district_id", name=op.f("uq_supporter_district_supporter_id")
        ),
    )
    with op.batch_alter_table("supporter_district", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supporter_district_district_id"), ["district_id"], unique=False
        )

    op.create_table(
        "supporter_skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column(
            "skill",
            sa.Enum("can", "good", name="skill", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("wished", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["support_kind.id"], name=op.f("fk_supporter_skill_kind_id_support_kind")
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_supporter_skill_supporter_id_supporter"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter_skill")),
        sa.UniqueConstraint(
            "supporter_id", "kind_id", name=op.f("uq_supporter_skill_supporter_id")
        ),
    )
    with op.batch_alter_table("supporter_skill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_supporter_skill_kind_id"), ["kind_id"], unique=False)

    op.create_table(
        "supporter_state_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "registered",
                "paused",
                "cancelled",
                "expired",
                name="supporterstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "own_wish",
                "moved",
                "health",
                "deceased",
                "not_eligible",
                "other",
                name="endreason",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporter.id"],
            name=op.f("fk_supporter_state_change_supporter_id_supporter"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter_state_change")),
    )
    with op.batch_alter_table("supporter_state_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supporter_state_change_supporter_id"), ["supporter_id"], unique=False
        )

    op.create_table(
        "activity_slip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"], ["match.id"], name=op.f("fk_activity_slip_match_id_match")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_slip")),
        sa.UniqueConstraint("match_id", "month", name=op.f("uq_activity_slip_match_id")),
    )
    with op.batch_alter_table("activity_slip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_slip_month"), ["month"], unique=False)

    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "near_miss",
                "injury",
                "damage",
                "complaint",
                "other",
                name="incidentkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("response", sa.String(), nullable=False),
        sa.Column("insurance_claimed_on", sa.Date(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["match_id"], ["match.id"], name=op.f("fk_incident_match_id_match")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_happened_on"), ["happened_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_match_id"), ["match_id"], unique=False)

    op.create_table(
        "match_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asking",
                "arranging",
                "meeting",
                "agreed",
                "active",
                "ended",
                "failed",
                "cancelled",
                name="matchstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"], ["match.id"], name=op.f("fk_match_step_match_id_match")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_step")),
    )
    with op.batch_alter_table("match_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_step_match_id"), ["match_id"], unique=False)

    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slip_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column("people_helped", sa.Integer(), nullable=True),
        sa.Column("fare", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["support_kind.id"], name=op.f("fk_activity_kind_id_support_kind")
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["activity_slip.id"], name=op.f("fk_activity_slip_id_activity_slip")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_kind_id"), ["kind_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_on_day"), ["on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_slip_id"), ["slip_id"], unique=False)
    _fill("activity_level", [{"name": name} for name in LEVELS])
    columns = ("name", "short_name", "distance_matters")
    _fill("support_kind", [dict(zip(columns, kind, strict=True)) for kind in SUPPORT_KINDS])
    _fill("resource_kind", [{"name": name} for name in RESOURCE_KINDS])


def _fill(name: str, entries: list[dict[str, object]]) -> None:
    rows = [{**entry, "position": at, "retired": False} for at, entry in enumerate(entries, 1)]
    op.bulk_insert(sa.table(name, *(sa.column(column) for column in rows[0])), rows)
