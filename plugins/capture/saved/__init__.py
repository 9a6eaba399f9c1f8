"""Saved pages: what browsers and crawlers keep of a newspaper's page.

In: the bytes of a file. Out: its pages, what each says of its article, its pictures, and a
`Reading` in which every word of the page is claimed.

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

    tree         HTML to a tree, cleaned of control characters
    lines        every word of the page as lines, each with where it stands
    extractors   trafilatura's choice of lines; `alignment` finds it among ours
    body         our steps on that choice; `furniture` knows prompts by their words
    paragraphs   lines to paragraphs with their marks in Markdown
    leftover     what kind of surroundings each other line is
    reading      `see` takes a page apart, `read_page` claims every word
    outside      the page's words by another reader; `proof` is the account with them
"""
