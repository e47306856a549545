"""Learning: from what is stored to an order of the queue in force."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from db import ranks
from db.engine import Database
from workbench import encoder
from workbench.review.learning.material import Material, material_of
from workbench.review.learning.model import Model, cross_scores, train
from workbench.review.learning.ordering import Progress, put_in_force

if TYPE_CHECKING:
    from numpy.typing import NDArray

STRETCH = 1000
"""Claims scored together."""

LATER = 500
"""More missing vectors than this are made after a first order without them."""


class Learned(NamedTuple):
    """The order in force, and what it was learned from."""

    engine: str  # "rules", or with "words" and "vectors"
    version: int
    changed: bool  # whether this call put another order in force
    claims: int
    kept: int
    discarded: int
    examples: int  # of a file
    source: str  # the file's name
    average_precision: float | None  # of scores by cross-validation, over all that was learned from
    rules_precision: float | None  # of the rules alone, over the same
    state: str  # SHA-256 of the model's state; "" for the rules


def can_learn() -> bool:
    """Whether the extra `learn` is installed. Imports nothing of it."""
    return find_spec("sklearn") is not None


def learn(database: Database, progress: Progress | None = None) -> Learned:
    """Bring the order of the queue up to date with all decisions, and tell of it.

    Without scikit-learn, or with fewer than five kept or discarded claims, the order is the
    rules'. Writes are short; what needs vectors that must be made first is written twice, first
    without them.

    Args:
        database: the project.
        progress: told what is done, how much of it, and how much there is.
    """
    material = material_of(database)
    told = progress or (lambda _what, _done, _total: None)
    if not can_learn() or not material.enough:
        return _put(database, material, "rules", None, told)
    if not encoder.available():
        return _put(database, material, "rules, words", None, told)
    from workbench.encoder.stored import missing, vectors_of

    engine = "rules, words, vectors"
    known = _standing(database, material, engine)
    if known is not None:
        return known
    texts = [example.text for example in material.examples]
    texts += [claim.statement for claim in material.claims]
    first = None
    if missing(database, texts) > LATER:
        first = _put(database, material, "rules, words", None, told)
    vectors = vectors_of(database, texts, lambda done, total: told("vectors", done, total))
    made = _put(database, material, engine, vectors, told)
    return made._replace(changed=made.changed or bool(first and first.changed))


def state(database: Database) -> Model | None:
    """The model in force; None where the rules are, or another version made it."""
    with database.read() as connection:
        found = ranks.get(connection)
    return Model.from_bytes(found.state) if found else None


def _standing(database: Database, material: Material, engine: str) -> Learned | None:
    """The order in force, if it is the one that this material makes."""
    with database.read() as connection:
        found = ranks.get(connection)
    if found is None or found.meta.get("made_from") != material.name(engine):
        return None
    return Learned(**found.meta["learned"])._replace(version=found.version, changed=False)


def _put(
    database: Database,
    material: Material,
    engine: str,
    vectors: NDArray[Any] | None,
    progress: Progress,
) -> Learned:
    """Learn with an engine, and put the order in force, unless it is already."""
    known = _standing(database, material, engine)
    if known is not None:
        return known
    if engine == "rules":
        model, found = None, _by_rules(material)
        scores: Iterator[tuple[int, float]] = iter([(c.seq, c.worth) for c in material.claims])
    else:
        progress("learning", 0, 1)
        model, own, found = _fit(material, vectors)
        scores = _scores(material, model, own, vectors)
    content = model.to_bytes() if model else b""
    learned = found._replace(engine=engine, state=sha256(content).hexdigest() if content else "")
    meta = {"made_from": material.name(engine), "learned": learned._asdict()}
    version, changed = put_in_force(database, scores, content, meta, progress)
    return learned._replace(version=version, changed=changed)


def _by_rules(material: Material) -> Learned:
    kept = sum(d.kept for d in material.decided)
    return Learned(
        engine="rules",
        version=0,
        changed=True,
        claims=len(material.claims),
        kept=kept,
        discarded=len(material.decided) - kept,
        examples=len(material.filed),
        source=material.source,
        average_precision=None,
        rules_precision=None,
        state="",
    )


def _fit(
    material: Material, vectors: NDArray[Any] | None
) -> tuple[Model, dict[str, float], Learned]:
    """The model; the scores of its own texts, by models that have not seen them; and the report."""
    from sklearn.metrics import average_precision_score

    from workbench.propose.worthiness import worth_of

    examples = material.examples
    weights = material.weights()
    inside = None if vectors is None else vectors[: len(examples)]
    model = train(examples, inside, weights)
    crossed = cross_scores(examples, inside, weights)
    # A claim's place must not follow from a decision on that very claim: it would tell of it.
    own = {example.text: float(score) for example, score in zip(examples, crossed, strict=True)}
    labels = [example.worth for example in examples]
    by_rules = [worth_of(example.text) for example in examples]
    found = _by_rules(material)._replace(
        average_precision=round(float(average_precision_score(labels, crossed)), 4),
        rules_precision=round(float(average_precision_score(labels, by_rules)), 4),
    )
    return model, own, found


def _scores(
    material: Material, model: Model, own: dict[str, float], vectors: NDArray[Any] | None
) -> Iterator[tuple[int, float]]:
    claims, at = material.claims, len(material.decided) + len(material.filed)
    for first in range(0, len(claims), STRETCH):
        part = claims[first : first + STRETCH]
        rows = None if vectors is None else vectors[at + first : at + first + len(part)]
        found = model.scores([c.statement for c in part], [c.kind for c in part], rows)
        for claim, score in zip(part, found, strict=True):
            yield claim.seq, own.get(claim.statement, float(score))
