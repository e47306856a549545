"""Words by their stems, and the words that carry no meaning of their own."""

from __future__ import annotations

import re
from functools import lru_cache


def listed(text: str, separator: str | None = None) -> list[str]:
    """The words of a list written as one text."""
    return [" ".join(part.split()) for part in text.split(separator)]


FUNCTION = frozenset(
    listed(
        """a an the this that these those and or but nor so yet if then than as at by for from in
    into of off on onto out over per to up upon with within without about above across after
    again against all along also although am among any are around be because been before
    behind being below beneath beside between beyond both can could did do does doing down
    during each either else ever every few he her here hers him his how however i it its
    itself just may me might more most much must my near neither no not now one only other our
    own same shall she should since some still such their theirs them themselves there they
    through till too toward towards under until us very was we were what when where whether
    which while who whom whose why will would you your is has have had having cannot never
    none nobody nothing got get it's said says say"""
    )
)
_IRREGULAR_LINES = """
be was were been is are am being; have has had having; do did does done; go went gone goes
meet met; sell sold; buy bought; build built; win won; lose lost; hold held; sit sat; leave left
rise rose risen; fall fell fallen; grow grew grown; sink sank sunk; shrink shrank shrunk
begin began begun; become became; come came; give gave given; take took taken; see saw seen
make made; pay paid; say said; tell told; find found; think thought; bring brought; catch caught
teach taught; fight fought; seek sought; keep kept; sleep slept; feel felt; deal dealt; mean meant
send sent; spend spent; lend lent; bend bent; lead led; feed fed; read read; speak spoke spoken
break broke broken; choose chose chosen; steal stole stolen; freeze froze frozen; drive drove driven
write wrote written; ride rode ridden; know knew known; throw threw thrown; fly flew flown
draw drew drawn; show showed shown; bear bore born borne; wear wore worn; swear swore sworn
eat ate eaten; beat beaten; bite bit bitten; hide hid hidden; shake shook shaken; run ran
swim swam swum; sing sang sung; ring rang rung; drink drank drunk; stand stood
understand understood; hear heard; strike struck; stick stuck; shoot shot; get got gotten
sign signed signs signing; close closed closes closing; die died dies dying; lie lay lain
people persons person; child children; man men; woman women; life lives; wife wives; half halves
country countries; city cities; party parties; hurt hurts; lasts lasted lasting
bus buses; species; series; news; years year; ban banned bans banning; hit hits; cost costs
""".strip()
_IRREGULAR = {
    form: group.split()[0]
    for line in _IRREGULAR_LINES.splitlines()
    for group in line.split("; ")
    for form in group.split()
}
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(65536)
def stem(word: str) -> str:
    """A word without its endings, in small letters; the same for all forms of most words."""
    low = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", "")):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            cut = low[: -len(ending)] + put
            return _closed(_DOUBLED.sub(r"\1", cut) if ending in ("ing", "ed") else cut)
    if low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")):
        return _closed(low[:-1])
    return _closed(low)


def _closed(word: str) -> str:
    """Without a last "e", so that "close", "closed" and "closing" are one."""
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
