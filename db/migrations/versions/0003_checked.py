"""Checked claims, and vectors of texts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "checked",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("external_id", sa.Text),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("verdict", sa.Text),
        sa.Column("polarity", sa.String, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("claimant", sa.Text),
        sa.Column("claimed", sa.String),
        sa.Column("published", sa.String),
        sa.Column("language", sa.String),
        sa.Column("origin", sa.Text),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("meta", sa.JSON, nullable=False),
    )
    op.create_table(
        "checked_word",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("claims", sa.Integer, nullable=False),
    )
    op.create_table(
        "checked_posting",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("block", SEQ, primary_key=True, autoincrement=False),
        sa.Column("seqs", sa.LargeBinary, nullable=False),
        sa.Column("weights", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "checked_vector",
        sa.Column(
            "checked_seq",
            SEQ,
            sa.ForeignKey("checked.seq"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "vector",
        sa.Column("model", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    for table in ("vector", "checked_vector", "checked_posting", "checked_word"):
        op.drop_table(table)
    op.drop_table("checked")
