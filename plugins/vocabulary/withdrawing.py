"""An article taken out: its address and what it was stay, its text goes."""

from datetime import date

from .holdings import Holdings, Plan, RefusedError, article_path
from .sheet import Sheet
from .sweeping import ARTICLE_KEYS, attempt

# What is drawn from the text, or came with it. Who and what it named stays, as the record of
# what was taken out.
TEXTS = ("summary", "highlights", "images")


def withdraw(
    holdings: Holdings, article: str, reason: str, today: date, *, keep_text: bool = False
) -> Plan:
    """The change that leaves a tombstone with a reason. `keep_text` leaves the text in the file,
    where no reader of the site gets to see it."""
    id_ = holdings.article(article)
    path = article_path(id_)
    plan = Plan(subject=f"Withdraw the article {id_}", nothing=f"{id_} is withdrawn already")
    if path not in holdings.names:
        message = "there is no such article; write it as 2021/name, or as the path of its file"
        raise RefusedError(holdings.problem(path, "unknown-article", message))
    sheet = holdings.sheet(path)
    withdrawn = sheet.values.get("withdrawn")
    refuse_withdrawal(holdings, path, sheet, reason)
    if withdrawn is None:
        after = attempt(
            holdings, path, sheet, lambda sheet: tombstone(sheet, reason, today, keep_text)
        )
        plan.add(path, sheet.data, after.data)
        plan.notes += remains(holdings, sheet, path, keep_text)
    return plan


def refuse_withdrawal(holdings: Holdings, path: str, sheet: Sheet, reason: str) -> None:
    withdrawn = sheet.values.get("withdrawn")
    if not reason.strip():
        message = "say why, for readers: --reason '...'"
        raise RefusedError(holdings.problem(path, "missing-reason", message))
    if isinstance(withdrawn, dict) and withdrawn.get("reason") != reason.strip():
        line = sheet.document.lines.get(("withdrawn",), 1)
        message = "this is withdrawn already, for another reason; change the reason here by hand"
        raise RefusedError(holdings.problem(path, "withdrawn", message, line))
    if sheet.values.get("status") == "draft":
        message = "this is a draft, which nobody has seen; remove the file"
        raise RefusedError(holdings.problem(path, "draft", message))


def tombstone(sheet: Sheet, reason: str, today: date, keep_text: bool) -> Sheet:
    told: dict[str, str | date] = {"date": today, "reason": reason.strip()}
    sheet = sheet.set(("withdrawn",), told, ARTICLE_KEYS)
    if keep_text:
        return sheet
    for key in TEXTS:
        sheet = sheet.remove((key,))
    return sheet.with_body("")


def remains(holdings: Holdings, sheet: Sheet, path: str, keep_text: bool) -> list[str]:
    """What else there is of the text; to take that away is the curator's to decide."""
    notes = [f"git still has the text in earlier commits of {holdings.shown(path)}"]
    if keep_text:
        notes = ["the text stays in the file, and readers of the repository see it"]
    capture = sheet.values.get("capture")
    if isinstance(capture, dict) and isinstance(capture.get("file"), str):
        file = f"captures/{capture['file']}"
        if file in holdings.names:
            notes.append(f"its capture is still there: {holdings.shown(file)}")
    images = sheet.values.get("images")
    for image in images if isinstance(images, list) else ():
        file = f"images/{image['file']}" if isinstance(image, dict) and image.get("file") else ""
        if file in holdings.names:
            notes.append(f"a picture is still there: {holdings.shown(file)}")
    return notes
