"""What a subject's pronoun may stand for, and which of them it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbench.propose.rules.discourse import Discourse
from workbench.propose.rules.evidence import Ask, Option, rows
from workbench.propose.rules.mentions import BESIDE, MAIN, SPEAKER, Mention, Told
from workbench.propose.rules.ranking import picked
from workbench.propose.rules.topics import Topic


class Case(NamedTuple):
    """A pronoun, those who may be meant by it, and a row of numbers for each."""

    ask: Ask
    told: Told
    discourse: Discourse
    options: list[Option]
    rows: list[list[int]]


Weigh = Callable[[Case], tuple[int, bool]]
"""Which of the options is most likely meant, and whether that is certain enough."""


def weigh(case: Case) -> tuple[int, bool]:
    """As the fitted weights say."""
    return picked(case.rows, case.ask.pronoun)


def answer(
    ask: Ask, told: Told, discourse: Discourse, ruled: Topic | None, rule: int
) -> Topic | None:
    """What the pronoun stands for, if it is certain enough; ``ruled``: what rules say."""
    options = _options(ask, told, discourse)
    if ruled is not None:
        _ruled(options, ruled, ask, told, discourse).rule = rule
    if not options:
        return None
    case = Case(ask, told, discourse, options, rows(options, ask, told, discourse))
    best, sure = discourse.weigh(case)
    pronoun = told.pronouns.get(ask.at)
    if pronoun is not None:
        pronoun.means(options[best].mention)
    option = options[best]
    if not sure or (ask.acted_upon and option.back == 1 and option.mention.role == MAIN):
        return None
    return shown(option, discourse)


def _options(ask: Ask, told: Told, discourse: Discourse) -> list[Option]:
    """Those whom the pronoun fits, the latest named first."""
    found: dict[str, Option] = {}
    opens = 0
    for back, sentence in enumerate((told, *reversed(discourse.told))):
        for mention in reversed(sentence.mentions(discourse)):
            key = mention.key
            if not key or (not back and _later(mention, ask)):
                continue
            option = found.get(key)
            if option is not None:
                option.again(mention)
            elif mention.fits(ask.pronoun):
                found[key] = Option(mention, back, len(found), opens)
        opens += sentence.opens
    return list(found.values())


def _later(mention: Mention, ask: Ask) -> bool:
    """Does it stand behind the pronoun, and is not who says it?"""
    return mention.a == ask.at or (mention.b > ask.at and mention.role != SPEAKER)


def _ruled(
    options: list[Option], ruled: Topic, ask: Ask, told: Told, discourse: Discourse
) -> Option:
    """The option that the rules choose, which is added where it is none yet."""
    words = ruled.text.split()
    low = [word.lower() for word in words]
    for option in options:
        mention = option.mention
        if mention.name:
            chosen = ruled.text in (discourse.names.get(mention.key), mention.key)
        else:
            chosen = mention.key in words or mention.key.lower() in low
        if chosen:
            break
    else:
        mention = Mention(told, ask.at, ask.at, ask.at)
        mention.key, mention.ruled, mention.role = ruled.text, ruled, BESIDE
        mention.plural, mention.group, mention.gender = ruled.plural, ruled.group, ruled.gender
        option = Option(mention, 3, 5, 2)
        options.append(option)
    option.ruled = ruled
    return option


def shown(option: Option, discourse: Discourse) -> Topic | None:
    """An option as a topic; None where it is too long to be repeated."""
    mention = option.mention
    if option.ruled is not None:
        return option.ruled
    if mention.name:
        gender = mention.gender if mention.gender in ("m", "f") else "?"
        return Topic(discourse.names.get(mention.key, mention.key), gender=gender)
    source = mention.source or mention
    return source.ruled or source.told.topic((source.a, source.b))
