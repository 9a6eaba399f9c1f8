"""Accession: a new article by question and answer, or by options where nobody can be asked.

In: a content folder, and what the curator says. Out: the article's file and those of new
records, all or none, after they were shown. Every answer is checked at once, by the model's own
rules; the whole is checked as `inv check` would before it is written.

    names        ids by whatever a curator types: heading, variant, another script
    dates        days and times as they are typed, to moments
    answers      words for a key, to its value or what to do about them
    drafts       the answers so far, and the file they make
    twins        articles that are there already
    questions    what is asked, in order
    terminal     asking, with completion
    desk         `inv add`: ask or take, show, check, write

Nothing here runs in a build, so this room has no `register`.
"""
