"""Links: whether the addresses that the archive names still lead anywhere.

In: `source_url`, `archived_url` and `also` of articles, `homepage` of sources. Out: what each
address answered, line by line in `.cache/links.jsonl` as it is found, so that a run can be broken
off and gone on with; and `content/links.yaml`, the committed record of addresses that are gone,
with the day. An address is gone when it was missing (404, 410, no such host) on two days at
least; what may be a passing trouble (no answer in time, 429, 5xx) never makes it so. Articles are
not changed: addresses that moved and archived copies are suggested.

A host is asked one thing at a time, with a pause after each, and never one on a private network.
`mentions` finds the addresses, `client` sends one request, `asking` follows one address,
`round` asks many hosts side by side, `state` and `record` keep what was found, `report` says it.
No build runs it.
"""
