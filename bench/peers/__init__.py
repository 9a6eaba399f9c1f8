"""Other generators, set up to make the same pages from the same articles.

    install.py    a virtual environment of their own, versions pinned in requirements.txt
    hugo.py       Hugo, with templates of ours in hugo/
    pagefind.py   Pagefind's index of what Hugo made
    pelican.py    stock Pelican with the theme it comes with

Where a page of ours has no equal, or an equal would be costly, the peer is let off it.
"""

from .hugo import Hugo
from .pagefind import Pagefind
from .pelican import Pelican

Peer = Hugo | Pagefind | Pelican
PEERS: dict[str, type[Peer]] = {peer.name: peer for peer in (Hugo, Pagefind, Pelican)}

__all__ = ["PEERS", "Hugo", "Pagefind", "Peer", "Pelican"]
