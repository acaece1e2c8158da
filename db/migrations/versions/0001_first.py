"""The first tables: the office, people, training, and the record of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "course_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sign", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("minimum_attended", sa.Integer(), nullable=False),
        sa.Column("make_up_allowed", sa.Boolean(), nullable=False),
        sa.Column("excused_counts", sa.Boolean(), nullable=False),
        sa.Column("requires_kind_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["requires_kind_id"],
            ["course_kind.id"],
            name=op.f("fk_course_kind_requires_kind_id_course_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_course_kind_name")),
    )
    op.create_table(
        "district",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("centre", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_district")),
        sa.UniqueConstraint("name", name=op.f("uq_district_name")),
    )
    op.create_table(
        "export_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_record")),
    )
    op.create_table(
        "operation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "do", "note", "undo", "redo", "migration", name="kind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("reverts_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reverts_id"], ["operation.id"], name=op.f("fk_operation_reverts_id_operation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
    )
    with op.batch_alter_table("operation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_operation_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_operation_reverts_id"), ["reverts_id"], unique=False)

    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("operation_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["operation_id"], ["operation.id"], name=op.f("fk_change_operation_id_operation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_operation_id"), ["operation_id"], unique=False)
        batch_op.create_index("ix_change_row", ["table_name", "row_id"], unique=False)

    op.create_table(
        "course",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("planned_sessions", sa.Integer(), nullable=False),
        sa.Column("minimum_attended", sa.Integer(), nullable=False),
        sa.Column("make_up_allowed", sa.Boolean(), nullable=False),
        sa.Column("excused_counts", sa.Boolean(), nullable=False),
        sa.Column("requires_kind_id", sa.Integer(), nullable=True),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("recruit_from", sa.Date(), nullable=True),
        sa.Column("recruit_to", sa.Date(), nullable=True),
        sa.Column("recruit_way", sa.String(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("hosts", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "planning",
                "recruiting",
                "closed",
                "running",
                "finished",
                "reported",
                name="coursestatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("improvement", sa.String(), nullable=False),
        sa.Column("lottery_seed", sa.Integer(), nullable=True),
        sa.Column("lottery_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["course_kind.id"], name=op.f("fk_course_kind_id_course_kind")
        ),
        sa.ForeignKeyConstraint(
            ["requires_kind_id"],
            ["course_kind.id"],
            name=op.f("fk_course_requires_kind_id_course_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
    )
    with op.batch_alter_table("course", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_course_fiscal_year"), ["fiscal_year"], unique=False)
        batch_op.create_index(batch_op.f("ix_course_kind_id"), ["kind_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_kana", sa.String(), nullable=False),
        sa.Column("given_kana", sa.String(), nullable=False),
        sa.Column("kana_guessed", sa.Boolean(), nullable=False),
        sa.Column("former_name", sa.String(), nullable=False),
        sa.Column("unenterable", sa.Boolean(), nullable=False),
        sa.Column("substitute", sa.String(), nullable=False),
        sa.Column("glyph_note", sa.String(), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("male", "female", "other", name="sex", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("age_band", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("address_town", sa.String(), nullable=False),
        sa.Column("address_number", sa.String(), nullable=False),
        sa.Column("address_building", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("district_fixed", sa.Boolean(), nullable=False),
        sa.Column("neighbourhood", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("mobile", sa.String(), nullable=False),
        sa.Column("fax", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column(
            "contact_by",
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
        sa.Column("contact_hours", sa.String(), nullable=False),
        sa.Column("emergency_name", sa.String(), nullable=False),
        sa.Column("emergency_relation", sa.String(), nullable=False),
        sa.Column("emergency_phone", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("qualifications", sa.String(), nullable=False),
        sa.Column("interests", sa.String(), nullable=False),
        sa.Column("honorific", sa.String(), nullable=False),
        sa.Column("no_mail", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "moved",
                "deceased",
                "withdrawn",
                name="personstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_person_district_id_district")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_district_id"), ["district_id"], unique=False)
        batch_op.create_index("ix_person_list", ["deleted_at", "sort_key"], unique=False)
        batch_op.create_index(
            "ix_person_unsure",
            ["deleted_at", "sort_key"],
            unique=False,
            sqlite_where=sa.text("kana_guessed = 1"),
        )

    op.create_table(
        "town",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kana", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_town_district_id_district")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_town")),
        sa.UniqueConstraint("name", name=op.f("uq_town_name")),
    )
    with op.batch_alter_table("town", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_town_district_id"), ["district_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "item",
            sa.Enum(
                "purpose",
                "roster",
                "to_places",
                "to_city",
                "to_volunteer_centre",
                "to_second_layer",
                "publicity",
                "insurance",
                "mailings",
                "sensitive",
                "retention",
                name="consentitem",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "written", "spoken", "fax", "web", name="consentway", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("form_version", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_consent_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_person_id"), ["person_id"], unique=False)

    op.create_table(
        "course_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "lecture",
                "group_work",
                "practice",
                "visit",
                "trial",
                name="sessionform",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("lecturer", sa.String(), nullable=False),
        sa.Column("lecturer_title", sa.String(), nullable=False),
        sa.Column("materials", sa.String(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "held",
                "postponed",
                "cancelled",
                name="sessionstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("change_reason", sa.String(), nullable=False),
        sa.Column("first_planned_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_session_course_id_course")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_session")),
        sa.UniqueConstraint("course_id", "number", name=op.f("uq_course_session_course_id")),
    )
    with op.batch_alter_table("course_session", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_course_session_course_id"), ["course_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_course_session_held_on"), ["held_on"], unique=False)

    op.create_table(
        "enrollment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column(
            "applied_by",
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
        sa.Column(
            "heard_from",
            sa.Enum(
                "city_paper",
                "leaflet",
                "circular",
                "web",
                "newspaper",
                "friend",
                "centre",
                "other",
                name="heardfrom",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("motive", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "received",
                "accepted",
                "waiting",
                "declined",
                "withdrew",
                "completed",
                "not_completed",
                name="enrollmentstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("status_on", sa.Date(), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("waiting_order", sa.Integer(), nullable=True),
        sa.Column("lottery_order", sa.Integer(), nullable=True),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("walk_in", sa.Boolean(), nullable=False),
        sa.Column("entry_exception", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_enrollment_course_id_course")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_enrollment_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrollment")),
        sa.UniqueConstraint("course_id", "number", name=op.f("uq_enrollment_course_id")),
        sa.UniqueConstraint("course_id", "person_id", name=op.f("uq_enrollment_course_id")),
    )
    with op.batch_alter_table("enrollment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrollment_course_id"), ["course_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enrollment_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_consideration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hearing", sa.Boolean(), nullable=False),
        sa.Column("wheelchair", sa.Boolean(), nullable=False),
        sa.Column("pickup", sa.Boolean(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_consideration_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_consideration")),
        sa.UniqueConstraint("person_id", name=op.f("uq_person_consideration_person_id")),
    )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column(
            "mark",
            sa.Enum(
                "present",
                "absent",
                "late",
                "left_early",
                "excused",
                "made_up",
                name="mark",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_up_in_id", sa.Integer(), nullable=True),
        sa.Column("made_up_on", sa.Date(), nullable=True),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"],
            ["enrollment.id"],
            name=op.f("fk_attendance_enrollment_id_enrollment"),
        ),
        sa.ForeignKeyConstraint(
            ["made_up_in_id"],
            ["course_session.id"],
            name=op.f("fk_attendance_made_up_in_id_course_session"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["course_session.id"],
            name=op.f("fk_attendance_session_id_course_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "enrollment_id", "session_id", name=op.f("uq_attendance_enrollment_id")
        ),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_attendance_enrollment_id"), ["enrollment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attendance_session_id"), ["session_id"], unique=False)

    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"],
            ["enrollment.id"],
            name=op.f("fk_certificate_enrollment_id_enrollment"),
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["course_kind.id"], name=op.f("fk_certificate_kind_id_course_kind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("enrollment_id", name=op.f("uq_certificate_enrollment_id")),
        sa.UniqueConstraint(
            "fiscal_year", "kind_id", "serial", name=op.f("uq_certificate_fiscal_year")
        ),
    )
    op.create_table(
        "certificate_reissue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("reissued_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificate.id"],
            name=op.f("fk_certificate_reissue_certificate_id_certificate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_reissue")),
    )
    with op.batch_alter_table("certificate_reissue", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_certificate_reissue_certificate_id"), ["certificate_id"], unique=False
        )
