"""Holdings: what the archive holds, as the curator's desk asks of it.

In: the content folder as it stands, faults included. Out: answers to the questions that an
import and a check have, without reading all articles each time. What was learnt of a file is
kept in `.cache/desk/`, apart from the store of builds: that one holds only what is right, and a
check must be right where nothing was ever built. Each file is told apart by its digest, as in a
build; the store is always safe to delete, and neither waits for the other.

    tables     the file it is kept in, opened, closed and locked
    facts      what is noted of one article
    taking     brings it level with the folder; notes which verdicts that puts in doubt
    reach      which articles a change elsewhere can have made wrong
    copying    articles that are copies of one another
    holdings   the questions an import asks
"""

from .holdings import Holdings

__all__ = ["Holdings"]
