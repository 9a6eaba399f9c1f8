"""How page rooms offer their pages without knowing who asks.

A receiver gets the `Library` and returns the `Page`s and `File`s of its room.
"""

from blinker import signal

get_pages = signal("cuttings_get_pages")
