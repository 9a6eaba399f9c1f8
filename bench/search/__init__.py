"""Measurements of the search: what a reader downloads and waits for, what the index costs.

    site.py        a built site of N made-up articles, kept and used again
    host.py        a static host that compresses as one on the net does, and keeps account
    browser.py     Chromium with nothing in its cache, and a search page that has settled
    questions.py   what is asked, drawn out of a seed
    downloads.py   files that each kind of question fetches
    warm.py        milliseconds of a question whose files are there
    indexing.py    the index alone, made in a process of its own; `costs.py` runs it
    goals.py       the rows of the table and their limits
    findings.py    what was measured, kept from run to run; `report.py` shows it
    command.py     `inv bench-search`

    collection.py  documents, questions and judgements out of a folder
    quality.py     how well the index ranks them, beside `plain.py`: `inv bench-search --quality`
    reader.py      reads the index in Python; tests have it, too

In: the code of the project, a copy of which is built. Out: a table and, where asked for, the
numbers in `docs/performance.md`.
"""
