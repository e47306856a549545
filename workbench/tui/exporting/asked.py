"""What she asks of an export, and how its lines read. Knows no widget and no store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.dataset import formats
from workbench.dataset.choice import Choice, ChoiceError
from workbench.dataset.folder.plan import Split
from workbench.dataset.folder.write import Wish
from workbench.dataset.text_modes import TextMode

if TYPE_CHECKING:
    from workbench.review.schemes import Scheme

LABELS = {
    "all": "every reviewer's",
    "majority": "one a claim: gold, else the majority",
    "gold": "gold alone",
}
TEXTS = {
    "full": "all of them",
    "quotes": "the quoted spans",
    "masked": "masked outside the spans",
    "none": "none: address and hash",
}
SPLITS = {"": "none", "80/10/10": "80/10/10", "90/10": "90/10", "other": "other shares …"}
AGREEMENT = {0.0: "any", 0.6: "60 % or more", 0.75: "75 % or more", 1.0: "all agree"}
ON_OFF = ("meaning", "decided", "verbatim")


@dataclass(frozen=True)
class Asked:
    """The choices of the screen; the fields are those of `Choice`, `TextMode` and `Split`."""

    format: str = "jsonl"
    labels: str = "all"
    text: str = "full"
    shares: str = ""
    seed: int = 0
    meaning: bool = False
    kept: Mapping[str, str] | None = None
    kept_from: str = ""
    decided: bool = False
    verdicts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    agreement: float = 0.0
    verbatim: bool = False
    key: bytes = b""

    @property
    def choice(self) -> Choice:
        """Which claims and labels."""
        return Choice(
            labels=self.labels,
            decided=self.decided,
            verdicts=self.verdicts,
            tags=self.tags,
            agreement=self.agreement,
            verbatim=self.verbatim,
            key=self.key,
        )

    @property
    def split(self) -> Split:
        """How it is split; near-duplicates by meaning are of no use without shares."""
        if not self.shares:
            return Split()
        return Split(self.shares, self.seed, self.meaning, kept=self.kept)

    @property
    def mode(self) -> TextMode:
        """How much of the texts; all, for a format that cannot do without."""
        return TextMode(self.text if self.text in texts_of(self.format) else "full")

    def wish(self, viewer: str | None) -> Wish:
        """The same as the dataset package takes it."""
        return Wish(self.format, self.choice, self.mode, self.split, viewer)


def flipped(asked: Asked, field: str) -> Asked:
    """One of `ON_OFF` turned on, or off where it was on."""
    if field == "meaning":
        return replace(asked, meaning=not asked.meaning)
    if field == "decided":
        return replace(asked, decided=not asked.decided)
    return replace(asked, verbatim=not asked.verbatim)


class Setting(NamedTuple):
    """A line of the screen."""

    field: str  # of `Asked`
    name: str
    value: str


def typed_path(name: str) -> Path:
    """The path that a name means, with ~ for a home folder.

    Raises:
        ChoiceError: it is the home folder of nobody.
    """
    try:
        return Path(name).expanduser()
    except RuntimeError:
        home = name.partition("/")[0]
        raise ChoiceError(
            f"there is no home folder {home}; for a file of this name, ./{home}"
        ) from None


def texts_of(name: str) -> tuple[str, ...]:
    """The ways in which a format can show texts."""
    return formats.get(name).text_modes


def settings(asked: Asked, scheme: Scheme) -> list[Setting]:
    """All lines, those about splits only where there is one."""
    names = {label.id: label.name for label in scheme.labels}
    found = [
        Setting("format", "format", asked.format),
        Setting("labels", "labels", LABELS[asked.labels]),
        Setting("text", "texts", TEXTS[asked.mode.name]),
        Setting("shares", "split", asked.shares or SPLITS[""]),
    ]
    if asked.shares:
        how = "words and meaning" if asked.meaning else "words"
        found += [
            Setting("seed", "seed", str(asked.seed)),
            Setting("meaning", "alike by", how),
            Setting("kept", "old sides", asked.kept_from or "not kept"),
        ]
    verdicts = ", ".join(names.get(label, label) for label in asked.verdicts)
    return [
        *found,
        Setting("decided", "claims", "with a verdict" if asked.decided else "all"),
        Setting("verdicts", "verdicts", verdicts or "all"),
        Setting("tags", "tags", _tags(asked.tags) or "all"),
        Setting("agreement", "agreement", _agreement(asked.agreement)),
        Setting("verbatim", "evidence", "all of it as quoted" if asked.verbatim else "any or none"),
        Setting("key", "reviewers", "by pseudonyms" if asked.key else "by their names"),
    ]


def _tags(tags: Sequence[str]) -> str:
    return " ".join(f"#{tag}" for tag in tags)


def _agreement(share: float) -> str:
    return AGREEMENT.get(share, f"{share:.0%} or more")
