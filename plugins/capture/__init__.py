"""Capture: from what a curator pasted or saved to an article for review.

In: files (pasted text, saved pages, web archives) and a content folder. Out, all or none: the
bytes under `content/captures/`, a report beside them, the article with its front matter, and
the pictures that have a licence under `content/images/`.
Nothing is invented and nothing disappears: every word of the capture is in the article or
in the report's list of what was left out, and `ledger.account` proves it before anything
is written.

The way of a capture, a module each:

    loading      bytes to text, or why not; `kinds` knows which reader takes it
    pasted       a text capture: headline, breadcrumb, metadata lines, captions, text
    mail         the headers of a mail above a text
    oddities     what looks wrong and is kept as printed, for the report
    ledger       who claims which run of characters; the proof
    saved        HTML, MHTML and WARC: a room within the room, with a map of its own
    pictures     which pictures may come in, and their files without hidden data
    by_hand      `take_picture`, one picture that belongs to no page
    clock        printed days and times to a moment with its offset
    mentions     names in the text, through the authority records (`declined`: Russian cases)
    proposals    names that no record has, or in another spelling (`spellings`, `sentences`)
    new_records  those names as authority records, ready to be edited
    compose      front matter and Markdown (`escape`)
    report       what was recognised, how sure, what was left out and why
    filing       what is there already, and writing all or nothing
    desk         `import_files`, the steps in order (`several`: many files on a command line)

Nothing here runs in a build, so this room has no `register`.
"""
