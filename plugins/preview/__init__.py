"""Preview: the site on this machine while it is written.

In: the folders to watch, and a command that builds when it is told to. Out: the built site at an
address of this machine; a page that is open there reloads when a build has changed the site, and
shows what is wrong when one was refused. The site's files stay as they are: what the browser needs
besides (`page/`) is added while a page is sent, and allowed by the policy of every page.

`watching` says what was saved, `builder` keeps a build ready that has all its modules imported,
`state` is what the browser is told, `server` sends files and news, `desk` puts these together. No
build runs this room.
"""
