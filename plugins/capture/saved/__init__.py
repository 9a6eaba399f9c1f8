"""Saved pages: what browsers and crawlers keep of a newspaper's page.

containers   the bytes of a file to saved pages; `kind_of` says which kind of file it is
webpage      an HTML file, and the comments that browsers leave in one
mhtml        a page and its pictures in one file, as browsers save it
warc         a web archive: several pages, each a capture of its own
charsets     bytes of a page to text
inflating    compressed bytes, up to a limit

    figures      the pictures of a page, and all that is said of each, hidden or not
    brought      which of them come in, with clean files (`..pictures` judges and cleans)
"""
