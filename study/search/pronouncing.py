"""How characters and terms are pronounced, by pypinyin.

Its dictionaries take 0.3 s and 55 MB: only for the process that imports. What a query needs of
them lies in the library.
"""

from functools import cache

from study.search.sounds import SYLLABLES, without_tones

_MOST_SOUNDS = 3
_LONGEST_WORD = 4
_SAME_NUMBER = {"二": ("er", "liang"), "两": ("liang", "er"), "〇": ("ling",)}


@cache
def sounds_of_character(character: str) -> tuple[str, ...]:
    """The sounds of a character, the usual one first; none for what is no Chinese character."""
    if character in _SAME_NUMBER:
        return _SAME_NUMBER[character]
    marked = _characters().get(ord(character), "")
    sounds = dict.fromkeys(map(without_tones, marked.split(",")))
    return tuple(sound for sound in sounds if sound in SYLLABLES)[:_MOST_SOUNDS]


def sounds_of_term(term: str) -> list[str]:
    """The sound of each character of a term, by the words it is made of: 银行 → yin hang.

    What is no Chinese character stands for itself.
    """
    words = _words()
    sounds: list[str] = []
    while (start := len(sounds)) < len(term):
        for finish in range(min(start + _LONGEST_WORD, len(term)), start + 1, -1):
            if marked := words.get(term[start:finish]):
                sounds += [without_tones(readings[0]) for readings in marked]
                break
        else:
            sounds.append((*sounds_of_character(term[start]), term[start])[0])
    return sounds


def _characters() -> dict[int, str]:
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict


@cache
def _words() -> dict[str, list[list[str]]]:
    from pypinyin.phrases_dict import phrases_dict

    return phrases_dict
