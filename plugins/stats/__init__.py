"""Stats: the state of the archive at a glance, for curators: what there is, and what is missing.

In: the content folder; where the store of the last build holds just that, `held` takes it from
there, else it is read. Out: text for a terminal, or JSON with the ids behind each number.
`figures` counts, `gaps` finds the times without an article, `lines` writes the text, `command` is
the verb. No build runs it; readers have the collection's page.
"""
