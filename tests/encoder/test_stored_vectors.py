import pytest

from db import vectors
from db.engine import Database
from workbench.encoder import available

TEXTS = ["The mayor opened a bridge.", "Fees rose by 4%.", "The mayor opened a bridge."]


def test_a_kept_vector_stays_as_it_is(database: Database) -> None:
    with database.write() as connection:
        vectors.put(connection, "m", {"a": b"1", "b": b"2"})
        vectors.put(connection, "m", {"b": b"other", "c": b"3"})
        vectors.put(connection, "n", {"a": b"of another model"})
        vectors.put(connection, "m", {})
    with database.read() as connection:
        assert vectors.get(connection, "m", ["a", "b", "x", "a"]) == {"a": b"1", "b": b"2"}
        assert vectors.known(connection, "m", [f"{n}" for n in range(900)] + ["c"]) == {"c"}
        assert vectors.count(connection, "m") == 3


def test_keys_know_every_text(database: Database) -> None:
    assert len({vectors.key(text) for text in ("", "a", "a ", "\udc80")}) == 4


@pytest.mark.skipif(not available(), reason="needs the extra semantic")
def test_a_text_has_the_same_vector_in_any_company(database: Database) -> None:
    import numpy as np

    from workbench.encoder.stored import missing, vectors_of

    told: list[tuple[int, int]] = []
    assert missing(database, TEXTS) == 2
    first = vectors_of(database, TEXTS, lambda done, total: told.append((done, total)))
    assert told == [(2, 2)] and missing(database, TEXTS) == 0
    assert np.array_equal(first[0], first[2])
    assert np.abs(np.linalg.norm(first, axis=1) - 1).max() < 1e-3
    again = vectors_of(database, [*reversed(TEXTS), "A longer text, which nobody has seen yet."])
    assert np.array_equal(again[0], first[2]) and np.array_equal(again[1], first[1])
