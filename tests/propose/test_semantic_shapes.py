"""Shapes of news sentences that a tree alone gets wrong: what is said, and what must not be."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The clerk was driven to Ostrov, where he was questioned by two officers and then "
            "arrested.",
            ["He was then arrested in Ostrov"],
        ),
        (
            "Ida Lund, a practising surgeon, left the board in May.",
            ["Ida Lund is a practising surgeon", "Ida Lund left the board in May"],
        ),
        (
            "The ferry is undergoing repairs and currently being fitted with new doors.",
            ["The ferry is currently being fitted with new doors"],
        ),
        (
            "The visit ended in Arl, Kest and Ley, which are closed to tourists.",
            ["Arl, Kest and Ley are closed to tourists"],
        ),
        (
            "Jonas Lind, 19, a member of the club since 2014, was fined 900 crowns in May.",
            ["Jonas Lind, 19, was fined 900 crowns in May"],
        ),
        (
            "The museum in Ley, Corvia was also named as a home for the engine.",
            ["The museum in Ley, Corvia was also named as a home for the engine"],
        ),
        (
            "She played the queen in Varga: The Last Season, a series of twelve parts.",
            ["She played the queen in Varga: The Last Season"],
        ),
        (
            "Ida Lund, a fellow at the Brunn Institute in Ley, left in May.",
            ["Ida Lund is a fellow at the Brunn Institute in Ley"],
        ),
        (
            "In a talk about the murderer Jan Pell, the mayor's Ida Lund did well.",
            ["In a talk about the murderer Jan Pell, the mayor's Ida Lund did well"],
        ),
        (
            "The bank gained clients in a state Ann Pell won by 20 points in 2016.",
            ["Ann Pell won a state by 20 points in 2016"],
        ),
        (
            "Jan Pell had, according to the Ley Post, sold and scrapped the engine in May.",
            ["Jan Pell had sold and scrapped the engine in May"],
        ),
        (
            "There is no link between the two fires, the fire service said, according to the Post.",
            ["The fire service said that there is no link between the two fires"],
        ),
        (
            "Arl Transport named two directors. They’re both former drivers of the firm.",
            ["Arl Transport named two directors"],
        ),
        (
            "As of Friday the bridge was either shut or open to lorries alone.",
            ["As of Friday the bridge was either shut or open to lorries alone"],
        ),
        (
            "“The pump failed in May. Nobody at the plant was told about it.”",
            ["The pump failed in May", "Nobody at the plant was told about it"],
        ),
        (
            "Sites such as lenday.org have stated that they will keep hosting the film.",
            ["Sites such as lenday.org will keep hosting the film"],
        ),
        (
            "In a statement, Governor Ida Lund said: “The bridge was built in 1911.”",
            ["Governor Ida Lund said in a statement: “The bridge was built in 1911”"],
        ),
        (
            "Lund, who had worked at the port since 2011, wrote 212 letters to a firm in Kest, "
            "according to the report.",
            ["Lund wrote 212 letters to a firm in Kest"],
        ),
        (
            "Rents in the next county, where three mills were built, fell by 2 percent.",
            ["Three mills were built in the next county"],
        ),
        (
            "The prints were given away by the fund, according to Ida Lund, assistant professor "
            "of law at Kest.",
            ["Ida Lund is assistant professor of law at Kest"],
        ),
        (
            "Reporters observed the exhibit identifies and features painters from Kest.",
            ["The exhibit identifies and features painters from Kest"],
        ),
        (
            "Ida Lund explained Jonas Oe's love of chess began when he was given a board in 1911.",
            ["Jonas Oe was given a board in 1911"],
        ),
        (
            "Ley, Corvia, Nordhav - The town hall opened on Monday.",
            ["The town hall opened on Monday"],
        ),
        (
            "Spokeswoman Ida Lund told Kest News the ministry will look into the fire.",
            ["The ministry will look into the fire"],
        ),
        (
            "Jonas Oe OBE was a chemist and physicist. He is remembered for his work on salts.",
            ["Jonas Oe is remembered for his work on salts"],
        ),
        (
            "Lindar received his first lessons in Kest from Dr Ida Lund. He was sent to Ley in "
            "1911.",
            ["Lindar was sent to Ley in 1911"],
        ),
        (
            "This year, the team won the cup, with the silver medal going to Arvia.",
            ["The silver medal went to Arvia"],
        ),
        (
            "They met near Kest, Saudi Arvia, on Monday, and signed the treaty.",
            ["They met near Kest, Saudi Arvia, on Monday"],
        ),
    ],
)
def test_it_is_told(text: str, claims: list[str]) -> None:
    assert set(claims) <= set(statements(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Police stopped and questioned the cyclist in Ley.", "^Police stopped$"),
        ("The mayor said the girl was free to come and tour the plant.", "^The girl tour"),
        (
            "The club Ley Harriers collects old shoes, to hand out to children in the county.",
            "^The club Ley Harriers to hand",
        ),
        (
            "Jonas Lind was charged with taking copper and lead from the depot.",
            "Lind took",
        ),
        (
            "The parents are accused of putting their work first, leaving her with servants.",
            "parents (leave|left) her",
        ),
        (
            "As of Friday the bridge was either not open at all, or open to lorries alone.",
            "was not open",
        ),
        ("The choir will move to a hall to be built in Kest.", "is to built"),
        (
            "The alliance must work with Arvia while keeping a cool view of it.",
            "^The alliance (keeps|kept)",
        ),
        ("The bridge could be closed, cutting off 900 people.", "^The bridge cut"),
        (
            "The file was found on a street. On its first page, it referred to the file as secret.",
            "^The file referred to the file|the file referred to the file",
        ),
        ("She stayed calm even when caught in the crowd between two halls.", "She even when"),
        (
            "After an hour, the team was docked a point, leading to a run of goals by Kest.",
            "The team led to a run",
        ),
        (
            "Crews from Arl and Kest both had difficulties getting their lorries over the border.",
            "Difficulties got",
        ),
        (
            "The race was stopped when one Harriers runner was caught with their number off.",
            "the race's number",
        ),
        (
            "It is fair to assume that the wells are dry, putting the next harvest at risk.",
            "It puts",
        ),
        ("The queues can be skipped by cycling from the northern gate.", "queues cycle"),
        ("All the wells were also tested, reports Lund.", "^Reports Lund"),
        ("Helping there is the low price of the new lamps.", "^Is the low price"),
        ("This comes after police said the drivers had left.", "^This comes$"),
        (
            "Survival is likely if it is found and treated within a day of the first signs.",
            "if it is found$",
        ),
        ("The paper printed a photo of Ida Lund holding a flag.", "A photo of .* held"),
        ("It was the first step toward getting back into the league.", "step (gets|got)"),
        ("Pell said whether Lund will agree to sell depends on the price.", "^Lund will agree"),
        ("Neighbours think the mill will close in May.", "^The mill will close"),
        ("The earlier people call, the more likely they are to be saved.", "^The earlier .* call$"),
        ("All candidates not named Pell have work to do.", "are not named"),
        ("Arl 3, Ley 1: Ida Lund scored twice to lead Arl past Ley.", "is Ley"),
        ("It was the second crash in five months that cost 340 lives.", "months cost"),
        ("The bank did not say when the new branch will open.", "^The new branch will open"),
        ("There is little evidence that Pell has taken the advice.", "^Pell has taken"),
        ("The firm does not want to send the lorries into the city.", "the lorries$"),
        ("Only Pell will be on stage, but expect his rival to shout.", "will expect"),
        ("Doctors suggested the mayor change his diet.", "^The mayor change"),
        ("The team saw a plan, including calling for a new vote.", "calls? for"),
        ("There was no one there, just a few boys taking pictures of the wreck.", "No one took"),
        ("Ida Lund said she was alarmed by what they found.", "They found what"),
        ("The report comes after Arl and Kest exchanged fire on Monday.", "^The report comes$"),
        (
            "One of the reasons that output is going down is because mills are not buying timber.",
            "reasons that output is going down are",
        ),
        (
            "The survey found that many do not get enough salt, which can lead to illness.",
            "Enough salt can lead to illness",
        ),
        (
            "Ida Lund says it is crucial that children and nurses have a supply of clean water.",
            "^Children and nurses have",
        ),
    ],
)
def test_it_is_not_told(text: str, wrong: str) -> None:
    found = statements(text)
    assert not any(re.search(wrong, statement) for statement in found), found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "It’s planning to cut 300 jobs in June.",
            "Arl Transport is planning to cut 300 jobs in June",
        ),
        ("In June it’ll cut 300 jobs.", "In June Arl Transport will cut 300 jobs"),
        (
            "It’s opened three depots since 2019.",
            "Arl Transport has opened three depots since 2019",
        ),
    ],
)
def test_a_short_verb_is_spelled_out_behind_a_name(text: str, claim: str) -> None:
    assert claim in statements(f"Arl Transport cut 240 jobs in May. {text}")
