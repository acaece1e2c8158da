"""The coordinator's own work: log, councils, issues, surveys, plan, money and submissions."""

import json
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MASTERS = Path(__file__).parents[1] / "0005_masters.json"
"""The masters a new office of this version begins with."""


def upgrade() -> None:
    op.create_table(
        "account_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "side",
            sa.Enum("income", "expense", name="side", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["account_item.id"], name=op.f("fk_account_item_parent_id_account_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_item")),
    )
    with op.batch_alter_table("account_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_item_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "account_programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_programme")),
        sa.UniqueConstraint("name", name=op.f("uq_account_programme_name")),
    )
    op.create_table(
        "activity_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_activity_kind_name")),
    )
    op.create_table(
        "contract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("client", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("contractor", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("refunds", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
    )
    op.create_table(
        "duty_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_list")),
        sa.UniqueConstraint("starts_on", name=op.f("uq_duty_list_starts_on")),
    )
    op.create_table(
        "issue_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_issue_kind_name")),
    )
    op.create_table(
        "log_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("weather", sa.String(), nullable=False),
        sa.Column("came_at", sa.Time(), nullable=True),
        sa.Column("left_at", sa.Time(), nullable=True),
        sa.Column("tomorrow", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_day")),
        sa.UniqueConstraint("on_day", name=op.f("uq_log_day_on_day")),
    )
    op.create_table(
        "plan_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("vision", sa.Text(), nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("priorities", sa.Text(), nullable=False),
        sa.Column("structure", sa.Text(), nullable=False),
        sa.Column("overview", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("proposals", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_year")),
        sa.UniqueConstraint("fiscal_year", name=op.f("uq_plan_year_fiscal_year")),
    )
    op.create_table(
        "report_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "problems",
                "proposals",
                "next",
                name="textpart",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_text")),
        sa.UniqueConstraint("document", "first_day", "part", name=op.f("uq_report_text_document")),
    )
    op.create_table(
        "scheme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheme")),
        sa.UniqueConstraint("name", name=op.f("uq_scheme_name")),
    )
    op.create_table(
        "account_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column(
            "tax",
            sa.Enum("standard", "reduced", "none", name="taxrate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("receipt_number", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["account_item.id"], name=op.f("fk_account_entry_item_id_account_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_entry")),
    )
    with op.batch_alter_table("account_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_account_entry_fiscal_year"), ["fiscal_year"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_account_entry_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_account_entry_on_day"), ["on_day"], unique=False)

    op.create_table(
        "budget_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["account_item.id"], name=op.f("fk_budget_line_item_id_account_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
        sa.UniqueConstraint("fiscal_year", "item_id", name=op.f("uq_budget_line_fiscal_year")),
    )
    with op.batch_alter_table("budget_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_line_item_id"), ["item_id"], unique=False)

    op.create_table(
        "category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("sign", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_category_scheme_id_scheme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("scheme_id", "sign", name=op.f("uq_category_scheme_id")),
    )
    op.create_table(
        "contract_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_year_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_year")),
        sa.UniqueConstraint(
            "contract_id", "fiscal_year", name=op.f("uq_contract_year_contract_id")
        ),
    )
    with op.batch_alter_table("contract_year", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contract_year_fiscal_year"), ["fiscal_year"], unique=False
        )

    op.create_table(
        "duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("sign", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["duty_list.id"], name=op.f("fk_duty_list_id_duty_list")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("list_id", "sign", name=op.f("uq_duty_list_id")),
    )
    op.create_table(
        "local_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column(
            "scope",
            sa.Enum(
                "community", "district", "city", name="issuescope", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "brought_by",
            sa.Enum(
                "need",
                "log",
                "survey",
                "council",
                "care_meeting",
                "residents",
                "city",
                "other",
                name="broughtby",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("brought_from", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column(
            "solidarity",
            sa.Enum(
                "self_help",
                "mutual_help",
                "insured_help",
                "public_help",
                name="solidarity",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "found",
                "gathered",
                "discussed",
                "worked_on",
                "solved",
                "shelved",
                name="issuestage",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("actors", sa.String(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("taken_up", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["issue_kind.id"], name=op.f("fk_local_issue_kind_id_issue_kind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_issue")),
    )
    with op.batch_alter_table("local_issue", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_local_issue_found_on"), ["found_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_local_issue_kind_id"), ["kind_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_local_issue_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_local_issue_review_on"), ["review_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_local_issue_stage"), ["stage"], unique=False)

    op.create_table(
        "council",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum(
                "first",
                "second",
                "care",
                "liaison",
                "section",
                "other",
                name="tier",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("care_too", sa.Boolean(), nullable=False),
        sa.Column("established_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("meetings_a_year", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_council_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_council_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council")),
    )
    with op.batch_alter_table("council", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_council_district_id"), ["district_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_council_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "crossing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_crossing_category_id_category")
        ),
        sa.ForeignKeyConstraint(["duty_id"], ["duty.id"], name=op.f("fk_crossing_duty_id_duty")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["activity_kind.id"], name=op.f("fk_crossing_kind_id_activity_kind")
        ),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_crossing_scheme_id_scheme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crossing")),
        sa.UniqueConstraint("duty_id", "scheme_id", "kind_id", name=op.f("uq_crossing_duty_id")),
    )
    with op.batch_alter_table("crossing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_crossing_category_id"), ["category_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_crossing_kind_id"), ["kind_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_crossing_scheme_id"), ["scheme_id"], unique=False)

    op.create_table(
        "entry_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["account_entry.id"], name=op.f("fk_entry_share_entry_id_account_entry")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["account_programme.id"],
            name=op.f("fk_entry_share_programme_id_account_programme"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_share")),
        sa.UniqueConstraint("entry_id", "programme_id", name=op.f("uq_entry_share_entry_id")),
    )
    with op.batch_alter_table("entry_share", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_entry_share_programme_id"), ["programme_id"], unique=False
        )

    op.create_table(
        "issue_district",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_issue_district_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["local_issue.id"], name=op.f("fk_issue_district_issue_id_local_issue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_district")),
        sa.UniqueConstraint("issue_id", "district_id", name=op.f("uq_issue_district_issue_id")),
    )
    with op.batch_alter_table("issue_district", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_issue_district_district_id"), ["district_id"], unique=False
        )

    op.create_table(
        "issue_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "found",
                "gathered",
                "discussed",
                "worked_on",
                "solved",
                "shelved",
                name="issuestage",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["local_issue.id"], name=op.f("fk_issue_step_issue_id_local_issue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_step")),
    )
    with op.batch_alter_table("issue_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issue_step_issue_id"), ["issue_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum("sent", "received", name="direction", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column(
            "way",
            sa.Enum("post", "hand", "email", "fax", name="letterway", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("enclosures", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_letter_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_fiscal_year"), ["fiscal_year"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_on_day"), ["on_day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_letter_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "plan_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("actual", sa.Integer(), nullable=True),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column(
            "grade",
            sa.Enum("a", "b", "c", "d", name="grade", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("copied_from_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["copied_from_id"], ["plan_item.id"], name=op.f("fk_plan_item_copied_from_id_plan_item")
        ),
        sa.ForeignKeyConstraint(["duty_id"], ["duty.id"], name=op.f("fk_plan_item_duty_id_duty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_item")),
    )
    with op.batch_alter_table("plan_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_plan_item_copied_from_id"), ["copied_from_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_plan_item_duty_id"), ["duty_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_item_fiscal_year"), ["fiscal_year"], unique=False)

    op.create_table(
        "staff_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "coordinator",
                "assistant",
                "clerk",
                "responsible",
                name="staffrole",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("weekly_minutes", sa.Integer(), nullable=False),
        sa.Column("full_time_minutes", sa.Integer(), nullable=False),
        sa.Column("concurrent_post", sa.String(), nullable=False),
        sa.Column("city_agreed_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_staff_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_member")),
    )
    with op.batch_alter_table("staff_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_member_person_id"), ["person_id"], unique=False)

    op.create_table(
        "survey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("handed_out", sa.Integer(), nullable=True),
        sa.Column("course_id", sa.Integer(), nullable=True),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_survey_course_id_course")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    with op.batch_alter_table("survey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_course_id"), ["course_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_survey_fiscal_year"), ["fiscal_year"], unique=False)

    op.create_table(
        "answer_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_answer_sheet_district_id_district")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_answer_sheet_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_answer_sheet_survey_id_survey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_sheet")),
        sa.UniqueConstraint("survey_id", "number", name=op.f("uq_answer_sheet_survey_id")),
    )
    with op.batch_alter_table("answer_sheet", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_answer_sheet_district_id"), ["district_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_answer_sheet_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "council_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "standing",
            sa.Enum(
                "city_in_charge",
                "city_other",
                "centre",
                "welfare_council",
                "district_welfare_council",
                "welfare_commissioner",
                "neighbourhood",
                "volunteers",
                "senior_club",
                "silver_centre",
                "housekeepers",
                "care_provider",
                "medical",
                "profession",
                "chamber",
                "company",
                "cooperative",
                "police_fire",
                "expert",
                "seniors",
                "other",
                "none",
                name="standing",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "office",
            sa.Enum(
                "chair",
                "vice_chair",
                "member",
                "observer",
                "secretariat",
                name="office",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("appointment_number", sa.String(), nullable=False),
        sa.Column("appointed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_council_member_council_id_council")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_council_member_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_council_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_member")),
    )
    with op.batch_alter_table("council_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_council_member_council_id"), ["council_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_council_member_ends_on"), ["ends_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_council_member_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_council_member_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "issue_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("survey_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["local_issue.id"], name=op.f("fk_issue_evidence_issue_id_local_issue")
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["need.id"], name=op.f("fk_issue_evidence_need_id_need")
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_issue_evidence_survey_id_survey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_evidence")),
        sa.UniqueConstraint("issue_id", "need_id", name=op.f("uq_issue_evidence_issue_id")),
        sa.UniqueConstraint("issue_id", "survey_id", name=op.f("uq_issue_evidence_issue_id")),
    )
    with op.batch_alter_table("issue_evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issue_evidence_need_id"), ["need_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_issue_evidence_survey_id"), ["survey_id"], unique=False
        )

    op.create_table(
        "issue_resource",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("local_resource_id", sa.Integer(), nullable=False),
        sa.Column(
            "creation",
            sa.Enum(
                "discovered",
                "related",
                "positioned",
                "announced",
                "settled",
                name="creation",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reached_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["local_issue.id"], name=op.f("fk_issue_resource_issue_id_local_issue")
        ),
        sa.ForeignKeyConstraint(
            ["local_resource_id"],
            ["local_resource.id"],
            name=op.f("fk_issue_resource_local_resource_id_local_resource"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_resource")),
        sa.UniqueConstraint(
            "issue_id", "local_resource_id", name=op.f("uq_issue_resource_issue_id")
        ),
    )
    with op.batch_alter_table("issue_resource", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_issue_resource_local_resource_id"), ["local_resource_id"], unique=False
        )

    op.create_table(
        "log_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column(
            "means",
            sa.Enum(
                "visit",
                "came",
                "call",
                "meeting",
                "training",
                "online",
                "written",
                "desk",
                name="means",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "support",
            sa.Enum("area", "single", name="supportsort", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("people_count", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_done_on", sa.Date(), nullable=True),
        sa.Column("internal_note", sa.Text(), nullable=False),
        sa.Column("to_city", sa.Boolean(), nullable=False),
        sa.Column("report_text", sa.Text(), nullable=False),
        sa.Column("distance_km", sa.Integer(), nullable=True),
        sa.Column("fare", sa.Integer(), nullable=True),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_log_entry_district_id_district")
        ),
        sa.ForeignKeyConstraint(["duty_id"], ["duty.id"], name=op.f("fk_log_entry_duty_id_duty")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["activity_kind.id"], name=op.f("fk_log_entry_kind_id_activity_kind")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_member.id"], name=op.f("fk_log_entry_staff_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entry")),
    )
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_entry_district_id"), ["district_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_duty_id"), ["duty_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_kind_id"), ["kind_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_next_on"), ["next_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_on_day"), ["on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned", "held", "cancelled", name="meetingstate", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "openness",
            sa.Enum("open", "partly", "closed", name="openness", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("observers", sa.Integer(), nullable=False),
        sa.Column("press", sa.Integer(), nullable=False),
        sa.Column("stages", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("full_minutes", sa.Text(), nullable=False),
        sa.Column("minutes_sent_on", sa.Date(), nullable=True),
        sa.Column("minutes_confirmed_on", sa.Date(), nullable=True),
        sa.Column("next_meeting", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_meeting_council_id_council")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint(
            "council_id", "fiscal_year", "number", name=op.f("uq_meeting_council_id")
        ),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_fiscal_year"), ["fiscal_year"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_held_on"), ["held_on"], unique=False)

    op.create_table(
        "staff_training",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("attended_on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("learnt", sa.String(), nullable=False),
        sa.Column("certificate", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_member.id"], name=op.f("fk_staff_training_staff_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_training")),
    )
    with op.batch_alter_table("staff_training", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_staff_training_attended_on"), ["attended_on"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_staff_training_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=True),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("form_digest", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_submission_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["submission.id"], name=op.f("fk_submission_previous_id_submission")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_submission_document"), ["document"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_submission_fiscal_year"), ["fiscal_year"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_submission_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_submission_previous_id"), ["previous_id"], unique=False
        )

    op.create_table(
        "survey_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "single",
                "multiple",
                "scale",
                "number",
                "free",
                name="questionkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_survey_question_survey_id_survey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_question")),
    )
    with op.batch_alter_table("survey_question", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_survey_question_survey_id"), ["survey_id"], unique=False
        )

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=True),
        sa.Column("opinions", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["local_issue.id"], name=op.f("fk_agenda_item_issue_id_local_issue")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_issue_id"), ["issue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_item_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "attendee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "office",
            sa.Enum(
                "chair",
                "vice_chair",
                "member",
                "observer",
                "secretariat",
                name="office",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column(
            "reply",
            sa.Enum("comes", "proxy", "absent", name="reply", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column(
            "presence",
            sa.Enum("present", "proxy", "absent", name="presence", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("proxy_name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_attendee_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_attendee_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendee")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_attendee_meeting_id")),
    )
    with op.batch_alter_table("attendee", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendee_person_id"), ["person_id"], unique=False)

    op.create_table(
        "log_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["log_entry.id"], name=op.f("fk_log_contact_entry_id_log_entry")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_log_contact_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_log_contact_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_contact")),
    )
    with op.batch_alter_table("log_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_contact_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_log_contact_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_log_contact_person_id"), ["person_id"], unique=False)

    op.create_table(
        "meeting_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_paper_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_paper")),
    )
    with op.batch_alter_table("meeting_paper", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_paper_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "submission_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name=op.f("fk_submission_file_submission_id_submission"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission_file")),
        sa.UniqueConstraint(
            "submission_id", "format", name=op.f("uq_submission_file_submission_id")
        ),
    )
    op.create_table(
        "survey_option",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["survey_question.id"],
            name=op.f("fk_survey_option_question_id_survey_question"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_option")),
    )
    with op.batch_alter_table("survey_option", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_survey_option_question_id"), ["question_id"], unique=False
        )

    op.create_table(
        "log_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("resource_id", sa.Integer(), nullable=True),
        sa.Column("issue_id", sa.Integer(), nullable=True),
        sa.Column("match_id", sa.Integer(), nullable=True),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("note_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["log_entry.id"], name=op.f("fk_log_link_entry_id_log_entry")
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["local_issue.id"], name=op.f("fk_log_link_issue_id_local_issue")
        ),
        sa.ForeignKeyConstraint(
            ["match_id"], ["match.id"], name=op.f("fk_log_link_match_id_match")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_log_link_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_log_link_need_id_need")),
        sa.ForeignKeyConstraint(
            ["note_id"], ["contact_note.id"], name=op.f("fk_log_link_note_id_contact_note")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_request.id"], name=op.f("fk_log_link_request_id_help_request")
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["local_resource.id"],
            name=op.f("fk_log_link_resource_id_local_resource"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["course_session.id"],
            name=op.f("fk_log_link_session_id_course_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_link")),
    )
    with op.batch_alter_table("log_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_link_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_issue_id"), ["issue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_match_id"), ["match_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_need_id"), ["need_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_note_id"), ["note_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_request_id"), ["request_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_resource_id"), ["resource_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_link_session_id"), ["session_id"], unique=False)

    op.create_table(
        "resolution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("decision", "homework", name="resolutionkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name=op.f("fk_resolution_agenda_item_id_agenda_item"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_resolution_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_resolution_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution")),
    )
    with op.batch_alter_table("resolution", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_resolution_agenda_item_id"), ["agenda_item_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_resolution_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_resolution_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_resolution_person_id"), ["person_id"], unique=False)

    op.create_table(
        "survey_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("option_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["option_id"],
            ["survey_option.id"],
            name=op.f("fk_survey_answer_option_id_survey_option"),
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["survey_question.id"],
            name=op.f("fk_survey_answer_question_id_survey_question"),
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["answer_sheet.id"], name=op.f("fk_survey_answer_sheet_id_answer_sheet")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_answer")),
        sa.UniqueConstraint(
            "sheet_id", "question_id", "option_id", name=op.f("uq_survey_answer_sheet_id")
        ),
    )
    with op.batch_alter_table("survey_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_answer_option_id"), ["option_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_survey_answer_question_id"), ["question_id"], unique=False
        )
    for name, rows in json.loads(MASTERS.read_text("utf-8")).items():
        op.bulk_insert(sa.table(name, *(sa.column(column) for column in rows[0])), rows)
