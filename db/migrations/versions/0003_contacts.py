"""Organisations and what hangs on contacts: notes, files, tags, own fields, merges, searches."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KINDS = (
    "函館市（地域包括ケア推進課）",
    "函館市（その他部署）",
    "北海道・国",
    "地域包括支援センター（福祉拠点）",
    "函館市社会福祉協議会",
    "町会",
    "町会連合会",
    "在宅福祉委員会",
    "民生委員・児童委員（地区民児協）",
    "老人クラブ",
    "シルバー人材センター",
    "NPO・ボランティア団体",
    "市民活動団体（まちセン登録）",
    "通いの場・サロン（任意団体）",
    "介護サービス事業所",
    "障がい福祉事業所",
    "医療機関・薬局",
    "職能団体",
    "学校・大学",
    "保育・子育て支援",
    "企業・商店",
    "協同組合（コープ・農漁協）",
    "商工会議所・商工会",
    "金融機関・郵便局",
    "交通事業者",
    "警察・消防",
    "報道",
    "有識者",
    "高齢者の代表（公募）",
    "地区社協",
    "家政婦紹介所",
    "個人の活動家",
    "市外の組織・個人",
    "その他",
)
"""団体種別, as a new office of this version has them."""


def upgrade() -> None:
    op.create_table(
        "attachment_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment_file")),
        sa.UniqueConstraint("digest", name=op.f("uq_attachment_file_digest")),
    )
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "subject",
            sa.Enum("person", "organisation", name="subject", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "text",
                "number",
                "day",
                "yes_no",
                "choice",
                name="fieldkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("subject", "name", name=op.f("uq_custom_field_subject")),
    )
    op.create_table(
        "disposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("disposed_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "people",
                "trainees",
                "organisations",
                "notes",
                "attachments",
                "exports",
                "history",
                name="datakind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("due_before", sa.Date(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("statistics", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposal")),
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "subject",
            sa.Enum("person", "organisation", name="subject", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=False),
        sa.Column("merged_at", sa.DateTime(), nullable=False),
        sa.Column("kept_before", sa.JSON(), nullable=False),
        sa.Column("kept_after", sa.JSON(), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
    )
    with op.batch_alter_table("merge") as batch_op:
        batch_op.create_index("ix_merge_kept", ["subject", "kept_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_merge_merged_id"), ["merged_id"], unique=False)

    op.create_table(
        "not_same",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "subject",
            sa.Enum("person", "organisation", name="subject", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint("subject", "first_id", "second_id", name=op.f("uq_not_same_subject")),
    )
    op.create_table(
        "organisation_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_organisation_kind_name")),
    )
    op.create_table(
        "retention_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "people",
                "trainees",
                "organisations",
                "notes",
                "attachments",
                "exports",
                "history",
                name="datakind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_rule")),
        sa.UniqueConstraint("kind", name=op.f("uq_retention_rule_kind")),
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "subject",
            sa.Enum("person", "organisation", name="subject", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint("name", name=op.f("uq_saved_search_name")),
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
    )
    op.create_table(
        "merge_piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("merge_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("column_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("left_behind", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["merge_id"], ["merge.id"], name=op.f("fk_merge_piece_merge_id_merge")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_piece")),
    )
    with op.batch_alter_table("merge_piece") as batch_op:
        batch_op.create_index(batch_op.f("ix_merge_piece_merge_id"), ["merge_id"], unique=False)

    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("kana", sa.String(), nullable=False),
        sa.Column("legal_form", sa.String(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column("representative_title", sa.String(), nullable=False),
        sa.Column("representative_name", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("address_town", sa.String(), nullable=False),
        sa.Column("address_number", sa.String(), nullable=False),
        sa.Column("address_building", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("district_fixed", sa.Boolean(), nullable=False),
        sa.Column(
            "reach",
            sa.Enum("district", "city", "outside", name="reach", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("fax", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("agreement", sa.Boolean(), nullable=False),
        sa.Column("no_mail", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "paused",
                "closed",
                name="organisationstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_organisation_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"],
            ["organisation_kind.id"],
            name=op.f("fk_organisation_kind_id_organisation_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_merged_into_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    with op.batch_alter_table("organisation") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organisation_district_id"), ["district_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_organisation_kind_id"), ["kind_id"], unique=False)
        batch_op.create_index("ix_organisation_list", ["deleted_at", "sort_key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_organisation_merged_into_id"), ["merged_into_id"], unique=False
        )

    op.create_table(
        "affiliation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_affiliation_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_affiliation_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
    )
    with op.batch_alter_table("affiliation") as batch_op:
        batch_op.create_index(batch_op.f("ix_affiliation_ends_on"), ["ends_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_affiliation_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_affiliation_person_id"), ["person_id"], unique=False)

    op.create_table(
        "contact_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "call",
                "visit",
                "came",
                "letter",
                "fax",
                "email",
                "meeting",
                "other",
                name="notekind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("incoming", sa.Boolean(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=False),
        sa.Column("followed_up_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_contact_note_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_contact_note_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_note")),
    )
    with op.batch_alter_table("contact_note") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_note_follow_up_on"), ["follow_up_on"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_contact_note_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_contact_note_person_id"), ["person_id"], unique=False)

    op.create_table(
        "custom_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["field_id"], ["custom_field.id"], name=op.f("fk_custom_value_field_id_custom_field")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_custom_value_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_custom_value_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint("field_id", "organisation_id", name=op.f("uq_custom_value_field_id")),
        sa.UniqueConstraint("field_id", "person_id", name=op.f("uq_custom_value_field_id")),
    )
    with op.batch_alter_table("custom_value") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_custom_value_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_custom_value_person_id"), ["person_id"], unique=False)

    op.create_table(
        "household_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"],
            ["household.id"],
            name=op.f("fk_household_member_household_id_household"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_household_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
        sa.UniqueConstraint("person_id", name=op.f("uq_household_member_person_id")),
    )
    with op.batch_alter_table("household_member") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_household_member_household_id"), ["household_id"], unique=False
        )

    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "spouse",
                "parent",
                "child",
                "sibling",
                "relative",
                "introducer",
                "neighbour",
                "friend",
                "other",
                name="relationkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"], ["person.id"], name=op.f("fk_relation_other_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_relation_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
        sa.UniqueConstraint("person_id", "other_id", "kind", name=op.f("uq_relation_person_id")),
    )
    with op.batch_alter_table("relation") as batch_op:
        batch_op.create_index(batch_op.f("ix_relation_other_id"), ["other_id"], unique=False)

    op.create_table(
        "tagging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_tagging_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_tagging_person_id_person")
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_tagging_tag_id_tag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tagging")),
        sa.UniqueConstraint("tag_id", "organisation_id", name=op.f("uq_tagging_tag_id")),
        sa.UniqueConstraint("tag_id", "person_id", name=op.f("uq_tagging_tag_id")),
    )
    with op.batch_alter_table("tagging") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_tagging_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_tagging_person_id"), ["person_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("note_id", sa.Integer(), nullable=True),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["attachment_file.id"], name=op.f("fk_attachment_file_id_attachment_file")
        ),
        sa.ForeignKeyConstraint(
            ["note_id"], ["contact_note.id"], name=op.f("fk_attachment_note_id_contact_note")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_attachment_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_attachment_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment") as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_note_id"), ["note_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_attachment_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attachment_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("person") as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_person_merged_into_id"), ["merged_into_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_person_merged_into_id_person"), "person", ["merged_into_id"], ["id"]
        )
    table = sa.table(
        "organisation_kind", sa.column("name"), sa.column("position"), sa.column("retired")
    )
    rows = [{"name": name, "position": at, "retired": False} for at, name in enumerate(KINDS, 1)]
    op.bulk_insert(table, rows)
