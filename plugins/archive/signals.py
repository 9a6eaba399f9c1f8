"""How page rooms offer their pages without knowing who asks.

A receiver gets the `Library` and returns the `Page`s and `File`s of its room.
"""

from blinker import signal

get_pages = signal("cuttings_get_pages")
# A receiver gets the `Library` as it is now and, as `changes`, the `Changes` since the last
# build; it returns what these can have changed: `Page`s, `File`s and `Bundle`s to look at
# again, and `Gone` for what is no longer part of the site, each with its `why`. One too many
# costs time, one too few a wrong page, one without a reason stops the build.
get_touched = signal("cuttings_get_touched")
