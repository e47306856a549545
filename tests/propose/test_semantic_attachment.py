"""Appositions, participles and relative clauses: of which noun or subject they are told."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Anna Dunn and Carla Pike were neighbours on Cormo Island, one of the islands off the "
            "coast of Arland.",
            "Cormo Island is one of the islands off the coast of Arland",
        ),
        (
            "The warning came from Ivo Brandt, a reporter in Telby, his home town.",
            "Telby is Ivo Brandt's home town",
        ),
        (
            "The minister defended his claim on Orm, the Arlish name for the disputed island.",
            "Orm is the Arlish name for the disputed island",
        ),
        (
            "Ivo Brandt is wanted over the murder of his neighbor, Harald Koss.",
            "Harald Koss is Ivo Brandt's neighbor",
        ),
        (
            "The judge lifted the restrictions on the defendant, Harald Koss, in May.",
            "Harald Koss is the defendant",
        ),
        (
            "The court said the rules targeting the defendant, Harald Koss, were too broad.",
            "Harald Koss is the defendant",
        ),
        (
            "The death of her husband, Ivo Brandt, was announced on Monday.",
            "Ivo Brandt is her husband",
        ),
        (
            "Sir Ivo Brandt of the Academy of Mining, a specialist adviser to the council, said "
            "the pit would close.",
            "Sir Ivo Brandt of the Academy of Mining is a specialist adviser to the council",
        ),
        (
            "Ines Prado, the head of the Telby Institute, a professor of law, was fined.",
            "Ines Prado is a professor of law",
        ),
        (
            "The mayor of Telby, a former miner, resigned in May.",
            "The mayor of Telby is a former miner",
        ),
        (
            "The navy sent ships to Orm Reef and Sull Reef, two areas that Arland claims.",
            "Arland claims Orm Reef and Sull Reef",
        ),
        # and where the noun that it hangs on, or the last name, is the right one
        (
            "Carla Pike of Brandt Steel, a maker of rails, said prices would rise.",
            "Brandt Steel is a maker of rails",
        ),
        (
            "The lawyer of the defendant, Carla Pike, said he would appeal.",
            "Carla Pike is the lawyer of the defendant",
        ),
        (
            "Police questioned the owner of the mill, a pensioner from Telby, on Friday.",
            "The owner of the mill is a pensioner from Telby",
        ),
    ],
)
def test_apposition_is_told_of_its_noun(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The brewer posted a profit of 40 million crowns for the quarter ended June 30.",
            "The brewer posted a profit of 40 million crowns for the quarter ended June 30",
        ),
        (
            "The limits imposed on Brandt, convicted of fraud in 2009, are at the heart of the "
            "case.",
            "Brandt was convicted of fraud in 2009",
        ),
        (
            "The charges against Harald Koss, arrested in Telby on Friday, were dropped.",
            "Harald Koss was arrested in Telby on Friday",
        ),
        (
            "The trial of Harald Koss, accused of fraud, begins in May.",
            "Harald Koss was accused of fraud",
        ),
        (
            "The army stepped up its control of the Orm Islands, which Arland claims, and the "
            "Sull Bank, claimed by Kest.",
            "The Sull Bank was claimed by Kest",
        ),
        (
            "The mayor of the village where both men lived says he expects a reply soon.",
            "Both men lived in the village",
        ),
        (
            "The leader of the union, which has 300 members, was fined.",
            "The union has 300 members",
        ),
        (
            "Rents fell as tenants hit by layoffs moved to cheaper districts.",
            "Tenants hit by layoffs moved to cheaper districts",
        ),
        # and where the noun that it hangs on is the right one
        (
            "The season ended in May, and the club was sold.",
            "The season ended in May",
        ),
        (
            "The firm was sold after the quarter ended in June.",
            "The firm was sold after the quarter ended in June",
        ),
        (
            "The gang led by Ivo Brandt, arrested in May, has been charged.",
            "The gang led by Ivo Brandt was arrested in May",
        ),
        (
            "The house of Carla Pike, damaged by the storm, was sold.",
            "The house of Carla Pike was damaged by the storm",
        ),
        (
            "The city bought the mill and the weir, damaged in the flood.",
            "The weir was damaged in the flood",
        ),
        (
            "He left the house with a dog that had bitten two boys.",
            "A dog had bitten two boys",
        ),
        (
            "The owner of the mill, which was built in 1910, was fined.",
            "The mill was built in 1910",
        ),
        (
            "The wages of cleaners employed by the council were cut in May.",
            "Cleaners were employed by the council",
        ),
        (
            "The tool is a part of the Wexalt suite, which can be used to test software.",
            "The Wexalt suite can be used to test software",
        ),
        (
            "The firm grew through the use of tools such as Tarn, to which the suite can be "
            "connected.",
            "The suite can be connected to tools such as Tarn",
        ),
        (
            "Dockers in Telby, Arland, whose pay was cut in May, went on strike.",
            "The pay of dockers in Telby was cut in May",
        ),
        (
            "Carla Pike, the head of the bank when it failed, was fined.",
            "Carla Pike was the head of the bank when it failed",
        ),
        (
            "While there are 4,000 soldiers at the base, there are hundreds of builders in the "
            "town, many of them electricians, that are not being used.",
            "Many of the builders in the town are electricians",
        ),
        (
            "There are hundreds of out-of-town builders, many of them electricians.",
            "Many of the out-of-town builders are electricians",
        ),
        (
            "The plant was bombed by rebels, killing three people.",
            "Rebels killed three people",
        ),
        (
            "A bomb was set off at a market, killing three people.",
            "A bomb killed three people",
        ),
        (
            "The flood killed 112 people in the towns, most of them children.",
            "Most of the 112 people in the towns were children",
        ),
        (
            "Wexalt posted a profit of 30 million crowns, helped by cheaper barley.",
            "Wexalt was helped by cheaper barley",
        ),
        (
            "The use of drones, which was banned in May, has resumed.",
            "The use of drones was banned in May",
        ),
        (
            "The talks have reached an impasse, according to the report, by the Orm Institute, a "
            "research body that has become an authority on the islands.",
            "The Orm Institute is a research body",
        ),
        (
            "Last week the firm showed a new phone with a seven-inch screen that goes on sale in "
            "May.",
            "A new phone with a seven-inch screen goes on sale in May",
        ),
        (
            "They visited the graves of soldiers from the village, a quiet place in the hills.",
            "The village is a quiet place in the hills",
        ),
        (
            "When the paper visited the plant in Telby, which is owned by Wexalt, in June this "
            "year, it was shut.",
            "The plant in Telby is owned by Wexalt",
        ),
        (
            "Wexalt and other brewers in the north are cutting jobs after losing 30 million "
            "crowns last year.",
            "Wexalt and other brewers in the north lost 30 million crowns last year",
        ),
        (
            "The book, by Carla Pike, a study of Arland, sold well.",
            "The book is a study of Arland",
        ),
        (
            "A woman with a dog that bit him was fined.",
            "A dog bit him",
        ),
        (
            "The firm built a mill that makes rails from scrap.",
            "A mill makes rails from scrap",
        ),
        (
            "The navy sent ships to the Orm and Sull Islands, which Arland claims.",
            "Arland claims the Orm and Sull Islands",
        ),
        (
            "The city sold the land to a builder, but some of it is polluted.",
            "Some of the land is polluted",
        ),
        (
            "The oil leaked into the bay, and much of it has sunk.",
            "Much of the oil has sunk",
        ),
        (
            "The doctor wanted to test the drug, which causes fever.",
            "The drug causes fever",
        ),
        (
            "The lawyer for Ines Prado, charged with theft, said the case was weak.",
            "Ines Prado was charged with theft",
        ),
        (
            "The murder of Ivo Brandt, shot in a bar in May, is unsolved.",
            "Ivo Brandt was shot in a bar in May",
        ),
        (
            "The film about Ivo Brandt, shot in Telby in May, won a prize.",
            "The film about Ivo Brandt was shot in Telby in May",
        ),
        (
            "Brandt Brothers of Telby, a family firm, was sold.",
            "Brandt Brothers of Telby is a family firm",
        ),
        (
            "Carla Pike of Wexalt, a brewer in Telby, resigned.",
            "Wexalt is a brewer in Telby",
        ),
        (
            "A lorry overturned on the bridge, blocking traffic for six hours.",
            "A lorry blocked traffic for six hours",
        ),
        (
            "The husband of the minister, Ines Prado, was hurt.",
            "Ines Prado is the minister",
        ),
        (
            "The family of the victim, Ines Prado, has sued the city.",
            "Ines Prado is the victim",
        ),
        (
            "Brandt was married in May to Ines Prado, the daughter of a miner.",
            "Ines Prado is the daughter of a miner",
        ),
    ],
)
def test_clause_is_told_of_its_noun(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Wexalt lost 3 million crowns in the six months ended Sept. 30, the firm said.",
            "Wexalt the six months ended Sept. 30",
        ),
        (
            "Costs rose in the year ending in June, the bank said.",
            "The year ended in June",
        ),
        (
            "The number fell by a third in the decade that followed the war.",
            "A third followed the war",
        ),
        (
            "The survey covered 76 counties in Orm, Sull and Telby, a smaller area than it "
            "covered last week.",
            "Telby is a smaller area than it covered last week",
        ),
        (
            "The plant was bombed on Friday, killing three people.",
            "The plant killed three people",
        ),
        (
            "Analysts expect profits of 30 million crowns at Wexalt, boosted by cheaper barley.",
            "Analysts were boosted by cheaper barley",
        ),
        (
            "Two men have been arrested over the theft, highlighting a rise in crime.",
            "Two men highlighted a rise in crime",
        ),
        (
            "The head of Wexalt said the board's conduct—arranging to meet a buyer—was legal.",
            "The head of Wexalt arranged to meet a buyer",
        ),
        (
            "The office was awaiting test results before determining the cause of death.",
            "The office determined the cause of death",
        ),
        (
            "The firm could build a mill that makes rails from scrap.",
            "A mill makes rails from scrap",
        ),
        (
            "Half of the pupils who sat the test failed.",
            "The pupils sat the test",
        ),
        (
            "Other ways in are also possible, for example by opening any file sent to the bank.",
            "Other ways in open any file sent to the bank",
        ),
        (
            "That grain was shipped to the flooded valley, but most of it is still in sacks.",
            "Most of the flooded valley is still in sacks",
        ),
        (
            "The weapon uses short waves to heat the top layer of skin, which causes a burning "
            "sensation.",
            "The top layer of skin causes a burning sensation",
        ),
        (
            "The mill closed in 2009, costing 300 jobs.",
            "The mill cost 300 jobs",
        ),
        (
            "The plane was delayed by fog, stranding 200 passengers.",
            "The plane stranded 200 passengers",
        ),
        (
            "The wife of the suspect, Peter Brandt, called the police.",
            "Peter Brandt is the wife of the suspect",
        ),
    ],
)
def test_what_no_noun_did_is_not_told(text: str, claim: str) -> None:
    assert claim not in statements(text)
