"""Settings for the published site, on top of pelicanconf.py: its address.

Fill in SITEURL and build with `inv build --site-url URL`, or with
`python -m pelican content -s publishconf.py`.
"""

from pelicanconf import *  # noqa: F403  # Pelican's convention: settings on top of settings

SITEURL = ""
