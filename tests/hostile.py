"""An archive whose every field tries to run a script or to become an element.

Whatever gets through sets `hurt` on the window, or leaves an `<x-hurt>`.
"""

from base64 import b64decode
from pathlib import Path

from tests.archives import write_article, write_page, write_record

ATTACKS = {
    "script": "<script>hurt=1</script><x-hurt>",
    "image": "<img src=x onerror=hurt=1><x-hurt>",
    "svg": "<svg/onload=hurt=1><animate onbegin=hurt=1><x-hurt></svg>",
    "double-quote": '" onmouseover="hurt=1" autofocus tabindex=1 onfocus="hurt=1" style="x:1',
    "single-quote": "' onmouseover='hurt=1' autofocus tabindex=1 onfocus='hurt=1' style='x:1",
    "closing-tags": "</title></h1></dl></main></script></style></textarea></svg></noscript>"
    "<script>hurt=1</script><x-hurt>",
    "comment": "--><script>hurt=1</script><x-hurt><!--",
    "cdata": "]]><script>hurt=1</script><x-hurt><![CDATA[",
    "entities": "&lt;script&gt;hurt=1&lt;/script&gt;&#60;img src=x onerror=hurt=1&#62;"
    "&#x3c;x-hurt>",
    "twice-escaped": "&amp;lt;img src=x onerror=hurt=1&amp;gt;&amp;#60;x-hurt&amp;#62;",
    "template": "{{ 7 * 191 }}{% include 'base.html' %}{# x #}${hurt=1}`${hurt=1}`",
    "javascript": "javascript:hurt=1//\";hurt=1;//';hurt=1;//`;hurt=1;//</script>",
    "string-end": "\\\";hurt=1;//\\';hurt=1;//\\u003cx-hurt\\u003e\\x3cx-hurt\\x3e",
    "markdown": "[press](javascript:hurt=1) ![x](https://evil.invalid/x.png) <javascript:hurt=1>",
    "frame": '<iframe srcdoc="<script>parent.hurt=1</script>"></iframe>'
    '<object data="data:text/html,<script>hurt=1</script>"></object><embed src=//evil.invalid/>',
    "head": '<meta http-equiv=refresh content="0;url=https://evil.invalid/">'
    "<base href=https://evil.invalid/><link rel=stylesheet href=https://evil.invalid/x.css>"
    "<style>@import 'https://evil.invalid/y.css'</style>",
    "form": "<form action=https://evil.invalid/><input autofocus onfocus=hurt=1><button formaction="
    "javascript:hurt=1>press</button></form><details open ontoggle=hurt=1>",
    "spelling": "<ScRiPt\t>hurt=1</sCrIpT\t><IMG/SRC=x\tONERROR=hurt=1><math><mi//xlink:href="
    '"data:x,<script>hurt=1</script>"><<x-hurt>',
    "typography": "\"<x-hurt>\" -- '<x-hurt>' ... <x-hurt>S-400</x-hurt> &<x-hurt>& 1/2<x-hurt>",
}
PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
KINDS = ("people", "places", "organisations", "tags")


def write_hostile(content: Path) -> Path:
    (content / "images").mkdir(parents=True)
    (content / "images" / "pixel.png").write_bytes(PIXEL)
    for number, (name, attack) in enumerate(ATTACKS.items()):
        write_records(content, name, attack)
        write_articles(content, name, attack, number)
        write_page(
            content,
            f"page-{name}",
            f"{attack} page",
            f"{attack}\n\n# Part {attack}\n\n- {attack}\n",
        )
    return content


def write_records(content: Path, name: str, attack: str) -> None:
    for kind in (*KINDS, "sources"):
        own: dict[str, object] = {"country": attack}
        if kind in ("people", "organisations"):
            own["role"] = attack
        if kind == "tags":
            own = {"scope": attack, "form": name == "image"}
        if kind == "sources":
            own["homepage"] = "https://evil.invalid/?a=1&lt;=2;hurt=1//()"
        write_record(
            content,
            kind,
            name,
            heading=f"{attack} {kind} {name}",
            sort=f"{attack} sort {name}",
            variants=[f"{attack} variant {name}"],
            scripts={"ru": [f"{attack} имя {name}"], "hi": [f"{attack} नाम {name}"]},
            note=attack,
            **own,
        )


def write_articles(content: Path, name: str, attack: str, number: int) -> None:
    keys: dict[str, object] = {
        "date": f"2021-03-{number + 1:02}",
        "source": name,
        "summary": attack,
        "highlights": [attack, f"{attack} {attack}"],
        "section": [attack, attack],
        "authors": [attack],
        "event": attack,
        "also": [{"name": attack, "url": "https://evil.invalid/?a&b;hurt=1//()"}],
        "images": [picture(attack, "CC0-1.0"), picture(attack, "no-archive")],
        "corrections": [{"date": "2021-04-01", "note": attack}],
        "aliases": [f"articles/older/{name}.html"],
        **{kind: [name] for kind in KINDS},
    }
    body = f"{attack}\n\nWords {attack} words.\n\n## Part {attack}\n\n> {attack}\n\n`{attack}`\n"
    write_article(content, f"2021/{name}", body, title=f"{attack} {name}", **keys)
    gone = {"withdrawn": {"date": "2021-05-01", "reason": attack}, "aliases": []}
    write_article(
        content,
        f"2021/{name}-gone",
        f"Gone\n\n{body}",
        title=f"{attack} gone {name}",
        **keys | gone,
    )


def picture(attack: str, rights: str) -> dict[str, str]:
    words = dict.fromkeys(("alt", "caption", "credit", "notice"), attack)
    return {"file": "pixel.png", "rights": rights} | words
