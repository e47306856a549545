"""The first schema: articles, claims, events and their projections."""

import sqlalchemy as sa
from alembic import op

from db.migrations.guards import guard

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    articles()
    claims()
    events()
    reviews()
    project()
    guards()


def articles() -> None:
    op.create_table(
        "article",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("speaker", sa.Text),
        sa.Column("published", sa.String),
        sa.Column("language", sa.String),
        sa.Column("origin", sa.Text),
        sa.Column("encoding", sa.String),
        sa.Column("newline", sa.String, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("imported_at", sa.String, nullable=False),
        sa.Column("meta", sa.JSON, nullable=False),
        sa.Column("furniture", sa.JSON, nullable=False),
    )
    op.create_table(
        "article_text",
        sa.Column("article_seq", SEQ, sa.ForeignKey("article.seq"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )


def claims() -> None:
    op.create_table(
        "claim",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("article_seq", SEQ, sa.ForeignKey("article.seq"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("worth", sa.Float, nullable=False),
        sa.Column("attributed_to", sa.Text),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("proposer", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
    )
    op.create_index("claim_order", "claim", ["article_seq", "start", "end", "seq"])
    op.create_index("claim_origin", "claim", ["origin", "proposer"])


def events() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("clock", SEQ, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("article_id", sa.String),
        sa.Column("claim_id", sa.String),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("event_claim", "event", ["claim_id", "clock", "id"])
    op.create_index("event_act", "event", ["act"])
    op.create_index("event_reviewer", "event", ["reviewer", "clock", "id"])
    op.create_index("event_clock", "event", ["clock", "id"])


def reviews() -> None:
    op.create_table(
        "review",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("verdict", sa.String),
        sa.Column("scheme", sa.String),
        sa.Column("discarded", sa.Boolean, nullable=False),
        sa.Column("later", sa.Boolean, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("statement", sa.Text),
        sa.Column("decided_at", sa.String),
        sa.Column("updated_at", sa.String, nullable=False),
    )
    op.create_index("review_reviewer", "review", ["reviewer", "claim_seq"])
    op.create_table(
        "review_tag",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("tag", sa.Text, primary_key=True),
    )
    op.create_index("review_tag_tag", "review_tag", ["tag"])


def project() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.JSON),
    )
    op.create_table(
        "place",
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("claim_id", sa.String),
    )


def guards() -> None:
    """What must never change is guarded by the database itself."""
    for name, moment, table, what in (
        ("event_no_update", "UPDATE", "event", "events are immutable"),
        ("event_no_delete", "DELETE", "event", "events are immutable"),
        ("text_no_update", "UPDATE", "article_text", "the text of an article is immutable"),
    ):
        guard(op, name, moment, table, what)


def downgrade() -> None:
    for table in (
        "place",
        "setting",
        "review_tag",
        "review",
        "event",
        "claim",
        "article_text",
        "article",
    ):
        op.drop_table(table)
