"""Words, and how often each is drawn: a few all the time, most of them hardly ever.

News has some hundred thousand distinct words in a hundred thousand articles, and a search
index feels it. So next to common words there is an endless supply of made-up ones.
"""

from random import Random


def listed(words: str) -> list[str]:
    """A list of words as it is best read, and counted out by nobody."""
    return words.split()


NOUNS = listed("""
agreement minister harbour council bridge election budget railway museum strike lease
census orchard ferry tariff library vaccine satellite treaty monsoon market border company
factory hospital school river airport parliament court report inquiry contract pipeline reactor
submarine helicopter missile exercise summit delegation visit statement proposal deadline price
harvest drought flood storm road tunnel station ministry office bank loan currency tax subsidy
reform law ruling appeal verdict protest rally campaign ballot party coalition opposition cabinet
resignation appointment committee commission panel conference session vote majority district
province village capital island valley coast port shipyard vessel fleet crew pilot engineer
teacher farmer worker union wage pension clinic doctor patient virus outbreak treatment trial
study university student professor laboratory experiment telescope engine battery grid plant
turbine dam reservoir canal irrigation fertiliser wheat rice tea cotton steel copper coal gas oil
diamond gold cement timber fish cattle dairy export import supply demand shortage surplus deficit
growth inflation investment investor share fund audit merger licence patent standard regulator
broadcaster newspaper festival film orchestra theatre stadium tournament team coach player medal
record archive photograph letter anniversary monument cathedral temple mosque garden forest
reserve tiger glacier earthquake rescue aid camp refugee visa passport embassy consul envoy
ceasefire patrol garrison veteran training drill corridor warehouse customs consignment
""")

VERBS = listed("""
approved rejected announced delayed signed reviewed opened closed praised criticised
questioned defended welcomed postponed expanded reduced suspended resumed inspected repaired
financed inherited replaced removed published withdrew confirmed denied described examined
followed ignored joined left led managed measured missed noticed offered ordered planned prepared
presented promised protected raised reached received recommended recorded refused released
reported requested restored secured sold supported tested traced transferred visited warned won
built bought cancelled challenged checked collected compared completed considered copied covered
crossed decided declared delivered designed discussed doubled drafted dropped earned endorsed
estimated exceeded extended faced
""")

BASES = listed("""
approve reject announce delay sign review open close praise criticise question defend
welcome postpone expand reduce suspend resume inspect repair finance replace remove publish
withdraw confirm deny describe examine follow join leave lead manage measure offer order plan
prepare present protect raise reach receive recommend record release report request restore
secure sell support test trace transfer visit warn build buy cancel challenge check collect
compare complete consider cover cross declare deliver design discuss double draft earn endorse
estimate extend face
""")

ADJECTIVES = listed("""
new old joint annual regional national foreign local public private early late
major minor rapid slow quiet loud strict modest careful sudden gradual strong weak common rare
northern southern eastern western central coastal rural urban industrial agricultural financial
military civilian nuclear solar electric digital legal political economic cultural historic
modern temporary permanent provisional final initial former current senior junior independent
official unofficial secret open closed broken repaired empty crowded narrow broad deep shallow
high low expensive cheap long short heavy light wet dry cold warm young ancient famous unknown
popular controversial technical medical scientific environmental commercial municipal federal
bilateral neutral cautious hopeful disputed unfinished overdue unexpected
""")

ADVERBS = listed("""
yesterday quietly formally repeatedly unanimously narrowly partly fully eventually
initially reportedly officially briefly openly cautiously rapidly slowly jointly separately
temporarily unexpectedly formerly recently
""")

SECTIONS = ("World", "Politics", "Business", "Science", "Culture", "Sport", "Defence", "Health")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CODES = ("S-400", "Su-30", "Mi-17", "AK-203", "INS-12", "T-90", "An-32", "Covid-19", "G20", "5G")

RARE_WORDS = 400_000
RARE_SHARE = 0.14  # of the nouns drawn
ONSETS = listed("b br ch d dr f fl g gl h k kr l m n p pl r s sk st t tr v z")
SYLLABLES = tuple(onset + vowel for onset in ONSETS for vowel in "aeiou")
ENDINGS = ("n", "x", "ng", "rth", "st", "lm", "sk", "nd")


def skewed(chance: Random, size: int, shift: float = 2.0) -> int:
    """A rank from 0 to size - 1 after Zipf and Mandelbrot: how often falls as 1/(rank + shift).

    A large `shift` makes the first ranks less outstanding. No table is needed, so a kind may
    have any number of ranks.
    """
    base = shift + 1
    return min(size - 1, int(base * ((size + base) / base) ** chance.random() - base))


def several(chance: Random, count: int, size: int, shift: float) -> list[int]:
    """`count` different ranks, the first drawn first."""
    found: dict[int, None] = {}
    while len(found) < min(count, size):
        found[skewed(chance, size, shift)] = None
    return list(found)


def rare_word(rank: int) -> str:
    """A made-up word, another for each rank; ranks side by side look nothing alike."""
    scattered = rank * 1_000_003 % (len(SYLLABLES) ** 3)  # a prime: no two ranks meet
    high, low = divmod(scattered, len(SYLLABLES))
    first, second = divmod(high, len(SYLLABLES))
    return SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[low] + ENDINGS[rank % len(ENDINGS)]


def weights(words: list[str]) -> list[float]:
    """Cumulated, for `Random.choices`."""
    total, found = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 4)
        found.append(total)
    return found


CLASSES = {
    "noun": NOUNS,
    "verb": VERBS,
    "base": BASES,
    "adjective": ADJECTIVES,
    "adverb": ADVERBS,
}
WEIGHTS = {name: weights(words) for name, words in CLASSES.items()}
