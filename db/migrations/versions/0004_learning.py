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
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq", ondelete="CASCADE"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("article_seq", SEQ, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("by_worth", sa.Float, nullable=False),
        sa.Column("by_uncertainty", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("claim_seq", "version"),
    )
    for key in ("by_worth", "by_uncertainty"):
        columns = ["version", key, "article_seq", "start", "end", "claim_seq"]
        op.create_index(f"rank_{key}", "rank", columns)
    op.execute(
        'INSERT INTO rank (claim_seq, version, article_seq, start, "end", by_worth, by_uncertainty)'
        ' SELECT seq, 0, article_seq, start, "end", -worth, abs(2 * worth - 1) - 1 FROM claim'
    )
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
