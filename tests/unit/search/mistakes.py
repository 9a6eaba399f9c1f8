"""Typing errors of one letter: put in, left out, changed or swapped, anywhere in a word and with
any letter of its alphabet. Always the same ones."""

from random import Random

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
SHORTEST = 4


def mistyped(word, chance):
    """A word with one error."""
    letters = alphabet(word)
    at = chance.randrange(len(word))
    match chance.choice(("put in", "left out", "changed", "swapped")):
        case "put in":
            at = chance.randrange(len(word) + 1)
            return word[:at] + chance.choice(letters) + word[at:]
        case "left out":
            return word[:at] + word[at + 1 :]
        case "changed":
            return word[:at] + chance.choice(letters) + word[at + 1 :]
        case _:
            at = chance.randrange(len(word) - 1)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def alphabet(word):
    if word.isascii():
        return LATIN
    return CYRILLIC if word[0] in CYRILLIC else "".join(sorted(set(word)))


def errors(words, known, count, seed=1971):
    """`count` pairs of a word and an error in it that is no word itself."""
    chance = Random(seed)
    pool = sorted(word for word in words if len(word) >= SHORTEST)
    found = []
    while len(found) < count:
        word = chance.choice(pool)
        error = mistyped(word, chance)
        if error != word and error not in known:
            found.append((word, error))
    return found
