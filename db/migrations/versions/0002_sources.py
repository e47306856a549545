"""Sources, passages, evidence."""

import sqlalchemy as sa
from alembic import op

from db.migrations.guards import guard

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    sources()
    words()
    evidence()
    what = "the text of a source is immutable"
    guard(op, "source_text_no_update", "UPDATE", "source_text", what)


def sources() -> None:
    op.create_table(
        "source",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("published", sa.String),
        sa.Column("retrieved", sa.String),
        sa.Column("language", sa.String),
        sa.Column("origin", sa.Text),
        sa.Column("encoding", sa.String),
        sa.Column("newline", sa.String, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("meta", sa.JSON, nullable=False),
    )
    op.create_table(
        "source_text",
        sa.Column("source_seq", SEQ, sa.ForeignKey("source.seq"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "passage",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.Text, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_index("passage_document", "passage", ["document_id", "start"])


def words() -> None:
    """The words of passages, as each database indexes them; `db.passages` fills it."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage_words USING fts5(words, title, content='',"
            " tokenize='porter unicode61 remove_diacritics 2')"
        )
        return
    op.execute("CREATE TABLE passage_words (seq BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX passage_words_gin ON passage_words USING GIN (words)")


def evidence() -> None:
    op.create_table(
        "review_evidence",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("evidence", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("source_id", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("stance", sa.String, nullable=False),
        sa.Column("check", sa.String, nullable=False),
        sa.Column("set_no", sa.Integer, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("flags", sa.JSON, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_index("review_evidence_source", "review_evidence", ["source_id"])
    op.create_table(
        "sufficiency",
        sa.Column("claim_seq", SEQ, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("of", sa.Text, primary_key=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("sufficient", sa.Boolean, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )


def downgrade() -> None:
    for table in (
        "sufficiency",
        "review_evidence",
        "passage_words",
        "passage",
        "source_text",
        "source",
    ):
        op.drop_table(table)
