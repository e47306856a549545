"""Is a statement a sentence at all? What the rules read wrongly mostly shows in its form."""

from __future__ import annotations

from workbench.propose.endings import breaks_off, ends_clause, ends_whole, stops
from workbench.propose.lexicon import ORGANISATION, WEEKDAYS, word_set
from workbench.propose.rules.clause import Clause, Range
from workbench.propose.statements import Words, asks

_DANGLING = word_set(
    "for to with at by about of and or but nor the a an than that which who whose whom as its "
    "their his our your my because although though if unless whether while whereas into onto "
    "from between among during per warning saying adding noting"
)
_HELPERS = word_set(
    "is are was were be been being has have had do does did will would can could may might must "
    "shall should not n't never 's 're 've 'll"
)
_OPENING = word_set(
    "if unless whether because that which than or and but nor though although whereas while as"
)
_ONE = word_set("is was has does 's")
_MORE = word_set("are were have do")
# singular in form, plural in use; or counted by what follows
_SEVERAL = ORGANISATION | word_set(
    "police people staff family crew couple pair majority minority number half third quarter "
    "percent cent rest lot dozen hundred thousand million per variety range handful series "
    "youth public media data cattle fish sheep aircraft pack herd army troop opposition clergy "
    "jury audience"
)


def well_formed(clause: Clause, words: Words, statement: str) -> bool:
    """Does the statement of a clause begin and end as a sentence does, and does its verb agree?"""
    plain = statement.replace("’", "'").rstrip(".”\"'").split()
    if len(plain) < 2 or (plain[-1] in _DANGLING | _HELPERS and not _whole(clause, words, plain)):
        return False
    if (
        _says_nothing(clause, words)
        or breaks_off(statement)
        or asks(statement)
        or plain[0].lower() in ("those's", "these's", "them", "him", "us", "me")
    ):
        return False
    if "let's" in statement.lower().replace("’", "'"):
        return False
    opens = plain[0].lower() in _OPENING and "," not in statement and not _that_one(clause, words)
    if opens or plain[:2] == ["Such", "as"]:
        return False
    if statement.count("(") != statement.count(")") or statement.count("[") != statement.count("]"):
        return False
    return clause.subject is None or _agrees(clause, words, clause.subject)


def _that_one(clause: Clause, words: Words) -> bool:
    """ "That measure takes a year": it points at the measure."""
    subject = clause.subject
    if subject is None or subject[1] - subject[0] < 2 or words.low[subject[0]] != "that":
        return False
    return words.tags[subject[0]] == "DT" and words.tags[subject[0] + 1] in ("NN", "JJ")


def _whole(clause: Clause, words: Words, plain: list[str]) -> bool:
    """ "Went on for a while", "asked where the van was": nothing is missing at the end."""
    end = words.ends[clause.end - 1]
    stopped = words.low[clause.end - 1] == plain[-1].lower() and stops(words.text[end : end + 3])
    if plain[-1] == "that" and words.text[end : end + 1] == ",":
        return False  # "[it fell], and to deal with that, it"
    return ends_whole(plain) or (stopped and ends_clause(plain))


_EITHER = word_set("read put cut hit set let cost shut hurt quit spread beat bet split lay")
_AS_ONE = ("ics", "us", "ss", "is")
_SAID = word_set("said says say noted replied explained")


def _says_nothing(clause: Clause, words: Words) -> bool:
    """ "Ann Oe said in a statement": what she said is elsewhere."""
    verb = clause.verb
    if verb is None or verb.passive or words.low[verb.main] not in _SAID:
        return False
    behind = words.units_in((verb.b, clause.end))
    if any(u.kind == "THAT" for u in behind):
        return False  # "said in an interview that"
    if not behind or words.low[behind[0].a] in WEEKDAYS:
        return True
    return behind[0].kind in ("IN", "T", "P", "ADV", "MAYBE")


def _agrees(clause: Clause, words: Words, subject: Range) -> bool:
    """False only where subject and verb are sure not to go together."""
    verb = clause.verb
    if verb is None or verb.form != "fin" or clause.shared_aux is not None:
        return True
    heads = [u for u in words.units_in(subject) if u.kind == "NP"]
    others = [u for u in words.units_in(subject) if u.kind != "ADV"]
    if len(heads) != 1 or len(others) != 1 or heads[0].b != subject[1]:
        return True  # "a group of men", "the mayor and his wife"
    head, first = heads[0].head, words.low[verb.a]
    tag = words.tags[verb.a] if first not in _EITHER else "VBD"
    if words.tags[head] == "NNS":
        measured = words.tags[subject[0]] == "CD" or words.low[head].endswith(_AS_ONE)
        return measured or not (first in _ONE or tag == "VBZ")
    single = words.tags[head] == "NN" and words.low[head] not in _SEVERAL
    named = words.tags[subject[0]] == "NNP" or words.words[head][0].isupper()
    counted = "CD" in words.tags[subject[0] : subject[1]]
    return not (single and not named and not counted and (first in _MORE or tag == "VBP"))
