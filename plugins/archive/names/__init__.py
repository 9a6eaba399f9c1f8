"""Names of people, places, organisations and tags: whether two are one, and who a text names.

In: names as printed, in any script; texts in words. Out: scores from 0 to 1, each with its
reasons in words, for a curator who has to decide. Nothing here reads a file of `content/`.

    letters    any script in small Latin letters
    sounds     what a word sounds like, as far as its consonants tell
    given      given names, and which of them are one (`given.txt`)
    parts      a name in parts: given names, initials, particles, titles left away
    compare    two names of people: how sure it is that they are one, and why
    alike      people that look like one, among many thousands of records
    close      headings of tags, places and bodies that are nearly the same words
    lexicon    words that tell what a name is: roles, bodies, places (`words.txt`)
    runs       words with a capital that stand together, and the name in them
    evidence   what speaks for and against a person, each with its weight
    people     the people, bodies and places that a text names, and how sure that is

What may be made of a score is said where it is made: `compare` has `SAME` and `SURE` for two
names, `people` has `LIKELY` and `SURE` for a name in a text, `alike` has `LOOKS`, `close`
has `SLIP`.
"""
