"""Vocabulary: names and addresses changed all over the archive, as one change to review.

In: a content folder and what to do: give a record another id, merge records, move an article,
withdraw one. Out: files edited in place, in which only the lines concerned differ, shown as a
diff first. Old ids and addresses stay known (`former`, `aliases`) and redirect. All files
change or none does, and none if the outcome has a problem that was not there before.

The way of a change, a module each:

    holdings     the content folder: names at once, only files that mention an id in full
    renaming, merging, moving, withdrawing: what has to change, as a `Plan`
    nodes        where in a file each YAML value stands
    sheet        a file's text, edited value by value
    links        relative links in a text, pointed to where a file is now
    trial        problems that the outcome would have
    difference   the change as a diff
    git          files with edits that are not committed
    filing       writing all files or none
    desk         show, ask, keep

Nothing here runs in a build, so this room has no `register`.
"""
