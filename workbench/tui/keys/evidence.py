"""The keys of the screens of evidence; what they have in common with lists is in `keys`."""

from __future__ import annotations

from workbench.tui.keys.command import Command

EVIDENCE, STANCE, PIECES, JUDGING = "evidence", "stance", "pieces", "judging"
"""The modes of these screens: searching, saying the stance, the pieces held, judging another's."""


GROUP = "Evidence"
_SEARCH, _STANCE, _PIECES, _JUDGING = (
    "Searching evidence",
    "What the evidence says of the claim",
    "The evidence of a claim",
    "Whether evidence is enough",
)
SETS = tuple("123456789")
"""Keys that put a piece into a set, in every screen of evidence."""


def _search(id: str, keys: tuple[str, ...], word: str, help: str, rank: int = 0) -> Command:
    return Command(id, keys, word, help, _SEARCH, EVIDENCE, rank)


def _piece(id: str, keys: tuple[str, ...], word: str, help: str, rank: int = 0) -> Command:
    return Command(id, keys, word, help, _PIECES, PIECES, rank)


EVIDENCE_COMMANDS: tuple[Command, ...] = (
    _search("evidence-take", ("enter",), "take", "Take the marked quote; then its stance", 1),
    _search("evidence-supports", ("s",), "supports", "Take it at once: it supports the claim", 2),
    _search("evidence-refutes", ("r",), "refutes", "Take it at once: it refutes the claim", 3),
    _search("evidence-context", ("c",), "context", "Take it at once: it is context", 4),
    _search("evidence-search", ("/",), "search", "Search for other words", 6),
    _search("evidence-quote", ("p",), "paste a quote", "Find a quote that you paste or type", 7),
    _search("evidence-address", ("l",), "address", "Note an address whose text is not held", 8),
    _search("evidence-open", ("o",), "open", "Open the source there, and choose other words", 5),
    _search("evidence-question", ("a",), "answers", "The question that the next piece answers", 14),
    _search("evidence-set", SETS, "set", "The set of the next piece: all of a set are needed", 13),
    _search("mark-start-left", ("[",), "start ←", "The quote begins a word before", 9),
    _search("mark-start-right", ("]",), "start →", "The quote begins a word later", 10),
    _search("mark-end-left", ("{",), "end ←", "The quote ends a word before", 11),
    _search("mark-end-right", ("}",), "end →", "The quote ends a word later", 12),
    _search("mark-next", (")",), "next sentence", "Mark the next sentence instead", 15),
    _search("mark-previous", ("(",), "sentence before", "Mark the sentence before instead"),
    _search("mark-more", ("+", "="), "a sentence more", "Mark the next sentence too"),
    _search("mark-less", ("-",), "a sentence less", "Leave the last marked sentence out"),
    _search("evidence-leave", ("escape", "q"), "back", "Back, without evidence", 8),
    _search("evidence-help", ("?",), "help", "These keys", 16),
    Command("stance-supports", ("s",), "supports", "It supports the claim", _STANCE, STANCE, 1),
    Command("stance-refutes", ("r",), "refutes", "It refutes the claim", _STANCE, STANCE, 2),
    Command("stance-context", ("c",), "context", "It is context", _STANCE, STANCE, 3),
    Command("stance-set", SETS, "set", "The set of the piece", _STANCE, STANCE, 4),
    Command("stance-question", ("a",), "answers", "The question it answers", _STANCE, STANCE, 5),
    Command("stance-leave", ("escape", "q"), "back", "Back to the list", _STANCE, STANCE, 6),
    Command("stance-help", ("?",), "help", "These keys", _STANCE, STANCE, 7),
    _piece("piece-supports", ("s",), "supports", "The piece supports the claim", 1),
    _piece("piece-refutes", ("r",), "refutes", "The piece refutes the claim", 2),
    _piece("piece-context", ("c",), "context", "The piece is context", 3),
    _piece("piece-set", SETS, "set", "Put the piece into a set: all of a set are needed", 4),
    _piece("piece-question", ("a",), "answers", "The question that the piece answers", 5),
    _piece("piece-open", ("o", "enter"), "open", "Open the source where the quote stands", 6),
    _piece("piece-remove", ("x",), "remove", "Take the piece away", 7),
    _piece("piece-undo", ("u",), "undo", "Take the last act back", 8),
    _piece("piece-redo", ("U",), "redo", "Do again what was taken back", 9),
    _piece("pieces-leave", ("escape", "q"), "back", "Back to the claim", 10),
    _piece("pieces-help", ("?",), "help", "These keys", 11),
    Command("judge-enough", ("y",), "enough", "Yes: it is enough", _JUDGING, JUDGING, 1),
    Command("judge-not-enough", ("n",), "not enough", "No: it is not enough", _JUDGING, JUDGING, 2),
    Command("judge-skip", ("space",), "skip", "Leave it, and go on", _JUDGING, JUDGING, 3),
    Command("judge-undo", ("u",), "undo", "Take the last answer back", _JUDGING, JUDGING, 4),
    Command("judge-leave", ("escape", "q"), "back", "Back to the claims", _JUDGING, JUDGING, 5),
    Command("judge-help", ("?",), "help", "These keys", _JUDGING, JUDGING, 6),
)
"""The commands; moving is that of lists."""
