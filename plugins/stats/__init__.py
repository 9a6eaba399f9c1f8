"""Stats: the state of the archive at a glance, for curators: what there is, and what is missing.

In: the content folder, as `archive.content` reads it; no store is needed, and what is not yet
published counts as drafts do. Out: text for a terminal, or JSON with the ids behind each number.
`figures` counts, `gaps` finds the times without an article, `lines` writes the text, `command` is
the verb. No build runs it; readers have the collection's page.
"""
