"""Assignments, gold labels, second verdicts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "assignment",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("until", sa.String),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_index("assignment_reviewer", "assignment", ["reviewer", "claim_seq"])
    op.create_table(
        "gold",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("verdict", sa.String),
        sa.Column("scheme", sa.String),
        sa.Column("discarded", sa.Boolean, nullable=False),
        sa.Column("how", sa.String, nullable=False),
        sa.Column("control", sa.Boolean, nullable=False),
        sa.Column("side", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("settled", sa.Boolean, nullable=False),
        sa.Column("votes", sa.JSON, nullable=False),
        sa.Column("decided_at", sa.String, nullable=False),
    )
    op.create_table(
        "recheck",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("verdict", sa.String),
        sa.Column("scheme", sa.String),
        sa.Column("discarded", sa.Boolean, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )


def downgrade() -> None:
    for table in ("recheck", "gold", "assignment"):
        op.drop_table(table)
