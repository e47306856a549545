"""Units behind and before numbers, reduced to one unit of each kind."""

from __future__ import annotations

import re
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: what it is reduced to, how much of that it is, and its short name."""

    base: str
    factor: float
    name: str


# base: name=factor=forms, with "," between the forms; a form may have blanks.
_TABLE = """
m: mm=0.001=mm,millimetre,millimeter; cm=0.01=cm,centimetre,centimeter; m=1=m,metre,meter
m: km=1000=km,kilometre,kilometer,kms; inch=0.0254=inch; ft=0.3048=ft,foot,feet; yd=0.9144=yard,yd
m: mi=1609.344=mile,mi; nmi=1852=nautical mile,nmi
kg: mg=1e-6=mg,milligram; g=0.001=g,gram,gramme; kg=1=kg,kilo,kilogram,kilogramme,kgs
kg: t=1000=t,tonne,metric ton; ton=1000=ton
kg: lb=0.45359237=lb,lbs; oz=0.0283495=ounce,oz; st=6.35029=stone
l: ml=0.001=ml,millilitre,milliliter; cl=0.01=cl; l=1=l,litre,liter; gal=3.785411784=gallon,gal
l: bbl=158.987=barrel,bbl; m3=1000=m3,m³,cubic metre,cubic meter; pint=0.473176=pint
m2: m2=1=m2,m²,sq m,square metre,square meter,sqm; km2=1e6=km2,km²,sq km,square kilometre
m2: km2=1e6=square kilometer,sqkm; ha=10000=ha,hectare; acre=4046.8564=acre
m2: mi2=2589988.11=square mile,sq mi,sq mile; ft2=0.09290304=square foot,square feet,sq ft
m2: ft2=0.09290304=sqft,ft2,ft²
s: s=1=second,sec; min=60=minute,min; h=3600=hour,hr,h; day=86400=day; week=604800=week
s: month=2629800=month; year=31557600=year,yr; decade=315576000=decade; century=3155760000=century
km/h: km/h=1=km/h,kph,kmh,kilometre per hour,kilometer per hour,kilometres an hour
km/h: mph=1.609344=mph,mile per hour,miles an hour; kn=1.852=knot
km/h: m/s=3.6=m/s,metre per second,meter per second
°C: °C=1=°C,degree Celsius,degree centigrade,celsius; °F=1=°F,degree Fahrenheit,fahrenheit
degree: degree=1=degree,°
W: W=1=W,watt; kW=1000=kW,kilowatt; MW=1e6=MW,megawatt; GW=1e9=GW,gigawatt
Wh: kWh=1000=kWh,kilowatt hour,kilowatt-hour; MWh=1e6=MWh,megawatt hour; GWh=1e9=GWh
Wh: GWh=1e9=gigawatt hour; TWh=1e12=TWh,terawatt hour
B: KB=1e3=KB,kilobyte; MB=1e6=MB,megabyte; GB=1e9=GB,gigabyte; TB=1e12=TB,terabyte
%: %=1=%,percent,per cent,pct,pc,％; ‰=0.1=‰,per mille
pp: pp=1=percentage point,pp,percent point; bp=0.01=basis point
USD: USD=1=USD,US dollar,U.S. dollar,American dollar,dollar
EUR: EUR=1=EUR,euro
GBP: GBP=1=GBP,pound,pound sterling,British pound
CAD: CAD=1=CAD,Canadian dollar
AUD: AUD=1=AUD,Australian dollar
HKD: HKD=1=HKD,Hong Kong dollar
JPY: JPY=1=JPY,yen
CNY: CNY=1=CNY,yuan,renminbi
INR: INR=1=INR,rupee
RUB: RUB=1=RUB,rouble,ruble
CHF: CHF=1=CHF,Swiss franc
franc: franc=1=franc
krone: krone=1=SEK,NOK,DKK,krona,kronor,krone,kroner,crown
PLN: PLN=1=PLN,zloty
TRY: TRY=1=TRY,lira
UAH: UAH=1=UAH,hryvnia
ILS: ILS=1=ILS,shekel
peso: peso=1=peso,MXN
real: real=1=BRL,reais
rand: rand=1=rand,ZAR
times: times=1=times
"""
_SIGNS = {
    "us$": "USD", "c$": "CAD", "a$": "AUD", "hk$": "HKD", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₺": "TRY",
}  # fmt: skip
CURRENCIES = frozenset((
    "USD", "EUR", "GBP", "CAD", "AUD", "HKD", "JPY", "CNY", "INR", "RUB", "CHF", "franc", "krone",
    "PLN", "TRY", "UAH", "ILS", "peso", "real", "rand",
))  # fmt: skip
_IRREGULAR = {"inch": "inches", "century": "centuries", "foot": "", "feet": "", "times": ""}


def _plural(form: str) -> str:
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if form.startswith("degree "):
        return form.replace("degree", "degrees")
    head, per, tail = form.partition(" per ")
    return f"{head}s{per}{tail}" if head[-1:].isalpha() and len(head) > 2 else ""


def _read() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        base, _, rest = line.partition(": ")
        for entry in rest.split("; "):
            name, factor, forms = entry.split("=")
            for form in filter(None, forms.split(",")):
                unit = Unit(base, float(factor), name)
                units[form] = units[form.lower()] = unit
                if plural := _plural(form):
                    units[plural] = units[plural.lower()] = unit
    return units


_UNITS = _read()
_BEHIND = re.compile(
    r"[\s\u00a0-]?(°\s?[CF]\b|[%‰％°]|[^\W\d_](?:[\w²³/]|\.(?=\w))*"
    r"(?:[\s-][^\W\d_](?:[\w²³/]|\.(?=\w))*){0,2})"
)
_JOINTS = re.compile(r"[\s-]+")
_BEFORE = re.compile(
    r"(?P<sign>(?:US|HK|[CA])?\$|[€£¥₹₽₴₪₺]|\b(?:USD|EUR|GBP|CAD|AUD|JPY|CNY|INR|RUB|CHF)\b)\s?$",
    re.I,
)
_MILLION = re.compile(r"m(?![^\W_])")
_MONEY_OR_COUNT = re.compile(
    rf"\s+(?:(?:{'|'.join(form for form, unit in _UNITS.items() if unit.base in CURRENCIES)})\b"
    r"|people|(?!(?:across|as|its|his|towards)\b)[a-z]{3,}(?<!s)s\b)"
)


def unit_behind(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that begins at or one blank behind `end`, and where it ends."""
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    stop = match.end()
    while stop > match.start(1):
        form = _JOINTS.sub(" ", text[match.start(1) : stop])
        # One letter is a unit only in its own case: 5 m, but not 5 M.
        unit = _UNITS.get(form) or (_UNITS.get(form.lower()) if len(form) > 1 else None)
        if unit is not None:
            return unit, stop
        stop = max(text.rfind(joint, match.start(1), stop) for joint in " -\u00a0\n")
    return None


def currency_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The sign or code of a currency that ends right before `start`, and where it begins."""
    match = _BEFORE.search(text, max(0, start - 5), start)
    if match is None:
        return None
    code = _SIGNS.get(match["sign"].lower(), match["sign"].upper())
    return Unit(code, 1.0, code), match.start("sign")


def million_behind(text: str, end: int, *, money: bool) -> bool:
    """Whether the "m" at `end` means million and not metres: "$5m", "5m euros", "5m voters"."""
    match = _MILLION.match(text, end)
    return match is not None and (money or _MONEY_OR_COUNT.match(text, match.end()) is not None)


def reduced(value: float, unit: Unit) -> float:
    """A value in the unit that all of its kind are reduced to."""
    return (value - 32) / 1.8 if unit.name == "°F" else value * unit.factor
