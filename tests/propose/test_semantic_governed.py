"""What a verb governs, and what two verbs share, where the words settle it."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Brandt will step down in June and be replaced by Joao Teles.",
            ["Anna Brandt will be replaced by Joao Teles"],
        ),
        (
            "The envoy was summoned, handed a protest note and told to leave.",
            ["The envoy was handed a protest note", "The envoy was told to leave"],
        ),
        (
            "The mill was built in 1990 and attracted visitors.",
            ["The mill attracted visitors"],
        ),
        (
            "Four soldiers were killed and nine wounded in the ambush.",
            ["Four soldiers were killed", "Nine were wounded in the ambush"],
        ),
        ("The party was banned and its leaders jailed.", ["The party's leaders were jailed"]),
        (
            "The state supports, but does not fund, the militia.",
            ["The state supports the militia"],
        ),
        (
            "Floods hit the region, damaging 30 homes and uprooting trees.",
            ["Floods damaged 30 homes", "Floods uprooted trees"],
        ),
        (
            "Hundreds were moved after a fire swept through a warehouse.",
            ["A fire swept through a warehouse"],
        ),
        (
            "Three boats were launched and all three are due to return tonight.",
            ["All three are due to return tonight"],
        ),
        (
            "Jones said sales fell after the shop moved and that he could not pay his staff.",
            ["Sales fell after the shop moved", "Jones could not pay his staff"],
        ),
        (
            "The airport was shut on Monday and remains closed.",
            ["The airport remains closed"],
        ),
        (
            "A gunman shot three people before turning the gun on himself.",
            ["A gunman turned the gun on himself"],
        ),
        (
            "The party will lose power after failing to find a partner.",
            ["The party failed to find a partner"],
        ),
        (
            "The car he was travelling in was hit by a lorry.",
            ["He was travelling in the car"],
        ),
        (
            "The driver, who was fined £600 and given six penalty points, has appealed.",
            ["The driver was fined £600", "The driver was given six penalty points"],
        ),
        (
            "The team suffered a 3-1 defeat by Toulon, who finished with 14 men.",
            ["Toulon finished with 14 men"],
        ),
        (
            "Two men ran from the store carrying bags of cash.",
            ["Two men carried bags of cash"],
        ),
        (
            "Drivers should stay off the roads, where crews were clearing snow.",
            ["Crews were clearing snow on the roads"],
        ),
        (
            "The line was blocked after a train carrying coal derailed near Marl.",
            ["The line was blocked", "A train carrying coal derailed near Marl"],
        ),
        (
            "Singer and actor Ann Oe, known for her hit River, left the band.",
            ["Singer and actor Ann Oe was known for her hit River"],
        ),
        (
            "Joan Lund, best known for her novels, has died aged 79.",
            ["Joan Lund was best known for her novels"],
        ),
        (
            "Joan Lund, a nurse based in Leeds, has died.",
            ["Joan Lund was a nurse based in Leeds"],
        ),
        (
            "The judges quashed the conviction of Wayne Oe, who spent 17 years in prison.",
            ["Wayne Oe spent 17 years in prison"],
        ),
        (
            "The bank appointed Fatou Ndoye as its chair on Monday, replacing Ibrahim Sarr.",
            ["Fatou Ndoye replaced Ibrahim Sarr"],
        ),
        (
            "The Treasury said that the measure, first proposed in 2016, would raise £350m a year.",
            ["The measure was first proposed in 2016"],
        ),
        (
            "A coup led by General Doro has failed.",
            ["A coup was led by General Doro"],
        ),
        (
            "Hale had borrowed £400 from his mother-in-law and spent most of it.",
            ["Hale spent most of it"],
        ),
        (
            "Anders Lie leads by two strokes going into the final round.",
            ["Anders Lie goes into the final round"],
        ),
        (
            "A violin, made in Cremona in 1742, was sold for £2m.",
            ["A violin was made in Cremona in 1742"],
        ),
        (
            "Asked about the strike, the minister said: “Talks go on.”",
            ["The minister said: “Talks go on”"],
        ),
        (
            "Appealing for witnesses, Sgt Ann Oe said the driver had fled on foot.",
            ["Sgt Ann Oe appealed for witnesses", "Sgt Ann Oe said the driver had fled on foot"],
        ),
        (
            "So heavy was the rain that the stage collapsed.",
            ["So heavy was the rain that the stage collapsed"],
        ),
        (
            "Ann Oe left in May, and it’s just going back and making the right choice.",
            [],
        ),
    ],
)
def test_it_is_stated(text: str, expected: list[str]) -> None:
    found = statements(text)
    assert set(expected) <= set(found)
    assert not any(" ’s " in line for line in found)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("She became the first woman to win the race.", "She became the first woman"),
        ("Health officials urged anyone who ate it to see a doctor.",
         "Health officials urged anyone"),
        ("It was the army, not the police, that fired first.", "It was the army"),
        ("Ann Oe said the findings should be treated with caution.",
         "Ann Oe said the findings should be treated"),
        ("Three days after the storm which wrecked the pier, divers found the boat.",
         "Three days the storm wrecked the pier"),
        ("Peers voted to send it back to the Commons, the fourth government defeat in a week.",
         "The fourth government defeat in a week"),
        ("Jurors took less than three hours to convict him.", "Jurors took less than three hours"),
        ("The body of a woman was recovered by divers searching for a missing nurse.",
         "The body of a woman searched for a missing nurse"),
        ("Half of all trains were late last month, figures seen by the Gazette show.",
         "Figures were seen by the Gazette show"),
        ("He was jailed for seven years and two months.", "He was jailed for seven years"),
        ("Official figures showed last week that prices had risen.",
         "Official figures showed last week"),
        ("“I remember the van,” Emma Lacey said.", "Emma Lacey remember the van"),
        ("There are only 12 doctors left in the district.", "There are only 12 doctors"),
    ],
)  # fmt: skip
def test_no_half_is_shown(text: str, half: str) -> None:
    assert half not in statements(text)
