"""Whom the words of a text with marked phrases name."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose.training.gum_pronouns import read_text

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
