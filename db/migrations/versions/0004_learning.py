"""What is learned from decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "rank",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("worth", sa.Float, nullable=False),
        sa.Column("uncertainty", sa.Float, nullable=False),
    )
    op.create_index("rank_worth", "rank", ["worth"])
    op.create_index("rank_uncertainty", "rank", ["uncertainty"])
    op.create_table(
        "model",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.LargeBinary, nullable=False),
        sa.Column("meta", sa.JSON, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("model")
    op.drop_table("rank")
