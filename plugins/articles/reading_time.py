"""How long the text that is shown takes to read."""

# Words a minute, read aloud by native readers of one set of texts: S. Trauzettel-Klosinski,
# K. Dietz and others, "Standardized Assessment of Reading Performance: The New International
# Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012).
WORDS = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188,
    "nl": 202, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip
MEAN = 184  # of the 17 languages there: for those that were not looked at
# Characters a minute, from the same, where words are not parted by blanks.
CHARACTERS = {"ja": 357, "zh": 255}
UNPARTED = frozenset({"bo", "dz", "km", "lo", "my", "th"})  # as are these; nobody's count is known


def reading_time(plain: str, lang: str) -> str:
    """ "3 minutes to read"; empty where there is no text, or no way to count it."""
    language = lang.partition("-")[0]
    if not plain or language in UNPARTED:
        return ""
    if language in CHARACTERS:
        minutes = sum(map(str.isalnum, plain)) / CHARACTERS[language]
    else:
        minutes = words(plain) / WORDS.get(language, MEAN)
    if minutes < 1:
        return "under a minute to read"
    whole = round(minutes)
    return f"{whole} minute{'s' if whole > 1 else ''} to read"


def words(plain: str) -> int:
    """How many words a text has, in which one blank stands between two, or a line break."""
    return plain.count(" ") + plain.count("\n") + 1
