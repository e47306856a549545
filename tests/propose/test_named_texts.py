"""Whom the words of a text with marked phrases name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.encoder.apart import KINDS, kind_of
from workbench.propose.training.marked import Marked, read_marked, unmarked
from workbench.propose.training.named_texts import named_text, read_text

ARTICLES = Path(__file__).with_name("pronouns")

CONLLU = """\
# newpar
# text = Ann Oe left.
1\tAnn\t_\t_\t_\t_\t3\tnsubj\t_\tEntity=(1-person-new
2\tOe\t_\t_\t_\t_\t1\tflat\t_\tEntity=1)
3\tleft\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t_\t_\t_\t_\t3\tpunct\t_\t_

# newpar
# text = Her firm paid her.
1\tHer\t_\t_\t_\t_\t2\tnmod:poss\t_\tEntity=(2-organization-new(1-person-giv)
2\tfirm\t_\t_\t_\t_\t3\tnsubj\t_\tEntity=2)
3\tpaid\t_\t_\t_\t_\t0\troot\t_\t_
4\ther\t_\t_\t_\t_\t3\tobj\t_\tEntity=(1-person-giv)|SpaceAfter=No
5\t.\t_\t_\t_\t_\t3\tpunct\t_\t_
"""


def test_the_text_is_put_together_as_it_stood() -> None:
    assert read_text(CONLLU).text == "Ann Oe left.\n\nHer firm paid her. "


def test_a_pronoun_names_whom_the_name_does() -> None:
    marked = read_text(CONLLU)
    her = marked.text.index("Her")
    assert marked.chains(her) == marked.chains(marked.text.index("her.")) == {"1"}
    assert marked.chains(marked.text.index("Ann")) == {"1"}
    assert marked.chains(marked.text.index("firm")) == {"2"}


def test_a_word_inside_a_name_names_whom_the_name_does_and_others_nobody() -> None:
    marked = read_text(CONLLU)
    assert marked.chains(marked.text.index("Oe")) == {"1"}
    assert marked.chains(marked.text.index("paid")) == set()


ARTICLE = "[a|[b|Oe Mills]'s chair, Ann Lund,] said [b|it] grew. [0|It] rained, but [a|she] came."


def test_marks_are_taken_out_and_kept_beside_the_text() -> None:
    text, phrases = unmarked(ARTICLE)
    assert text == "Oe Mills's chair, Ann Lund, said it grew. It rained, but she came."
    assert {(text[p.start : p.end], p.chain) for p in phrases} == {
        ("Oe Mills's chair, Ann Lund,", "a"), ("Oe Mills", "b"), ("it", "b"), ("It", "0"),
        ("she", "a"),
    }  # fmt: skip


@pytest.mark.parametrize("article", ["[a|Ann left.", "Ann] left.", "[sic] left.", "[a|Ann [x] ]"])
def test_a_mark_that_is_none_is_refused(article: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|closed"):
        unmarked(article)


def test_a_name_beside_the_head_of_a_phrase_is_the_same() -> None:
    named = named_text(Marked("one", *unmarked(ARTICLE)))
    she, chair = named.text.index("she"), named.text.index("chair")
    assert named.chains(she) == named.chains(chair) == named.chains(named.text.index("Ann"))
    assert named.chains(named.text.index("it grew")) == named.chains(0) != named.chains(she)


def test_what_stands_for_nothing_is_nobody() -> None:
    named = named_text(Marked("one", *unmarked(ARTICLE)))
    (nobody,) = named.chains(named.text.index("It rained"))
    assert nobody.startswith("nobody")


def test_every_pronoun_of_the_articles_is_marked() -> None:
    for article in read_marked(ARTICLES):
        marked = {(phrase.start, phrase.end) for phrase in article.phrases}
        for word in re.finditer(r"[A-Za-z]+", article.text):
            if kind_of(word[0].lower()) < KINDS - 1:
                assert word.span() in marked, (
                    f"{article.name}: {article.text[word.start() :][:40]!r}"
                )
