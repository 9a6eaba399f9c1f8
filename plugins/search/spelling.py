"""British and American spellings of one word count as one.

A form is brought to its American spelling before it is stemmed, and the other spelling of
each form is published with it, so that a reader finds "defence" by "defense" in an archive
that never prints it. A rule applies to whole families; the table has what rules miss.
"""

import re

TABLE = """
defence/defense defences/defenses offence/offense offences/offenses licence/license
licences/licenses pretence/pretense centre/center centres/centers centred/centered
theatre/theater theatres/theaters metre/meter metres/meters kilometre/kilometer
kilometres/kilometers litre/liter litres/liters fibre/fiber fibres/fibers
calibre/caliber sabre/saber sombre/somber spectre/specter lustre/luster meagre/meager
grey/gray programme/program programmes/programs plough/plow sceptic/skeptic
sceptical/skeptical scepticism/skepticism aluminium/aluminum manoeuvre/maneuver
manoeuvres/maneuvers catalogue/catalog catalogues/catalogs dialogue/dialog
dialogues/dialogs analogue/analog jewellery/jewelry mould/mold moustache/mustache
ageing/aging artefact/artifact artefacts/artifacts travelled/traveled
travelling/traveling traveller/traveler travellers/travelers cancelled/canceled
cancelling/canceling labelled/labeled labelling/labeling modelled/modeled
modelling/modeling signalled/signaled signalling/signaling counsellor/counselor
fuelled/fueled fuelling/fueling levelled/leveled totalled/totaled channelled/channeled
fulfil/fulfill enrol/enroll enrolment/enrollment instalment/installment
instalments/installments skilful/skillful wilful/willful judgement/judgment
acknowledgement/acknowledgment practise/practice practised/practiced
practising/practicing sulphur/sulfur haemorrhage/hemorrhage paediatric/pediatric
anaesthetic/anesthetic encyclopaedia/encyclopedia diarrhoea/diarrhea
aeroplane/airplane aeroplanes/airplanes
"""
PAIRS = dict(pair.split("/") for pair in TABLE.split())
BACK = {american: british for british, american in PAIRS.items()}

OUR = (
    "arb|arm|behavi|cand|clam|col|demean|endeav|fav|flav|glam|harb|hon|hum|lab|misdemean|neighb"
    "|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig"
)
ENDS = r"(s|ed|ing|er|ers|able|ite|ites|ful|hood|hoods|ly|less)?"
TO_OR = re.compile(rf"((?:dis)?(?:{OUR}))our{ENDS}")
TO_OUR = re.compile(rf"((?:dis)?(?:{OUR}))or{ENDS}")
TO_IZE = re.compile(r"(\w{3,})(is|ys)(ation|ations|e|es|ed|ing|er|ers)")
TO_ISE = re.compile(r"(\w{3,})(iz|yz)(ation|ations|e|es|ed|ing|er|ers)")
# Words in -ise that America writes in the same way, without their ending.
ALWAYS_S = re.compile(
    r"(adv|advert|appr|ar|br|chast|circumc|comprom|compr|conc|cru|dem|desp|dev|disgu|enterpr"
    r"|exc|exerc|expert|franch|improv|inc|likew|merchand|no|otherw|parad|pa|po|prec|prem|pr"
    r"|pra|prom|ra|repr|rev|r|superv|surpr|telev|treat|up|w|bas|cr|ph|emph|oas|empha|gla)is.*"
)


def american(form: str) -> str:
    """The American spelling of an English form."""
    if form in PAIRS:
        return PAIRS[form]
    # Each word of the index is asked for; what few have is looked for before the rules are.
    if "our" in form and (match := TO_OR.fullmatch(form)):
        return f"{match[1]}or{match[2] or ''}"
    if "s" not in form:
        return form
    if (match := TO_IZE.fullmatch(form)) and not ALWAYS_S.fullmatch(form):
        return f"{match[1]}{match[2][0]}z{match[3]}" if is_verb(match) else form
    return form


def is_verb(match: re.Match[str]) -> bool:
    """-yse only after l (analyse, paralyse); -ise after anything long enough."""
    return match[2] == "is" or match[1].endswith("l")


def other_spelling(form: str) -> str | None:
    """The spelling of the other side of the Atlantic, if it differs."""
    if (there := american(form)) != form:
        return there
    if form in BACK:
        return BACK[form]
    if "or" in form and (match := TO_OUR.fullmatch(form)):
        return f"{match[1]}our{match[2] or ''}"
    if "z" in form and (match := TO_ISE.fullmatch(form)):
        return f"{match[1]}{match[2][0]}s{match[3]}"
    return None
