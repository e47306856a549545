"""Both engines together: what is shown besides the claims of the trees."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import Candidate, propose
from workbench.propose.joint.arcs import arcs, true_to
from workbench.propose.joint.faithful import (
    asserted,
    place_of,
    told_of_name,
    unbroken,
    whole,
)
from workbench.propose.joint.grounds import Ground
from workbench.propose.joint.keep import LEAST, dropped
from workbench.propose.joint.sound import sound
from workbench.propose.joint.standing import standing, subordinate
from workbench.propose.joint.table import (
    DROPPED,
    NAMES,
    PIECE,
    RULED,
    SHOWN,
    Told,
    compared,
    options,
    rows,
    table,
)
from workbench.propose.joint.underline import NAMES as UNDERLINED
from workbench.propose.semantic.engine import SemanticEngine
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.repair import repair
from workbench.propose.tree.tokens import tokenize
from workbench.propose.tree.tree import Tree


def parsed(text: str) -> Tree:
    tree = parse_around([tokenize(text, 0, len(text))])[0]
    assert tree is not None
    return repair(tree)


def claim(text: str, quote: str, kind: str = "clause", parts: str | None = None) -> Candidate:
    start = text.index(quote)
    first = text.index(parts) if parts is not None else start
    piece = (first, first + len(parts or quote))
    return Candidate(
        start, start + len(quote), quote, text, quote, (piece,), 0.5, kind, 0, len(text)
    )


TEXT = "The mill was sold in 2016 and closed in 2019, when Ann Oe left for the coast."
FIRST, SECOND = "The mill was sold in 2016", "closed in 2019"
THIRD = "Ann Oe left for the coast"


def told(found: list[Candidate], ruled: list[Candidate]) -> list[Told]:
    return compared(table(TEXT, found, ruled, ()), [parsed(TEXT)])


def open_to(found: list[Candidate], ruled: list[Candidate]) -> list[str]:
    made = told(found, ruled)
    return [made[place].candidate.quote for place in options(made)]


def test_only_another_claim_is_open() -> None:
    shown = [claim(TEXT, FIRST), claim(TEXT, SECOND)]
    piece = claim(TEXT, "was sold in 2016", "phrase", FIRST)
    ruled = [claim(TEXT, FIRST), claim(TEXT, THIRD)]
    made = told([*shown, piece], ruled)
    assert [t.source for t in made] == [SHOWN, SHOWN, PIECE, RULED, RULED]
    assert open_to([*shown, piece], ruled) == [THIRD]


def test_two_claims_as_one_are_not_open() -> None:
    both = claim(TEXT, "The mill was sold in 2016 and closed in 2019")
    assert open_to([claim(TEXT, FIRST), claim(TEXT, SECOND)], [both]) == []
    assert open_to([claim(TEXT, SECOND)], [both]) == [both.quote]


def test_a_variant_of_what_is_shown_is_open_only_where_it_says_much_less() -> None:
    whole = claim(TEXT, "closed in 2019, when Ann Oe left for the coast")
    less = claim(TEXT, "closed in 2019, when Ann Oe left for the")
    assert open_to([whole], [less]) == []
    assert open_to([whole], [claim(TEXT, SECOND)]) == [SECOND]
    # of the same words, but built on another verb
    assert open_to([whole], [claim(TEXT, "when Ann Oe left for the coast")]) != []


def test_no_variant_leaves_out_the_date_in_front() -> None:
    text = "In 2019 the mill closed for good."
    shown = claim(text, "In 2019 the mill closed for good")
    less = claim(text, "the mill closed")
    made = compared(table(text, [shown], [less], ()), [parsed(text)])
    assert options(made) == []


def test_what_is_hardly_marked_is_dropped_and_stands_in_nobody_s_way() -> None:
    made = told([claim(TEXT, FIRST), claim(TEXT, SECOND)], [claim(TEXT, SECOND)])
    scores = np.array([LEAST, LEAST - 0.01, 0.0], dtype=np.float32)
    left = compared(dropped(made, scores), [parsed(TEXT)])
    assert [t.source for t in left] == [SHOWN, DROPPED, RULED]
    assert options(made) == [] and options(left) == [2]


def test_a_row_says_what_its_name_says() -> None:
    made = told([claim(TEXT, FIRST), claim(TEXT, "sold in 2016", "phrase")], [claim(TEXT, THIRD)])
    marked = np.full((3, len(UNDERLINED)), 0.5, np.float32)
    found = rows(TEXT, made, [0, 1, 2], [Ground(parsed(TEXT), None, False)], marked)
    assert found.shape == (3, len(NAMES))
    values = dict(zip(NAMES, found[2], strict=True))
    assert values["ruled"] == 1 and values["piece"] == 0 and values["clause"] == 1
    assert values["like shown"] == 0 and values["number"] == 0 and values["stop after"] == 1
    assert values["words"] == values["span"] == 6 and values["capitals"] == 1
    assert dict(zip(NAMES, found[1], strict=True))["inside"] == 1
    assert (values["finite"], values["subject"], values["set off"]) == (1, 1, 1)
    assert values["new"] == 1 and values["score"] == -1 and values["underlined anew"] == 0.5


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("The mill was sold in 2016", True),
        ("The date before the measurements", False),
        ("The mill was suspended by", False),
        ("A draft of the report says", False),
        ("We hope that the mill will reopen", False),
        ("A number the coalition does not have", False),
        ("Critics accused Ann Oe of hiding a report", True),
        ("The firm declined to comment", True),
        ("Nurses will receive half of that", True),
        ("Ann Oe were rescued by tractor", False),
        ("The measure went to Gov. Luis Oe", True),
        ("A driver who witnesses said fled the scene in a red van", False),
        ("The mill was sold. Nobody came", False),
    ],
)
def test_a_statement_is_a_finite_clause(line: str, right: bool) -> None:
    assert sound(line, parsed(line)) is right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("The mill closed in 2019", True),
        ("Ann Oe left for the coast", True),
        ("Ann Oe closed the mill", False),
        ("The coast was sold in 2016", False),
        ("Ann Oe left the coast", False),
    ],
)
def test_who_did_what_is_as_in_the_sentence(line: str, right: bool) -> None:
    assert true_to(parsed(line), arcs([parsed(TEXT)])) is right


def test_what_belongs_to_a_word_stays_with_it() -> None:
    text = "Trade between the two states did not reach 1.3 billion euros in May."
    tree = parsed(text)
    start = text.index("reach")
    assert whole([tree], [(0, len(text) - 1)])
    assert not whole([tree], [(0, text.index(" in May"))])  # what is denied is all of it
    assert not whole([tree], [(0, start + 5), (text.index("euros"), len(text))])
    assert not whole([tree], [(0, text.index("did")), (start, len(text))])
    text = "Trade between the two states reached 1.3 billion euros in May."
    assert whole([parsed(text)], [(0, text.index(" in May"))])


@pytest.mark.parametrize(
    ("text", "verb", "stated"),
    [
        ("The ministry denied that the drones had crossed the border.", "crossed", False),
        ("If the drones crossed the border, they would be shot down.", "crossed", False),
        ("They hoped that the drones crossed the border.", "crossed", False),
        ("The ministry said that the drones had crossed the border.", "crossed", True),
    ],
)
def test_what_is_denied_or_hoped_is_not_stated(text: str, verb: str, stated: bool) -> None:
    place = place_of([parsed(text)], [(0, len(text))], verb)
    assert place is not None and asserted(place) is stated


def test_nothing_is_left_out_behind_the_verb_but_its_end() -> None:
    text = "A flat costs 90 euros a week, 5 euros less than in May."
    place = place_of([parsed(text)], [(0, len(text))], "costs")
    assert place is not None
    end, start = text.index(" a week"), text.index("5 euros")
    assert not unbroken([(0, end), (start, len(text))], place)
    assert unbroken([(0, end)], place)
    assert unbroken([(0, 1), (2, end)], place)


@pytest.mark.parametrize(
    ("text", "claim", "right"),
    [
        ("Independent experts urged caution on Monday, but few listened.",
         "Independent experts urged caution on Monday", True),
        ("Ann Oe called on Moscow to resume the talks.", "Ann Oe called on Moscow", False),
        ("A petition signed by 8,400 people.", "A petition signed by 8,400 people", False),
        ("She had asked what the mill was worth.", "what the mill was worth", False),
        ("The mill closed because it leaked.", "because it leaked", False),
    ],
)  # fmt: skip
def test_a_clause_of_the_sentence_stands(text: str, claim: str, right: bool) -> None:
    start = text.index(claim)
    found = standing([parsed(text)], [(start, start + len(claim))])
    assert (found is not None) is right
    if found is not None:
        assert [w.form for w in found.words] == [w.form for w in tokenize(claim, 0, len(claim))]
        assert found.heads.count(-1) == 1


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("The cup will go to Elin Karsbo, who finished fourth.", "to ", True),
        ("Council tax will rise by 4.99 per cent, which adds £87 to the bill.", "by ", False),
    ],
)
def test_a_noun_that_is_told_of_leaves_its_preposition(text: str, left: str, right: bool) -> None:
    start = text.index(left) + len(left)
    name = (start, text.index(","))
    told = (text.index(", wh") + 6, len(text) - 1)
    assert whole([parsed(text)], [name, told]) is right


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The town spent 9 million euros on lamps last year.", " on lamps"),
        ("The paper lost two thirds of its readers in May.", " of its readers"),
    ],
)
def test_a_number_keeps_what_it_is_of_or_for(text: str, end: str) -> None:
    assert not whole([parsed(text)], [(0, text.index(end))])
    assert whole([parsed(text)], [(0, text.index(end) + len(end))])


ARTICLE = (
    "The inquiry began when a porter, going through old lists, noticed that nine crates had been "
    "signed for twice. “I was elected by 61 votes,” said Teodor Maas, who runs the port of Lowmere "
    "(pop. 4,000). Helicopters have flown out 87 people, most of them guests of the Hotel Anker. "
    "In the two days before, 214 millimetres of rain had fallen on Lowmere, about as much as in a "
    "whole autumn month of the years before the war."
)


def test_what_is_shown_besides_is_no_span_twice_and_verbatim() -> None:
    alone = SemanticEngine(joint=None).candidates(ARTICLE, ())
    both = propose(ARTICLE, engine="semantic", language="en", furniture=())
    kept = {(c.start, c.end) for c in alone if c.kind != "phrase"}
    shown = [c for c in both if c.kind != "phrase"]
    assert kept <= {(c.start, c.end) for c in shown}
    assert len(shown) > len(kept)
    assert len({(c.start, c.end) for c in both}) == len(both)
    assert all(ARTICLE[c.start : c.end] == c.quote for c in both)
    assert [c.start for c in both] == sorted(c.start for c in both)


def test_the_choice_is_the_same_each_time() -> None:
    first, second = (propose(ARTICLE, engine="semantic", language="en") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "text",
    [
        "If the match is lost on Sunday, the club is sold to a firm in Arl.",
        "Were prices to fall by a tenth, one farm in five would close.",
        "Should it rain, the match is moved to the hall in Arl.",
    ],
)
def test_what_depends_on_a_condition_keeps_it(text: str) -> None:
    found = propose(text, engine="semantic", language="en", furniture=())
    assert {c.statement for c in found if c.kind == "clause"} <= {text.rstrip(".")}


@pytest.mark.parametrize(
    ("text", "piece", "right"),
    [
        ("He sent flowers when Ann Oe was ill.", "when Ann Oe was ill", True),
        ("It was found exactly where Ann Oe had put it.", "exactly where Ann Oe had put it", True),
        ("He sent flowers when Ann Oe was ill.", "He sent flowers when Ann Oe was ill", False),
        ("He sent flowers when Ann Oe was ill.", "Ann Oe was ill", False),
    ],
)
def test_what_begins_with_its_joining_word_hangs_on_another(
    text: str, piece: str, right: bool
) -> None:
    start = text.index(piece)
    assert subordinate([parsed(text)], [(start, start + len(piece))]) is right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("The inquest has heard", False),
        ("However, the mill closed in 2019", False),
        ("Court records show", False),
        ("Cries were heard", True),
        ("Most of whom were treated at the scene", False),
        ("The reports are the last of which dates from 2019", False),
    ],
)
def test_no_statement_wants_its_other_half(line: str, right: bool) -> None:
    assert sound(line, parsed(line)) is right


def test_a_name_is_told_in_time_linear_in_its_length() -> None:
    line = "A" * 200 + " b, who left"
    candidate = Candidate(
        0, 202, line[:202], line, line, ((0, 202), (204, 212)), 0.5, "clause", 0, 212
    )
    assert not told_of_name(candidate)
