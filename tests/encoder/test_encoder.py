"""The sentence encoder: rows, order, meaning, absence."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

import workbench.encoder as encoder
from workbench.encoder import MissingExtraError, available, encode, runtime
from workbench.encoder.shape import shape_of, straight

needs_extra = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None, reason="the extra 'semantic' is not installed"
)


@needs_extra
def test_rows_are_unit_float32_in_the_order_of_the_texts() -> None:
    texts = ["A ferry sank.", "x " * 700, "", "The mayor resigned on Friday.", "🙂 \x1b[31m"]
    rows = encode(texts, batch=2)
    assert rows.shape == (5, 384)
    assert str(rows.dtype) == "float32"
    assert (abs((rows * rows).sum(1) - 1) < 1e-4).all()
    for text, row in zip(texts, rows, strict=True):
        assert float(encode([text])[0] @ row) > 0.9


@needs_extra
def test_texts_of_one_meaning_lie_close() -> None:
    one, same, other = encode(
        ["The council met in May.", "The council convened in May.", "Bananas are yellow."]
    )
    assert one @ same > 0.8 > 0.4 > one @ other


@needs_extra
def test_no_texts_give_no_rows() -> None:
    assert encode([]).shape == (0, 384)


def test_absence_is_one_line_that_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "installed", lambda: False)
    assert not available()
    with pytest.raises(MissingExtraError, match=r"pip install 'claim-workbench\[semantic\]'") as e:
        encode(["A ferry sank."])
    assert "\n" not in str(e.value)


def test_absence_of_numpy_is_the_same_line() -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from workbench.encoder import MissingExtraError, encode\n"
        "try: encode(['A ferry sank.'])\n"
        "except MissingExtraError: print('named')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "named\n"


@needs_extra
def test_half_a_character_is_encoded() -> None:
    assert encode(["The \ud800 ferry sank."]).shape == (1, 384)


def test_a_missing_model_file_is_absence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "installed", lambda: True)
    with pytest.raises(MissingExtraError):
        runtime.load_graph("nothing.onnx", 1)


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, workbench.encoder as e; e.available();"
        "print([m for m in ('numpy','onnxruntime','tokenizers','torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("word", "shape"),
    [("ferry", 1), ("Ferry", 2), ("NATO", 3), ("A", 2), ("B-52", 4), (".", 5), ("iPhone", 1)],
)
def test_shapes_of_words(word: str, shape: int) -> None:
    assert shape_of(word) == shape


def test_straight_keeps_the_length_of_a_word() -> None:
    assert straight("don’t “go” –") == 'don\'t "go" -'
