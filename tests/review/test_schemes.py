"""Schemes: presets are sound, a project's own file is read, a broken one is refused by line."""

import json
from pathlib import Path

import pytest

from workbench.review import schemes, toml_lines
from workbench.review.schemes import PRESETS, RESERVED_KEYS, TARGETS, SchemeError
from workbench.tui.keys.table import COMMANDS, REVIEW

GOOD = '''\
name = "courts"
version = 2
title = "Courts"
description = "For claims about rulings"
tags = ["ruling", "statute"]
free_tags = false
guidelines = """
key = "not a key"
[[labels]]
"""

[[labels]]
id = "holds"
name = "holds"
key = "y"
glyph = "✓"
color = "green"
definition = "The ruling says so."
maps = { fever = "SUPPORTS" }

[[labels]]
id = "fails"
name = "fails"
key = "2"
glyph = "✗"
color = "#aa0000"
[labels.maps]
fever = "REFUTES"
liar = "false"
'''


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "courts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_sound_and_survive_the_store(name: str) -> None:
    scheme = schemes.preset(name)
    assert scheme.name == name
    assert all(label.definition for label in scheme.labels)
    assert schemes.from_dict(json.loads(json.dumps(schemes.to_dict(scheme)))) == scheme


def test_each_dataset_label_is_reached_by_its_own_preset() -> None:
    for name, target in (("fever", "fever"), ("averitec", "averitec"), ("politifact", "liar")):
        reached = [label.maps[target] for label in schemes.preset(name).labels]
        assert sorted(reached) == sorted(TARGETS[target])
    assert schemes.preset("politifact").ordered
    assert len(schemes.preset("default").labels) == 5


def test_a_projects_own_file(tmp_path: Path) -> None:
    scheme = schemes.load(write(tmp_path, GOOD))
    assert scheme.ref == "courts@2"
    assert [label.id for label in scheme.labels] == ["holds", "fails"]
    assert scheme.by_key("y") is scheme.label("holds")
    assert scheme.label("fails") is not None
    assert scheme.labels[1].maps == {"fever": "REFUTES", "liar": "false"}
    assert scheme.tags == ("ruling", "statute")
    assert not scheme.free_tags
    assert schemes.from_dict(schemes.to_dict(scheme)) == scheme


def test_windows_lines_and_a_mark_at_the_start_are_read(tmp_path: Path) -> None:
    path = tmp_path / "courts.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert schemes.load(path) == schemes.load(write(tmp_path, GOOD))


BROKEN = [
    ('key = "2"', 'key = "y"', 'key = "y"\nglyph = "✗"', "already that of label 'holds'"),
    ('key = "y"', 'key = "j"', 'key = "j"', "belongs to the review screen"),
    ('key = "y"', 'key = "0"', 'key = "0"', "1-9 or a letter"),
    ('key = "y"', 'key = "yy"', 'key = "yy"', "1-9 or a letter"),
    ('id = "fails"', 'id = "holds"', 'id = "holds"\nname = "fails"', "already"),
    ('id = "fails"', 'id = "It Fails"', "It Fails", "a-z, 0-9"),
    ('glyph = "✗"', 'glyph = "❌"', "❌", "one cell"),
    ('glyph = "✗"', 'glyph = "✗✗"', "✗✗", "one cell"),
    ('glyph = "✗"', 'glyph = "\\u0301"', "u0301", "one cell"),
    ('color = "green"', 'colour = "green"', "colour", "did you mean color?"),
    ('color = "green"', 'color = "greenish"', "greenish", "#rrggbb"),
    ('fever = "REFUTES"', 'fever = "REFUTED"', "REFUTED", "fever has no 'REFUTED'"),
    ('fever = "SUPPORTS"', 'fewer = "SUPPORTS"', "fewer", "did you mean fever?"),
    ("version = 2", 'version = "2"', "version", "a whole number"),
    ("version = 2", "version = true", "version", "a whole number"),
    ("version = 2", "version = 0", "version", "1 or more"),
    ('name = "courts"', 'name = "The Courts"', "name", "a-z, 0-9"),
    ('name = "holds"', 'name = "ho\\u001b]0;x"', 'name = "ho', "control"),
    ('name = "holds"', 'name = " "', 'name = " "', "empty"),
    ('"ruling", "statute"', '"ruling", "ruling"', "tags", "twice"),
    ('"ruling", "statute"', '"ruling", 3', "tags", "one line of text"),
    ("free_tags = false", 'free_tags = "no"', "free_tags", "true or false"),
    ("version = 2", "version = ", "version", "not TOML"),
]


@pytest.mark.parametrize(("old", "new", "at", "reason"), BROKEN)
def test_a_broken_file_is_refused_with_line_and_reason(
    tmp_path: Path, old: str, new: str, at: str, reason: str
) -> None:
    text = GOOD.replace(old, new)
    assert text != GOOD
    path = write(tmp_path, text)
    with pytest.raises(SchemeError) as caught:
        schemes.load(path)
    assert reason in caught.value.reason
    assert caught.value.line == line_of(text, at)
    assert str(caught.value).startswith(f"{path}:{caught.value.line}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_value_names_its_table(tmp_path: Path) -> None:
    text = GOOD.replace('key = "2"\n', "")
    with pytest.raises(SchemeError, match="key is missing") as caught:
        schemes.load(write(tmp_path, text))
    assert caught.value.line == text[: text.index('id = "fails"')].count("\n")


def test_no_labels_at_all(tmp_path: Path) -> None:
    for text in ('name = "x"\n', 'name = "x"\nlabels = []\n', 'name = "x"\nlabels = [1]\n'):
        with pytest.raises(SchemeError):
            schemes.load(write(tmp_path, text))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SchemeError, match="cannot be read"):
        schemes.load(tmp_path / "none.toml")
    with pytest.raises(SchemeError, match="cannot be read"):
        schemes.load(tmp_path)
    path = tmp_path / "latin.toml"
    path.write_bytes(b'name = "x"\ntitle = "caf\xe9"\n')
    with pytest.raises(SchemeError, match="not UTF-8") as caught:
        schemes.load(path)
    assert caught.value.line == 2


def test_a_name_that_is_neither_preset_nor_file() -> None:
    with pytest.raises(SchemeError, match="there are default, fever"):
        schemes.find("defualt")
    assert schemes.find("fever") is schemes.preset("fever")


def test_renaming_a_label_keeps_its_id(tmp_path: Path) -> None:
    before = schemes.load(write(tmp_path, GOOD))
    text = GOOD.replace('name = "holds"', 'name = "stands"').replace("version = 2", "version = 3")
    after = schemes.load(write(tmp_path, text))
    assert {label.id for label in after.labels} == {label.id for label in before.labels}
    renamed = after.label("holds")
    assert renamed is not None
    assert renamed.name == "stands"


def test_no_label_can_take_a_key_of_the_review_screen() -> None:
    keys = {key for command in COMMANDS if command.mode == REVIEW for key in command.keys}
    letters = {key for key in keys if len(key) == 1 and key.isalnum()}
    assert letters <= RESERVED_KEYS
    assert not RESERVED_KEYS & set("123456789")


def test_lines_are_found_in_every_way_to_write_toml() -> None:
    source = """\
# labels = "a comment"
"title" = 'x = "y"'
text = '''
[[labels]]
id = 1
'''
labels.deep = 1

[ a . "b" ]  # a table
  c = [
    "d",
  ]
[[rows]]
id = 1
  [rows.maps]
  x = 1
[[rows]]
[rows.maps]
x = { y = 2 }
"""
    lines = toml_lines.lines_of(source)
    for path, line in (
        (("title",), 2),
        (("text",), 3),
        (("labels", "deep"), 7),
        (("a", "b", "c", 0), 10),
        (("rows", 0, "id"), 14),
        (("rows", 0, "maps", "x"), 16),
        (("rows", 1, "maps", "x", "y"), 19),
        (("rows", 1, "id"), 17),
        (("nothing",), 1),
    ):
        assert toml_lines.find(lines, path) == line, path
