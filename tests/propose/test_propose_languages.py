"""Other languages than English: whole sentences, and English known for what it is."""

import pytest

import workbench
from workbench.propose.engines import best
from workbench.propose.spoken import spoken_language
from workbench.text.language import code_of

FOREIGN = {
    "fi": "Hallitus esitti tiistaina uuden talousarvion, jonka mukaan menot kasvavat neljä "
    "prosenttia. Ministeri sanoi, että päätös tehdään toukokuussa.",
    "cs": "Vláda v úterý představila nový rozpočet, podle kterého výdaje vzrostou o čtyři "
    "procenta. Ministr řekl, že rozhodnutí padne v květnu.",
    "no": "Regjeringen la tirsdag fram et nytt budsjett der utgiftene øker med fire prosent. "
    "Ministeren sa at beslutningen blir tatt i mai.",
    "da": "Regeringen fremlagde tirsdag et nyt budget, hvor udgifterne stiger med fire procent. "
    "Ministeren sagde, at beslutningen bliver truffet i maj.",
    "hr": "Vlada je u utorak predstavila novi proračun prema kojem rashodi rastu četiri posto. "
    "Ministar je rekao da će odluka biti donesena u svibnju.",
    "id": "Pemerintah pada hari Selasa memaparkan anggaran baru yang menaikkan belanja empat "
    "persen. Menteri mengatakan keputusan akan diambil pada bulan Mei.",
    "vi": "Chính phủ hôm thứ Ba đã trình ngân sách mới, theo đó chi tiêu tăng bốn phần trăm. Bộ "
    "trưởng nói quyết định sẽ được đưa ra vào tháng Năm.",
    "und": "Serikali iliwasilisha bajeti mpya Jumanne ambayo inaongeza matumizi. Waziri alisema "
    "uamuzi utafanywa mwezi wa Mei.",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_sentences_of_other_languages_are_proposed_whole(code: str) -> None:
    text = FOREIGN[code]
    assert spoken_language(text) == code
    found = workbench.propose(text)
    assert [text[c.start : c.end] for c in found] == [c.quote for c in found]
    assert [c.quote for c in found] == [f"{sentence}." for sentence in text[:-1].split(". ")]


def test_a_script_that_nobody_lists_is_not_taken_for_english() -> None:
    found = workbench.propose("அரசு செவ்வாய்க்கிழமை புதிய திட்டத்தை தாக்கல் செய்தது.")
    assert len(found) == 1
    assert best(spoken_language(found[0].quote)) == "sentences"


@pytest.mark.parametrize(
    "text",
    [
        "Mill closed in 2019.",
        "Norvik Bank cut 40 jobs.",
        "Café Zoë closed 3 sites.",
        "Norvik is a bank.",
        "HARBOUR TOLL RISES AGAIN",
        "Norvik Bank sold Van Dam.",
    ],
)
def test_short_english_is_english(text: str) -> None:
    assert spoken_language(text) == "en"


@pytest.mark.parametrize("given", ["en", "EN", "en-US", "en_GB", " eng ", "English"])
def test_english_by_any_usual_name_has_clauses(given: str) -> None:
    text = "The mill was sold in 2016 and the council met on Friday."
    found = workbench.propose(text, language=given, engine="auto")
    assert [c.statement for c in found if c.kind == "clause"] == [
        "The mill was sold in 2016",
        "The council met on Friday",
    ]


def test_a_language_that_is_given_counts_and_one_that_names_none_does_not() -> None:
    text = "The mill was sold in 2016 and the council met on Friday."
    assert [c.quote for c in workbench.propose(text, language="de-AT")] == [text]
    assert spoken_language(text, "unknown") == spoken_language(text, "?") == "en"
    assert (code_of("German"), code_of("pt-BR"), code_of("n/a")) == ("de", "pt", "und")


@pytest.mark.parametrize("engine", ["rules", "sentences", "semantic"])
def test_half_a_character_is_kept_in_quotes(engine: str) -> None:
    if engine == "semantic":
        pytest.importorskip("onnxruntime")
    text = "The \ud800 mill was sold in 2016. It closed in 2019 \udfff and the council met."
    found = workbench.propose(text, engine=engine)
    assert found
    assert all(c.quote == text[c.start : c.end] for c in found)
    assert any("\ud800" in c.quote for c in found)
    for candidate in found:
        candidate.statement.encode()  # what is written of it has a form in UTF-8
