"""Compares what the audit's scanner sees in a page with what html5lib, which reads pages as browsers do, makes of it.

Every element and attribute of html5lib's tree has to be among what the scanner saw: what it does not see, the audit
cannot refuse. Where the tree of a browser leaves out a tag, and with it the kind of text after it, the scanner may see
less; then the audit has to refuse the page for another reason.

    .venv/bin/python Tests/Proof/html_differential.py --count 10000
"""

import html.entities
import re
import warnings

import html5lib

import proof

PIECES = [
    "<p>Rest.</p>", "<p class=a id='b' title=\"c\">", "<a href=\"../help/\">help</a>", "<div>", "</div>", "<section>", "<ul><li>one<li>two</ul>",
    "<table><tr><td>1<td>2</table>", "<table>", "</table>", "<tr>", "<td>", "<caption>", "<colgroup><col>", "<select>", "</select>", "<option>",
    "<optgroup>", "<textarea>", "</textarea>", "<title>", "</title>", "<style>p{}</style>", "<style>", "</style>", "<script>1<2</script>",
    "<script>", "</script>", "<script><!--", "<script><!--<script>", "--></script>", "<noscript>", "</noscript>", "<iframe>", "</iframe>",
    "<xmp>", "</xmp>", "<noembed>", "</noembed>", "<noframes>", "</noframes>", "<plaintext>", "<svg>", "</svg>", "<math>", "</math>",
    "<foreignObject>", "</foreignObject>", "<desc>", "</desc>", "<mi>", "</mi>", "<annotation-xml encoding=text/html>", "</annotation-xml>",
    "<svg><title>", "<svg><style>", "<svg><script>", "<math><mtext>", "<math><annotation-xml>", "<![CDATA[", "]]>", "<!--", "-->", "--!>", "<!-->",
    "<!--->", "<!---->", "<!doctype html>", "<!x", "<?xml?>", "<? >", "</>", "</ >", "</1", "<1", "<", ">", "\"", "'", "=", "/", "/>",
    "<br/>", "<br / a>", "<img src=x onerror=1>", "<img/src=x/onerror=1>", "<img src='x'onerror=1>", "<a b=c\td\n=\fe>", "<a =b>", "<a ==b>",
    "<a b=>", "<a b= c>", "<a b='<i>'>", "<a b=\"&quot;>\">", "<a b=&amp;lt;>", "<a b=?c=1&copy=2>", "<a b=&notit;>", "<a b=&colon;&Tab;&#106>",
    "<a b=1 B=2 b=3>", "<A HREF=JavaScript&colon;1>", "<sVg/oNload=1>", "<b><p></b></p>", "<i><b></i></b>", "<a><a>", "<nobr><nobr>", "<form><form>",
    "<button><button>", "<h1><h2>", "<body onload=1>", "<html onload=1>", "<head>", "</head>", "<body>", "</body>", "</html>", "<frameset>", "<frame>",
    "<template>", "</template>", "<object>", "<embed src=x>", "<base href=//x>", "<link rel=x href=//x>", "<meta http-equiv=refresh content=0>",
    "<image src=x>", "<input type=hidden>", "<keygen>", "<param>", "<rp>", "<rt>", "<ruby>", "<menuitem>", "<listing>", "<pre>\n", "<center>", "<font>",
    "&amp;", "&lt;script&gt;", "&#60;b&#62;", "\0", "\r", "\r\n", "é", "\u2028", "text ", "\n", " ",
]


# A page that has nothing else to be refused for.
CLEAN = ("<!doctype html><html lang=en><head><meta charset=utf-8><meta name=referrer content=no-referrer><title>Page</title></head>"
         "<body><main><h1>Rest</h1>", "</main></body></html>")
NESTED = ["svg", "svg", "math", "math", "title", "desc", "g", "text", "a", "mi", "mtext", "ms", "mrow", "semantics", "annotation", "p", "div", "span", "b",
          'script type="application/ld+json"', "ul><li", "table><tr><td"]
PAYLOAD = "<img src=x onerror=1>"


def nested(rng, depth):
    """Elements that are allowed, each closed where it should be, in places where most are not."""
    name = rng.choice(NESTED)
    inner = [rng.choice(["Rest.", "", nested(rng, depth + 1) if depth < 5 else ""]) for _ in range(rng.choice([1, 1, 2, 3]))]
    inner.insert(rng.randrange(len(inner) + 1), rng.choice(["", nested(rng, depth + 1) if depth < 5 else PAYLOAD]))
    end = "".join(f"</{part.split()[0]}>" for part in reversed(name.split("><")))
    return f"<{name}/>" if rng.random() < 0.03 else f"<{name}>" + "".join(inner) + end


def page(rng, bases):
    if rng.random() < 0.4:
        # What would run if a browser saw it, at a place where the scanner may not.
        text = nested(rng, 0)
        places = [match.end() for match in re.finditer(">", text)]
        place = rng.choice(places)
        return CLEAN[0] + text[:place] + PAYLOAD + text[place:] + CLEAN[1]
    head = "<!doctype html><html lang=en><head><title>Page</title></head><body>"
    if rng.random() < 0.3:
        body = "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 25)))
        return rng.choice([head, head, "", "<!doctype html>"]) + body
    base = rng.choice(bases)
    tags = [match.start() for match in re.finditer("<", base)] or [0]
    start = rng.choice(tags)
    text = rng.choice([head, ""]) + base[start:start + rng.choice([100, 400, 1200])]
    for _ in range(rng.randrange(0, 6)):
        place = rng.randrange(len(text) + 1)
        kind = rng.randrange(4)
        end = place + rng.choice([1, 1, 2, 5, 20])
        if kind == 0:
            text = text[:place] + text[end:]
        elif kind == 1:
            text = text[:end] + text[place:end] + text[end:]
        else:
            text = text[:place] + rng.choice(PIECES) + text[place:]
    return text


def normal(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def decoded(text):
    """References to what is not ASCII, which the scanner may leave as they are written."""
    def character(match):
        found = html.entities.html5.get(match[1])
        return found if found and not any(letter.isascii() for letter in found) else match[0]
    return re.sub(r"&(\w+;?)", character, text)


SPACES = {"http://www.w3.org/1999/xlink": "xlink:", "http://www.w3.org/XML/1998/namespace": "xml:", "http://www.w3.org/2000/xmlns/": "xmlns:"}


def tree(text):
    """(element, attribute, value) of everything that html5lib sees; elements alone with two times None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    seen = set()
    for element in document.iter():
        if not isinstance(element.tag, str) or element.tag in ("DOCUMENT_ROOT", "<!DOCTYPE>"):
            continue
        name = normal(element.tag.rpartition("}")[2].lower())
        seen.add((name, None, None))
        for key, value in element.attrib.items():
            space, _, local = key.partition("}")
            local = SPACES[space[1:]] + local if space[1:] in SPACES else key
            seen.add((name, normal(local.lower()).removeprefix("xmlns:xmlns"), normal(value)))
    return seen


IMPLIED = {"html", "head", "body", "tbody", "tr", "colgroup", "p", "br"}


def missed(text, answer):
    names, triples = set(IMPLIED), set()
    for tag in answer["tags"]:
        name = normal(tag["name"])
        own = {name, "img"} if name == "image" else {name}
        names |= own
        parts = tag["attributes"]
        for key, value in zip(parts[::2], parts[1::2]):
            for each in own:
                triples.add((each, normal(key), normal(value)))
                triples.add((each, normal(key), decoded(normal(value))))
    found = []
    for name, key, value in tree(text):
        if key is None:
            if name not in names:
                found.append(f"<{name}>")
        elif (name, key, value) not in triples and (name, key, decoded(value)) not in triples:
            found.append(f"<{name} {key}={value!r}>")
    return sorted(found)


def main():
    parser = proof.arguments(__doc__.split("\n")[0], 10000)
    parser.add_argument("--probe", default=".build-proof/release/probe")
    parser.add_argument("--show", type=int, default=5, help="how many differences to show (default 5)")
    options = parser.parse_args()
    probe = proof.Probe(proof.ROOT / options.probe, "html")
    pages = sorted(proof.ROOT.glob("Tests/GoldenSites/*/expected/**/*.html")) + sorted(proof.ROOT.glob("Tests/DaylightAuditTests/Violations/*.html"))
    bases = [path.read_text(errors="replace") for path in pages]
    compared, elements, refused, blind = 0, 0, [], []
    for seed in range(options.seed, options.seed + options.count):
        text = page(proof.generator(seed, "html"), bases)
        answer = probe(text.encode())
        compared += 1
        elements += len(answer["tags"])
        found = missed(text, answer)
        if not found:
            continue
        (refused if answer["findings"] else blind).append(seed)
        if not answer["findings"] and len(blind) <= options.show:
            print(f"seed {seed}: the scanner does not see {', '.join(found)} in\n{text!r}\n", flush=True)
    print(f"{compared} pages from seed {options.seed} with {elements} start tags, of {len(bases)} pages and {len(PIECES)} pieces: the scanner misses "
          f"something in {len(refused) + len(blind)}, of which the audit refuses {len(refused)} for another reason; {len(blind)} pass"
          + (f": seeds {blind[:20]}" if blind else ""))
    raise SystemExit(1 if blind else 0)


if __name__ == "__main__":
    main()
