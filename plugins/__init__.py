"""The rooms of Cuttings, each a folder with one job.

CORE   archive      what articles and records are, and the questions pages and desk ask of them
DESK   checks       what is wrong in content
       capture      a raw capture into an article for review
       preview      the site on this machine while it is written
       forms        a form in the browser, for curators who use no editor
       accession    a new article by question and answer
       vocabulary   ids and addresses changed all over the archive, as one change to review
       links        whether source addresses still lead anywhere, and which are gone
       stats        the state of the archive at a glance, gaps included
PAGES  home         the front page, and the page for addresses that lead nowhere
       articles     an article's page, its redirects and tombstone
       authorities  people, places, organisations, sources and tags, and their indexes
       dates        years, months and days
       atlas        the places on a map
       feeds        Atom and JSON feeds, and the list of them
       machines     robots.txt, llms.txt, the sitemap, and how to search from elsewhere
       data         tables and a record for programs beside each article; one SQLite file on request
       search       the search page and its index
PUBLISH publish     renders what the rooms offer and puts the whole site in place

A room imports `archive` and no other room. Page rooms meet `publish` only through the
signal `archive.signals.get_pages`. Pelican loads rooms by the list PLUGINS in
pelicanconf.py, in that order.
"""
