"""Whether two words are likely to be one name in two spellings."""


def distance(one: str, other: str) -> int:
    """Letters to put in, take out or change."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for column, against in enumerate(other, 1):
            before, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, before + (letter != against)),
            )
    return row[-1]


def is_latin(word: str) -> bool:
    return word.isascii()


def alike(one: str, other: str) -> bool:
    """Two spellings in Latin letters: close, and from the same beginning; else cannot tell."""
    if one == other:
        return True
    longest = max(len(one), len(other))
    return one[0] == other[0] and distance(one, other) <= max(1, longest // 3)
