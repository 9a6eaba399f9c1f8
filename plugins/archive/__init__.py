"""Archive: what an article is, how it is read, and what pages may ask about all of them.

In: the content folder. Out: records of the model, problems, and the `Library`, which answers
from a store. The way of an article: `files` (bytes to text), `frontmatter` (text to values with
their lines), `reading` (values to records of `model`), `content` (the whole folder), `store` and
`library`. Beside them: `text` (Markdown to safe HTML), `permalinks`, `authorities` (names and
what they lead to), `names` (whether two names are one, and whom a text names), `schema` (the model
written out for editors and people). `intake` brings the store level with the folder and says what
changed, `reasons` what for; `unchanged` tells from what the last build left, and at little cost,
that there is nothing to do. `holdings` is what the curator's desk asks of all articles, faulty ones
too. `verb` is how a command of the desk ends. Imports no other room, no Pelican, no Jinja.
"""
