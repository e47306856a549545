"""The table of keys, and the reviewer's own key map."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.review.schemes import PRESETS, RESERVED_KEYS, Label, Scheme, preset
from workbench.tui.keys.own import config_folder, read_keymap
from workbench.tui.keys.table import CARET, COMMANDS, DIALOG, REVIEW, KeyMapError, build, key_of


@pytest.mark.parametrize("name", PRESETS)
def test_each_preset_has_a_key_for_each_of_its_verdicts(name: str) -> None:
    scheme = preset(name)
    table = build(scheme)
    for number, label in enumerate(scheme.labels, start=1):
        by_own = table.find(REVIEW, label.key)
        by_number = table.find(REVIEW, str(number))
        assert by_own is not None and by_own.id == f"verdict:{label.id}"
        assert by_number is not None and by_number.id.startswith("verdict:")


def test_the_letters_of_the_screen_are_kept_from_schemes() -> None:
    used = {k for c in COMMANDS if c.mode == REVIEW for k in c.keys if len(k) == 1 and k.isalpha()}
    assert used <= RESERVED_KEYS


def test_a_letter_of_the_scheme_that_is_taken_leaves_the_number() -> None:
    labels = (Label("true", "true", "t", "+", "green", ""),)
    table = build(Scheme("s", 1, "S", "", labels))
    taken, number = table.find(REVIEW, "t"), table.find(REVIEW, "1")
    assert taken is not None and taken.id == "tag"
    assert number is not None and number.id == "verdict:true"


def test_own_keys_replace_the_default_ones() -> None:
    table = build(preset("default"), {"later": ("l",), "verified": ("y",)})
    later, verdict = table.find(REVIEW, "l"), table.find(REVIEW, "y")
    assert later is not None and later.id == "later"
    assert verdict is not None and verdict.id == "verdict:verified"
    assert table.find(REVIEW, "space") is None
    assert ("l", "later") in table.bar(REVIEW)


def test_a_key_for_two_commands_is_refused_by_name() -> None:
    with pytest.raises(KeyMapError, match=r"'t' is both '(later|tag)'"):
        build(preset("default"), {"later": ("t",)})


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(KeyMapError, match="no command 'lunch'"):
        build(preset("default"), {"lunch": ("l",)})


def test_the_same_key_may_serve_in_two_modes() -> None:
    table = build(None)
    found = [table.find(mode, "j") for mode in (REVIEW, CARET, DIALOG)]
    assert [command.id for command in found if command] == ["next", "line-down", "down"]


def test_every_command_says_what_it_does() -> None:
    assert all(c.word and c.help and c.group and c.keys for c in COMMANDS)
    assert len({c.id for c in COMMANDS}) == len(COMMANDS)


def test_a_key_map_is_read(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text('[keys]\nlater = " "\nundo = ["z", "ctrl+z"]\n', encoding="utf-8")
    assert read_keymap(path) == {"later": ("space",), "undo": ("z", "ctrl+z")}


def test_no_key_map_is_an_empty_one(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "keys.toml") == {}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[keys\n", "keys.toml"),
        ("[key]\nundo = 'z'\n", r"\[keys\]"),
        ("[keys]\nundo = 3\n", "'undo' needs a key"),
        ("[keys]\nundo = []\n", "'undo' needs a key"),
    ],
)
def test_a_broken_key_map_is_one_clear_line(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KeyMapError, match=reason) as caught:
        read_keymap(path)
    assert "\n" not in str(caught.value)


def test_a_key_map_that_is_no_text_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyMapError):
        read_keymap(path)


def test_settings_are_where_the_system_keeps_them(tmp_path: Path) -> None:
    assert config_folder({"XDG_CONFIG_HOME": str(tmp_path)}, "linux") == tmp_path / "workbench"
    assert config_folder({"APPDATA": str(tmp_path)}, "win32") == tmp_path / "workbench"
    assert config_folder({}, "linux").parts[-2:] == (".config", "workbench")


def test_a_pressed_key_has_the_name_of_its_character() -> None:
    from textual.events import Key

    assert key_of(Key("question_mark", "?")) == "?"
    assert key_of(Key("space", " ")) == "space"
    assert key_of(Key("ctrl+p", "\x10")) == "ctrl+p"
    assert key_of(Key("U", "U")) == "U"
