"""Saved pages: what browsers and crawlers keep of a newspaper's page.

In: the bytes of a file. Out: its pages, what each says of its article, and its pictures.

    containers   the bytes of a file to saved pages; `kind_of` says which kind of file it is
    webpage      an HTML file, and the comments that browsers leave in one
    mhtml        a page and its pictures in one file, as browsers save it
    warc         a web archive: several pages, each a capture of its own
    charsets     bytes of a page to text
    inflating    compressed bytes, up to a limit

    facts        what a page says of its article: every value, where, and how sure
    jsonld       what it says to search engines (`metatags`, `microdata`: the same elsewhere)
    dates        days and times as metadata write them
    bylines      the names in a value; `sitenames` cuts the site's name from a title

    figures      the pictures of a page, and all that is said of each, hidden or not
    brought      which of them come in, with clean files (`..pictures` judges and cleans)
"""
