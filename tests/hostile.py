"""Texts that try to harm: a terminal, a markup parser, a wrapper of lines, a counter of cells.

`CORPUS` maps a name to a text with at least one sentence that states something checkable. Control
sequences in it carry marks (`MARKS`) that no honest program writes, so that `leaks` can tell from
the raw bytes of a terminal whether one of them got through.
"""

from __future__ import annotations

import re

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"
CLIPBOARD = "SE9TVElMRQ=="  # what OSC 52 would put into the clipboard
TITLE = "hostile-title"
LINK = "https://hostile.example/"
# Parameters that our own output never has.
COLOUR = "31;97;31"
MODE = "?9797"

OSC_52 = f"{ESC}]52;c;{CLIPBOARD}{BEL}"
OSC_0 = f"{ESC}]0;{TITLE}{BEL}"
OSC_8 = f"{ESC}]8;;{LINK}{ST}here{ESC}]8;;{ST}"
MARKUP = "[bold red]", "[@click=app.quit]leave[/]", "[/nope]", "[link=x]", "[", "\\[", "[[/]]"


def one_long_line(characters: int, statements: int = 2_000) -> str:
    """Statements, each different, then questions, on a single line of at least this length."""
    told = [
        f"The mill at Osterholt sold {number:,} sacks of barley in {1500 + number % 500}. "
        for number in range(1, statements + 1)
    ]
    asked = "Was the mill at Osterholt sold in 1903? "
    line = "".join(told)
    return line + asked * ((characters - len(line)) // len(asked) + 1)


CORPUS: dict[str, str] = {
    "osc-0": f"The fleet lost {OSC_0}nine ships in 1887 and was sold.\nIt sank in May 1901.",
    "osc-8": f"The treaty was signed in {OSC_8} by forty states in 1921.",
    "osc-52": f"The bridge cost{OSC_52} 12 million crowns and was opened{OSC_52} in 1977.",
    "osc-52-st": f"The dam was built in 1911.{ESC}]52;c;{CLIPBOARD}{ST} It holds 9 cubic miles.",
    "csi": (
        f"{ESC}[{COLOUR}mThe city closed two schools in 2009.{ESC}[2J{ESC}[{MODE}h{ESC}[97;97f"
        f" It opened{ESC}[97A three in 2012.{ESC}[6n{ESC}[c The mayor sold the ha{ESC}[{COLOUR}mll."
    ),
    "dcs-apc-pm": (
        f"The tower is{ESC}P+q{TITLE}{ST} 90 metres high.{ESC}_{TITLE}{ST} It was"
        f"{ESC}^{TITLE}{ST} built in 1889.{ESC}X{TITLE}{ST}"
    ),
    "c1": (
        f"The port\x9b{COLOUR}m shipped 4,000 tonnes in 1999.\x9d52;c;{CLIPBOARD}\x9c It\x90q"
        f"{TITLE}\x9c closed in 2003.\x84\x85\x8d\x9e\x9f"
    ),
    "controls": (
        "The li\x00brary has\x01 9,000 books.\x07\x08\x08\x08 It was\x0b founded\x0c"
        " in 1904.\x0e\x0f\x1a\x1c\x1d\x1e\x1f The\x7f roof was repaired in 1951.\x11\x13"
    ),
    "lone-escape": f"The museum bought 31 paintings in 2014, the board said.{ESC}",
    "half-sequence": f"The orchard covers nine hectares.\nIt was planted in 1874.{ESC}]52;c;",
    "markup": (
        f"The mayor {MARKUP[0]}raised[/] the fee by 4 percent in 2018 {MARKUP[1]}.\n"
        f"The council {MARKUP[2]} bought {MARKUP[3]} six farms in 2011 {MARKUP[4]} {MARKUP[5]}"
        f" and sold {MARKUP[6]} two of them in 2016.\n$accent {{x}} %s :smile: "
    ),
    "bidi": (
        "The bank paid \u202e000,01\u202c crowns in 2005, and \u2066the \u2067auditors\u2069\u2069"
        " found 3 errors.\u200f\u200e\u061c\nהבנק שילם 40 מיליון בשנת 2005.\n"
        "\u202aThe fine\u202b was\u202d 9 million crowns.\u202c"
    ),
    "joined-emoji": (
        "👩‍🚀👨‍👩‍👧‍👦 The agency sent 14 people into orbit in 2020. 🏳️‍🌈🇳🇴🇩🇰 It\u200d hired "
        "👍🏽 300 engineers in 2021 🧑🏿‍🤝‍🧑🏻 and lost 20."
    ),
    "combining": (
        "The café" + "\u0301\u0327\u0300" * 40 + " opened in 1968 and served 90 guests a day. "
        "T\u0336h\u0336e\u0336 owner sold it in 1979. \u0301\u0301The e\u0301lite stayed away."
    ),
    "wide": (
        "市议会在2019年批准了三座桥梁。 The council approved three bridges in 2019. "
        "ﾊﾞｽ 수도는 2011년에 문을 열었다。The line　carries 40,000 people a day.\uff21\uff22"
    ),
    "indic": (
        "The clinic क्षि treated 6,400 patients in 2022. நிறுவனம் 2011 இல் தொடங்கியது. "
        "ผู้ป่วย 300 คน were sent home in 2023."
    ),
    "separators": (
        "The harbour was dredged in 1931.\u2028It took nine months.\u2029The crew numbered 60.\x85"
        "The works cost 2 million\x0b crowns.\x0c\u00a0\u3000\u1680"
    ),
    "crlf": (
        "A headline\r\n\r\nThe vote was held in 2016.\r\nIt failed by 12 votes.\r\n\r\n"
        "The speaker resigned in 2017.\r\n"
    ),
    "cr": "A headline\r\rThe strike began in 1926.\rIt lasted nine days.\rOne mine stayed open.\r",
    "mixed-newlines": "The well is 90 metres deep.\r\n\rIt dried up in 1976.\n\r\nRain fell.",
    "tags": (
        "The firm sold 800 boats in 2001.\U000e0001\U000e0068\U000e0069\U000e007f It closed\ufe0f"
        " in 2009.\U000e0100\U000f0000\U0010fffd\ue000\ufdd0\U0001ffff"
    ),
    "invisible": (
        "\ufeffThe\u200b trust\u200c owns\u200d 40\u2060 houses\u00ad in 2010.\u034f\u115f"
        "\u3164\u180e It\ufeff bought\u2063 nine\u206a more in 2013.\ufff9a\ufffab\ufffb"
    ),
    "tabs": "Year\tTonnes\tShips\n1990\t4,000\t12\n\tThe port shipped 4,000 tonnes in 1990.\t\t\n",
    "no-sentence-end": "The tax was raised to 21 percent in 2012 and lowered to 19 in 2015"
    + " and" * 300,
    "one-word": "The sign read " + "x" * 20_000 + " in 1999. It was removed in 2002.",
    "brackets": "The list (" * 200
    + "was printed in 1844"
    + ")" * 200
    + ". The printer sold 90 copies.",
}

LONG_LINE = one_long_line(1_000_000)
"""A megabyte without a newline; apart from `CORPUS`, because it takes its time."""

MARKS: tuple[str, ...] = (
    f"\x1b]52;c;{CLIPBOARD}",
    f"\x1b]0;{TITLE}",
    f"\x1b]8;;{LINK}",
    f"\x1b[{COLOUR}m",
    f"\x1b[{MODE}h",
    "\x1b[97;97f",
    "\x1b[97A",
)

# What a screen sends: styles, moves, modes, questions, the keyboard protocol, the pointer's shape.
_HONEST = re.compile(
    r"\x1b\[[0-9;:]*[mHKABCDGJ]|\x1b\[[?>=<]?[0-9;]*[hlcnqu]|\x1b\[\??[0-9;]*\$p|\x1b\[[0-9;]*t"
    r"|\x1b[78=>]|\x1b\(B|\x1b\]22;[a-z-]+\x07"
)
_BAD = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def leaks(raw: bytes) -> list[str]:
    """What in the output of a program could act on a terminal, or reorder or hide what is read.

    Args:
        raw: all that the program wrote to the terminal.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"not UTF-8: {error}"]
    found = [f"raw {mark!r}" for mark in MARKS if mark in text]
    rest = _HONEST.sub("", text)
    for bad in _BAD.finditer(rest):
        around = rest[max(0, bad.start() - 20) : bad.end() + 20]
        found += [f"{bad[0]!r} in {around!r}"]
    return found
