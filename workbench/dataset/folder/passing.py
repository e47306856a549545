"""What is counted, and written down, while the articles of a side pass on their way to a format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from workbench.dataset.folder.plan import UNLABELLED, Side
from workbench.dataset.json_lines import line
from workbench.dataset.records import ClaimRecord
from workbench.dataset.view import ArticleView

Views = Callable[[], Iterator[ArticleView]]


class Passing:
    """Counts one side's articles and claims, and writes a line for each article.

    Args:
        side: its name.
        articles: the file that the lines go to, with the texts that may be shown.
        facts: counts of evidence for the card, over all sides.
        group_of: article id → name of its group; empty where nothing was grouped.
    """

    def __init__(
        self, side: str, articles: BinaryIO, facts: Counter[str], group_of: Mapping[str, str]
    ) -> None:
        self.side = Side()
        self._name, self._articles, self._facts = side, articles, facts
        self._group_of = group_of

    def through(self, read: Views) -> Views:
        """The same views; what is read of them is counted. They can be read once."""
        return lambda: map(self._article, read())

    def _article(self, view: ArticleView) -> ArticleView:
        self.side.articles += 1
        self.side.groups += self._group_of.get(view.article.id) == view.article.id
        article = view.article
        self._articles.write(
            line(
                {
                    "article": article.id,
                    "split": self._name,
                    "group": self._group_of.get(article.id),
                    "title": article.title,
                    "url": article.url,
                    "author": article.author,
                    "speaker": article.speaker,
                    "published": article.published,
                    "language": article.language,
                    "length": article.length,
                    "text": view.text or None,
                }
            )
        )
        return view._replace(claims=map(self._claim, view.claims))

    def _claim(self, record: ClaimRecord) -> ClaimRecord:
        self.side.claims += 1
        self.side.labels[record["label"] or UNLABELLED] += 1
        cited = False
        for review in record["reviews"]:
            for piece in review["evidence"]:
                cited = True
                self._facts["evidence"] += 1
                self._facts[f"evidence {piece['check']}"] += 1
        if cited:
            self._facts["claims with evidence"] += 1
        return record
