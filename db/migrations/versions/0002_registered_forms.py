"""Registered forms, documents of the office's own, and the form an export was made with."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "form_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_file")),
        sa.UniqueConstraint("digest", name=op.f("uq_form_file_digest")),
    )
    op.create_table(
        "own_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum("person", "course", "office", name="basis", native_enum=False, length=32),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_document")),
        sa.UniqueConstraint("name", name=op.f("uq_own_document_name")),
    )
    op.create_table(
        "form_edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("own_document_id", sa.Integer(), nullable=True),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("from_year", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["form_file.id"], name=op.f("fk_form_edition_file_id_form_file")
        ),
        sa.ForeignKeyConstraint(
            ["own_document_id"],
            ["own_document.id"],
            name=op.f("fk_form_edition_own_document_id_own_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_edition")),
        sa.UniqueConstraint("document", "file_id", name=op.f("uq_form_edition_document")),
    )
    with op.batch_alter_table("form_edition") as batch_op:
        batch_op.create_index(batch_op.f("ix_form_edition_file_id"), ["file_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_form_edition_own_document_id"), ["own_document_id"], unique=False
        )

    op.create_table(
        "form_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["form_edition.id"], name=op.f("fk_form_mark_edition_id_form_edition")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_mark")),
        sa.UniqueConstraint("edition_id", "sheet", "cell", name=op.f("uq_form_mark_edition_id")),
    )
    with op.batch_alter_table("export_record") as export_record:
        export_record.add_column(sa.Column("edition_id", sa.Integer(), nullable=True))
        export_record.add_column(
            sa.Column("form_digest", sa.String(), nullable=False, server_default="")
        )
    with op.batch_alter_table("export_record") as export_record:
        export_record.alter_column("form_digest", server_default=None)
