"""Mandarin syllables in pinyin without tones: how they are spelled, and which sound alike.

What sounds alike to many speakers is one sound here, as in the fuzzy pinyin (模糊音) of input
methods: z/zh, c/ch, s/sh, n/l, an/ang, en/eng, in/ing, f/h, and hu for f (hui, fei).

The keys of stored terms are made of these sounds: after a change they must be made anew.
"""

import re

_FINALS_OF = {
    "": "a o e ai ei ao ou an en ang eng er",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "y": "a e ao ou an in ang ing ong i u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
SYLLABLES = frozenset(
    initial + final for initial, finals in _FINALS_OF.items() for final in finals.split()
)
_LONGEST = 6
_ALIKE = (
    (re.compile(r"^([zcs])h"), r"\1"),
    (re.compile(r"^l"), "n"),
    # hui is fei to many, huan is fan.
    (re.compile(r"^hui$"), "hei"),
    (re.compile(r"^hun$"), "hen"),
    (re.compile(r"^hu(?=[ao])|^f"), "h"),
    (re.compile(r"([aei]n)g$"), r"\1"),
    (re.compile(r"v"), "u"),
)
_TONES = dict(zip("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ", "aaaaeeeeiiiioooouuuuvvvvvnnn", strict=True))
_WITHOUT_TONES = str.maketrans(_TONES)
_FIRST_SYMBOL = 0x100
MOST_SPELLINGS = 4


def without_tones(letters: str) -> str:
    """Pinyin without its tone marks, ü as v: lǜ → lv."""
    return letters.translate(_WITHOUT_TONES)


def alike(syllable: str) -> str:
    """The form that a syllable shares with all those that are taken for it.

    >>> alike("shang") == alike("san")
    True
    """
    for pattern, replacement in _ALIKE:
        syllable = pattern.sub(replacement, syllable)
    return syllable


_SYMBOL = {
    form: chr(_FIRST_SYMBOL + index)
    for index, form in enumerate(sorted(set(map(alike, SYLLABLES))))
}
_SYMBOL_OF = {syllable: _SYMBOL[alike(syllable)] for syllable in SYLLABLES}


def symbol(sound: str) -> str:
    """One character for a syllable and all that are taken for it; another sound is itself."""
    return _SYMBOL_OF.get(sound, sound[:1])


def spellings(letters: str) -> list[tuple[str, ...]]:
    """How a row of letters can be read as syllables, those with the fewest first.

    >>> spellings("fangan")
    [('fang', 'an'), ('fan', 'gan')]
    """
    rest: dict[int, list[tuple[str, ...]]] = {len(letters): [()]}
    for start in reversed(range(len(letters))):
        ends = range(min(start + _LONGEST, len(letters)), start, -1)
        readings = [
            (letters[start:end], *tail)
            for end in ends
            if letters[start:end] in SYLLABLES
            for tail in rest[end]
        ]
        rest[start] = sorted(readings, key=len)[:MOST_SPELLINGS]
    return rest[0] if letters else []
