"""Texts to compare two ways of setting on: each rule of Markdown, and articles by the thousand."""

from random import Random

EXAMPLES = (
    # paragraphs and line ends
    "One line.",
    "Two\nlines.",
    "Three  \nbroken\\\nlines",
    "Trailing blanks  \n\nand a paragraph",
    " One blank before\n  and two",
    "Tab\tin the middle\n\tand before",
    "Windows\r\nline ends\r\n\r\nparagraph",
    "\ufeffA mark of byte order",
    "No-break\u00a0blank and thin\u2009one",
    "Controls \x02klzzwxh:0000\x03 \x02amp\x03 \x0b \x1c end",
    "///Footnotes Go Here///\n\nand no footnote",
    # headings
    "# One",
    "## Two ##",
    "#No blank",
    "###### Six\nand a line",
    "####### Seven",
    "A line\n# Heading\nanother line",
    "Underlined\n=====",
    "Underlined\n---\nafter",
    "Not\n-- underlined",
    "\\# No heading",
    # rules
    "***",
    "- - -",
    "___\nafter",
    "before\n* * *\nafter",
    "--\n\n==",
    # lists
    "- one\n- two",
    "* one\n\n* two",
    "+ one\n    + nested\n        + deeper",
    "-no list",
    "- ",
    "1. one\n2. two",
    "7. seven\n8. eight",
    "1) no list here",
    "1.no list",
    "2021. A year at the start",
    "2021 was a year",
    "\u0663. an Arabic digit",
    "Words\n- straight after",
    "Words\n1. straight after",
    "- one\n\n    a paragraph\n\n        code",
    "- one\n1. other kind",
    "- # heading in a list\nlazy",
    "- # heading in a list\n*lazy*",
    "- > quotation in a list",
    "1. one\n\n   two blanks\n\n1. three",
    # quotations
    "> quoted",
    ">quoted\nlazily",
    "> one\n>\n> two",
    "> > twice",
    "words\n> straight after",
    "   > three blanks",
    "    > four blanks",
    "> - list\n> - in it",
    # code
    "    code <b> & more",
    "    one\n\n    two\n\n\n    three",
    "a `code` b",
    "`` a ` b ``",
    "`open",
    "\\`no code\\`",
    "\\\\`code`",
    "`<b>` and `&amp;` and `[x](y)` and `*x*`",
    "`a\nb`",
    # emphasis
    "*a* _b_ **c** __d__ ***e*** ___f___",
    "*a **b** c* **a *b* c** *a*b* **a*",
    "snake_case_name and _a_b_ and a*b*c",
    "* not emphasis *",
    "**a** & *b* <i>c</i>",
    "*a\n\nb*",
    "_(a)_ *\u043b*\u0430 _\u0928\u0908_",
    "**Bold** begins it",
    "\\*not\\* \\_this\\_",
    # links and images
    "[a](b)",
    "[a](b 'c') [d](<e f>) [g](h(i)j)",
    '[a](b "c \\"d\\" & e")',
    "[a][b] [b][] [b]\n\n[b]: c 'd'",
    "[A\nB][]\n\n[a b]: <c> (d)",
    "[b]: c\n[d]: e\n\n[b] [d] [f]",
    "![a](b) ![a][c] ![c]\n\n[c]: d",
    "[![a](b)](c)",
    "[*a* `b` **c**](d)",
    "[a[b]c](d) [a]b](c) [[a](b)](c) []() [a]",
    "<https://a.example/?b=c&d=e_f_g> <mailto:a@b.example> <a@b.example>",
    "https://a.example/b_c_d",
    "[a](b\\)c) [a](b*c*d) *[a](b*)*",
    # footnotes, abbreviations, definitions, tables
    "a[^1] b[^1] c[^2]\n\n[^1]: One.\n[^2]: Two\n    lines.\n\n    And a paragraph.",
    "a[^n]\n\n[^n]:\n    - list\n    - in it",
    "[^none] ![^x] [^1]: \n\n[^1]: *x* & `y`",
    "a[^1]\n\n///Footnotes Go Here///\n\nb\n\n[^1]: c",
    "HTML and XHTML, HTML.\n\n*[HTML]: Hyper & Text\n*[X]: ''",
    "*[amp]: a title\n\n&amp; amp",
    "*[A B]: a title\n\nA B *A B* `A B` [A B](c)",
    "Term\n: Definition\n: Another\n\nTerm two\n\n:   Paragraph\n\n    and more",
    ": No term",
    "a\n:b\n\na: b\n: c",
    "| a | b |\n|---|:-:|\n| c | `d|e` |\n| *f* |",
    "a | b\n--|--\nc \\| d | e",
    "|a|\n|-|\n|b|",
    "a|b\nc|d",
    "Words | with a bar\n\nand | another",
    # HTML and entities
    "<p>raw *text*</p>",
    "<div>\n*raw*\n</div>\n\nafter",
    "a <b>b</b> <br/> <i title='*x*'>c</i>",
    "<!-- comment -->\n\na <!-- b --> c",
    "<!-- open\n\na",
    "<? pi ?> <!DOCTYPE x> <![CDATA[ y ]]>",
    "<b\n\na < b > c <3 <",
    "<script>\nlet a = '*b*';\n</script>",
    "<table><tr><td>a</td></tr></table>",
    "&amp; &copy; &#38; &#x26; &nosuch; & &&",
    "&#38 &amp &lt;b&gt; R&D AT&T a & b &",
    "</p> </div>\na",
    "a <b>*b*</b> `<c>` \\<d>",
    # escapes and signs
    "\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\( \\) \\> \\# \\+ \\- \\. \\! \\| \\a \\",
    "a \\\nb",
    "! !! ![ [! ]( )[",
    "`*_[<&\\",
    # typography
    '"Double," he said, \'single\', "\'both\'" \'"other"\' "',
    "It's the '80s, rock 'n' roll; James' and the boys' (\"yes\") [\"no\"] {'x'}",
    "a -- b --- c ... d . . . e -- 'f' --\"g\"",
    "``Old'' quotes and \\\"escaped\\\" \\'ones\\' \\-- \\...",
    "NATO and the U.S. said D.O.T.  two blanks, A.B.C. Q4 2KU2 K2 BJP's J.K. Rowling R.K.\nLaxman",
    "by A. B. and J. K. Surname",
    "one *two **or three***\n\n- one <b>two <i>or three</i> </b>",
    'S-400, Su-30MKI, Ka-226T, AK-203, COVID-19, T-90S, 2021-04-06, F-16s "S-400" **MiG-29**K',
    "Tom & Jerry, AT&amp;T & R &amp; D, a &nbsp;&amp;&nbsp; b",
    '"Initial"\n\n\'Initial\'\n\n*"Initial"*\n\n["a"](b) c\n\n- "d"\n- \'e\'\n\n> "f"',
    '*"*a*"* `"` "`a`" \'*b*\' "**c**"',
    "one\n\ntwo words\n\n- a b\n- *c d*\n- [e f](g) \n\n# h *i j*\n\nk <br> l\n\nm `n o`",
    "Ends in a *link* **word** <span lang=ru>слово</span> ",
    "Он сказал: \"Привет, 'мир'\" -- и ушёл...",
    "नमस्ते \"दुनिया\" 'और' -- भारत & रूस",
    '他说："你好" -- 世界...\n‘已经’ “弯曲”',
    "5'10\" tall, 6\" pipe, '90s' 'tis \"\"double\"\" ''two'' '\"",
)

# Each example stands alone and in other surroundings.
PLACES = (
    "{}",
    'Words before.\n\n{}\n\nWords "after" & more.',
    "> {}",
    "- item\n\n    {}\n\n- item",
    "{}\n\n[^1]: {}\n\nwords[^1]",
)


def placed(example: str, place: str) -> str:
    line_start = place.partition("{}")[0].rpartition("\n")[2]
    further = {"> ": "> ", "    ": "    "}.get(line_start, "")
    return place.replace("{}", example.replace("\n", f"\n{further}"))


ALL_EXAMPLES = tuple(placed(example, place) for example in EXAMPLES for place in PLACES)

PROSE = """
the minister of a city said that its old harbour would open again after years in which nobody
had paid for the repairs because money was short and every council since then had other plans
for water roads schools and trade
"""
WORDS = PROSE.split()
RARE = (
    "India's", "don't", '"We', 'it,"', "'quoted'", "'80s", "--", "...", "U.S.", "U.S.A.,", "BJP",
    "NATO's", "S-400", "Su-30MKI", "(AK-203)", "2021-04-06", "1,250", "3.5%", "$4", "R&D", "&",
    "&amp;", "AT&T", "<b>bold</b>", "*weighed*", "**Bold**", "_so_", "`code`", "snake_case",
    "[a link](../2020/y.md)", '["quoted" link](https://a.example/?b=c&d "T")', "[ref][r]", "[^1]",
    "<https://a.example>", "\\*", "\\", "!", "\u043c\u0438\u0440",
    "\u0926\u093f\u0932\u094d\u0932\u0940", "\u201ccurled\u201d", "\u00a0", "a\u2014b", ". . .",
    "J. K.", "x < y", "HTML", "two  blanks",
)  # fmt: skip
BLOCKS = (
    "{}", "{}", "{}", "{}", "{}", "{}", "## {}", "> {}", "- {}\n- {}", "1. {}\n2. {}", "{}\n{}",
    "| a | b |\n|---|---|\n| {} | {} |", "{}\n: {}", "    {}", "---", "{}  \n{}",
    "{}\n\n[r]: x.md 'T'", "{}\n\n[^1]: {}", "*[HTML]: {}", "<div>{}</div>", "{}\n===",
    "* {}\n\n    {}",
)  # fmt: skip


def article(number: int) -> str:
    """A made-up article, always the same for a number."""
    chance = Random(number)
    rare = chance.choice((0, 0.03, 0.03, 0.1, 0.4))
    blocks = chance.choices(BLOCKS, k=chance.randint(1, 12))
    return "\n\n".join(filled(block, chance, rare) for block in blocks)


def filled(block: str, chance: Random, rare: float) -> str:
    while "{}" in block:
        block = block.replace("{}", sentence(chance, rare), 1)
    return block


def sentence(chance: Random, rare: float) -> str:
    words = [
        chance.choice(RARE if chance.random() < rare else WORDS)
        for _ in range(chance.randint(1, 40))
    ]
    return " ".join(words) + chance.choice((".", "", '."', "...", "?", "'"))


# Pieces that Hypothesis puts together.
MARKDOWN_PIECES = (
    *RARE, *"`*_[]()<>&!#+-=|:\\\"' \n", "\n\n", "    ", "  \n", "word", "1. ", "- ", "> ",
    "[^1]:", "*[w]: t", "[r]: u", "***", "___", "<b>", "</b>", "<div>", "</div>", "<!--", "-->",
    "&#38;", "&#38", "\x02", "\x03", "\t", "\r",
)  # fmt: skip
MARKUP_PIECES = (
    "<p>", "</p>", "<em>", "</em>", "<i>", "</i>", "<b>", "</b>", '<a href="x y">', "</a>",
    "<br>", "<li>",
    "</li>", '<span class="q">', "</span>", "<h2>", "</h2>", "<dd>", "</dd>", "<P>", "<code>",
    "</code>", "<pre>", "</pre>", "<kbd>", "</kbd>", "<tt>", "<!-- a -- b -->", "<!--c-->", "<",
    ">", "&", " & ", "&amp;", "&nbsp;", "&#38;", "&lsquo;", "&ldquo;", "&#8220;", "&#8216;",
    "&mdash;", "&#x2014;", '"', "'", "``", "''", "--", "---", "...", ". . .", "\\", '\\"', "\\'",
    "\\-", "\\.", "\\B", ".", "A", "AB", "A.", "B.", "U.S.", "S-400", "'80s", "s", "word",
    "\u00e9", "\u041b", "1", "\n", " ", "  ", "\t", "\u00a0", "\u2009", "\x1c", "\x0b", "-", "(",
    "[", "{", "!", ",", '<abbr title="A & B">', "</abbr>", '<a-b c="d & e">', "_",
    '<a title="x > & y">', "<i t='a > & b'>", '<b c="d"e> & ', '<p\nid="x"> &amp; ', 'x">',
)  # fmt: skip
