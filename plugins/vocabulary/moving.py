"""Another address for an article: its file's name, and every link to it."""

from functools import partial

from .holdings import Holdings, Plan, RefusedError, address, article_path
from .sheet import Sheet
from .sweeping import ARTICLE_KEYS, attempt, edit, relinked


def move(holdings: Holdings, article: str, new: str) -> Plan:
    """The change that puts an article at `new`, "2021/name" or a name in the same year. Where
    that was done, links to the old place that came since are all that is left."""
    old = holdings.article(article)
    new = holdings.article(new if "/" in new else f"{old[:4]}/{new}")
    here, there = article_path(old), article_path(new)
    plan = Plan(
        subject=f"Move the article {old} to {new}",
        nothing=f"{old} is at {new}; nothing was changed",
    )
    again = here not in holdings.names and there in holdings.names and has_moved(holdings, old, new)
    if not again and here not in holdings.names:
        message = "there is no such article; write it as 2021/name, or as the path of its file"
        raise RefusedError(holdings.problem(here, "unknown-article", message))
    path, moved = there if again else here, {here: there}
    sheet = holdings.sheet(path)
    after = sheet if again else moved_sheet(holdings, sheet, old, new)
    if not again and there in holdings.names and not holdings.has(there, after.data):
        message = "there is such an article already; choose another name"
        raise RefusedError(holdings.problem(there, "address-taken", message))
    name = here.rpartition("/")[2]
    found = set(holdings.mentions({address(new)}, {name}))  # who claims the address, who links
    plan.near |= found
    plan.add(there, sheet.data, after.data, "" if again else here)
    for other in sorted(found - {path, there}):
        edit(holdings, plan, other, partial(relinked, here=other, now=other, moved=moved))
    return plan


def has_moved(holdings: Holdings, old: str, new: str) -> bool:
    aliases = holdings.sheet(article_path(new)).values.get("aliases")
    return isinstance(aliases, list) and address(old) in aliases


def moved_sheet(holdings: Holdings, sheet: Sheet, old: str, new: str) -> Sheet:
    """The article's own file, as it stands at the new place."""
    here, there = article_path(old), article_path(new)
    return attempt(
        holdings,
        here,
        sheet,
        lambda sheet: relinked(readdressed(sheet, old, new), here, there, {here: there}),
    )


def readdressed(sheet: Sheet, old: str, new: str) -> Sheet:
    """The old address as an alias; the new one is none any more."""
    aliases = sheet.values.get("aliases")
    known = aliases if isinstance(aliases, list) else []
    if address(new) in known:
        return sheet.substitute(("aliases",), {address(new): address(old)})
    if address(old) in known:
        return sheet
    return sheet.append(("aliases",), [address(old)], ARTICLE_KEYS)
