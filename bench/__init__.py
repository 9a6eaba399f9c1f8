"""Measurements: archives of any size, and other generators beside ours on the same articles.

    make_archive.py  a content folder of N articles out of a seed; `vocabulary`, `sentences`,
                     `cast` (records) and `drafts` (articles) are its parts
    systems.py       what is measured: ours, and the peers under `peers/`
    jobs.py          what each of them has to do: build all, add one article, change the theme
    measure.py       one command: time, processor time, memory of its processes
    runner.py        every job by every system, turn by turn
    results.py       what was measured, kept from run to run
    goals.py         what ours must reach; `report.py` and `plot.py` show how far it got
    command.py       `inv bench`
    search/          the search page and its index: `inv bench-search`

In: the code of this folder's parent, a copy of which is what gets measured. Out: a table and,
where asked for, the numbers and the plot in `docs/`. Nothing in `plugins/` knows of this.
"""
