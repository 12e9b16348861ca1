"""Nothing stored, nothing sent, nobody else asked: SAF-05, SAF-14 to SAF-18, SAF-21, SAF-23, SAF-25."""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.programs import program

TRAPS = (Path(__file__).parent / "support/traps.js").read_text()

# Clicks whatever can be clicked but links, presses keys, prints, and waits for the page to speak.
USE_EVERY_CONTROL = """async () => {
  const controls = [...document.querySelectorAll('button, summary, input, label, [tabindex="0"]')];
  for (const control of controls) {
    for (const type of ['pointerover', 'mouseover', 'pointerdown', 'pointerup', 'keydown']) {
      control.dispatchEvent(new Event(type, { bubbles: true }));
    }
    control.click();
  }
  for (const key of ['Shift', 'a', 'Escape', 'Shift', 'Shift']) {
    dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
  }
  for (const type of ['beforeprint', 'afterprint', 'scroll', 'resize', 'blur', 'focus']) {
    dispatchEvent(new Event(type));
  }
  scrollTo(0, document.documentElement.scrollHeight);
  const status = document.querySelector('[data-checklist-status]');
  if (status) {
    document.querySelector('input').click();
    while (!status.textContent) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { controls: controls.length, used: window.traps };
}"""

WHAT_IS_KEPT = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  name: window.name,
})"""
NOTHING = {
    "cookies": "",
    "local": 0,
    "session": 0,
    "databases": 0,
    "caches": 0,
    "workers": 0,
    "name": "",
}


@dataclass
class Visit:
    """The result of opening every page and using every control on it."""

    controls: int = 0
    used: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    kept: dict = field(default_factory=dict)
    cookies: list = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def take(self, address: str, seen: dict) -> None:
        self.controls += seen["controls"]
        self.used += [f"{address}: {use}" for use in seen["used"]]


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def visit(request: pytest.FixtureRequest) -> Visit:
    return request.getfixturevalue(f"{request.param}_visit")


@pytest.fixture(scope="module")
def chromium_visit(playwright, site, server, tmp_path_factory) -> Visit:
    """Chromium writes down all that its network does, which sees more than a page's requests."""
    log = tmp_path_factory.mktemp("network") / "log.json"
    browser = playwright.chromium.launch(
        executable_path=program("chromium"),
        args=[
            f"--log-net-log={log}",
            "--net-log-capture-mode=Everything",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ],
    )
    visit = Visit()
    context = browser.new_context()
    context.add_init_script(f"(() => {{ {TRAPS} }})()")
    page = context.new_page()
    page.on("console", lambda message: visit.complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: visit.complaints.append(f"{page.url}: {error}"))
    for address in site.pages:
        page.goto(server.origin + address)
        visit.take(address, page.evaluate(USE_EVERY_CONTROL))
    visit.kept = page.evaluate(WHAT_IS_KEPT)
    state = context.storage_state(indexed_db=True)
    visit.cookies = state["cookies"] + state["origins"]
    browser.close()
    visit.hosts = hosts_in(json.loads(log.read_text()), server.origin)
    return visit


@pytest.fixture(scope="module")
def firefox_visit(firefox_tab, site) -> Visit:
    visit = Visit()
    tab = firefox_tab
    tab.before_every_page(TRAPS)
    for address in site.pages:
        tab.open(address)
        visit.take(address, tab.evaluate(USE_EVERY_CONTROL))
    visit.kept = tab.evaluate(WHAT_IS_KEPT)
    visit.cookies = tab.cookies()
    visit.hosts = {urlsplit(request.url).hostname for request in tab.requests} - {None}
    return visit


def hosts_in(log: dict, origin: str) -> set[str]:
    """Every host that a page of the site had Chromium look up or ask, in its network log.

    What a page causes is kept apart under the key of its site; what the browser does for itself,
    such as looking for a new version, is not.
    """
    site = origin.rpartition(":")[0]
    keys = ("network_isolation_key", "network_anonymization_key")
    hosts = set()
    for event in log["events"]:
        facts = event.get("params") or {}
        if any(str(facts.get(key, "")).startswith(site) for key in keys):
            hosts |= {urlsplit(facts[name]).hostname for name in ("url", "host") if name in facts}
    return hosts - {None}


def test_there_was_something_to_use(visit, site):
    assert visit.controls > len(site.pages)


def test_no_interface_that_keeps_or_sends_is_used(visit):
    """SAF-17: not even looked at."""
    assert visit.used == []


def test_nothing_is_kept(visit):
    """SAF-17: after every control of every page."""
    assert visit.kept == NOTHING
    assert visit.cookies == []


def test_only_the_site_is_contacted(visit):
    """SAF-14, SAF-16."""
    assert visit.hosts == {"127.0.0.1"}


def test_pages_raise_no_complaint(chromium_visit):
    """A blocked request or an error in a script would appear in the console."""
    assert chromium_visit.complaints == []


@pytest.mark.parametrize(
    "use, name",
    [
        ("localStorage.setItem('a', 'b')", "window.localStorage"),
        ("sessionStorage.a = 'b'", "window.sessionStorage"),
        ("document.cookie = 'a=b'", "Document.cookie"),
        ("indexedDB.open('a')", "window.indexedDB"),
        ("caches.open('a')", "window.caches"),
        ("navigator.serviceWorker", "Navigator.serviceWorker"),
        ("navigator.sendBeacon('/')", "Navigator.sendBeacon"),
        ("new BroadcastChannel('a').close()", "window.BroadcastChannel"),
        ("window.name = 'a'", "window.name"),
        ("history.pushState({}, '')", "History.pushState"),
        ("fetch('/').catch(() => {})", "window.fetch"),
        ("new XMLHttpRequest()", "window.XMLHttpRequest"),
        ("navigator.language", "Navigator.language"),
    ],
)
def test_the_traps_spring(open_chromium, use, name):
    """What would make the tests above fail."""
    tab = open_chromium()
    tab.context.add_init_script(f"(() => {{ {TRAPS} }})()")
    tab.open("/")
    assert name in tab.evaluate(f"() => {{ {use}; return window.traps; }}")


# What the browser itself forbids.

ELSEWHERE = "https://elsewhere.test/"
ATTEMPTS = {
    "a request": ("connect-src", "fetch(url).catch(() => {})"),
    "a request to the site itself": ("connect-src", "fetch('/').catch(() => {})"),
    "a beacon": ("connect-src", "navigator.sendBeacon(url, 'ticks')"),
    "a socket": ("connect-src", "try { new WebSocket('wss://elsewhere.test/') } catch {}"),
    "a stream of events": ("connect-src", "new EventSource(url)"),
    "an image": ("img-src", "new Image().src = url"),
    "a form": (
        "form-action",
        "const form = add('form'); form.action = url; form.method = 'post';"
        "try { form.submit() } catch {}",
    ),
    "a script": ("script-src", "add('script').src = url"),
    "an inline script": ("script-src", "add('script').textContent = 'window.ran = true'"),
    "an inline handler": ("script-src", "add('p').setAttribute('onclick', 'window.ran = true')"),
    "an inline style": ("style-src", "add('style').textContent = 'body { color: red }'"),
    "a style sheet": ("style-src", "Object.assign(add('link'), { rel: 'stylesheet', href: url })"),
    "a frame": ("default-src", "add('iframe').src = url"),
    "a film": ("default-src", "add('video').src = url"),
    "a font": ("font-src", "new FontFace('a', `url(${url})`).load().catch(() => {})"),
    "a plug-in": ("default-src", "add('object').data = url"),
    "another base for links": ("base-uri", "add('base').href = url"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_policy_forbids(tab, attempt):
    """SAF-18: whatever a mistake in a template might bring in."""
    directive, script = ATTEMPTS[attempt]
    tab.open("/checklists/signs/")
    blocked = tab.evaluate(
        f"""() => new Promise((resolve) => {{
          const url = '{ELSEWHERE}';
          const add = (name) => document.body.appendChild(document.createElement(name));
          document.addEventListener('securitypolicyviolation',
            (event) => resolve(event.effectiveDirective));
          setTimeout(() => resolve('nothing'), 5000);
          {script};
        }})"""
    )
    families = {"frame-src", "media-src", "object-src"}
    expected = families if directive == "default-src" else {directive, f"{directive}-elem"}
    assert blocked in expected | {f"{directive}-attr"}
    assert not tab.evaluate("() => window.ran ?? false")
    assert tab.address == "/checklists/signs/"
    assert not [request for request in tab.requests if "elsewhere" in request.url]


# What can be read from the files.


def held(page, tag: str) -> str:
    """The digests by which a policy allows what the page for wrong addresses holds itself."""
    texts = [each.text() for each in page.css(f"{tag}:not([src], [type])")]
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()) for text in texts]
    return "".join(f" 'sha256-{digest.decode()}'" for digest in digests)


def test_the_policy_and_the_referrer_rule_come_first(site, address):
    """SAF-15, SAF-18: before anything that could load or lead away."""
    head = site.page(address).head.css("*")
    policy = next(i for i, each in enumerate(head) if "http-equiv" in each.attributes)
    loads = next(i for i, each in enumerate(head) if each.tag in ("link", "script"))
    assert head[policy].attributes["http-equiv"] == "Content-Security-Policy"
    assert policy < loads
    rules = dict(
        rule.strip().partition(" ")[::2] for rule in head[policy].attributes["content"].split(";")
    )
    assert rules == {
        "default-src": "'none'",
        "style-src": "'self'" + held(site.page(address), "style"),
        "font-src": "'self'",
        "script-src": "'self'" + held(site.page(address), "script"),
        "img-src": "'self' data:",
        "connect-src": "'none'",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    referrer = site.page(address).css_first("meta[name=referrer]")
    assert referrer.attributes["content"] == "no-referrer"


def test_pages_hold_nothing_that_loads_from_elsewhere(site, address):
    """SAF-14, SAF-16: preconnect and prefetch too, which headless browsers do not perform."""
    page = site.page(address)
    rels = {link.attributes["rel"] for link in page.css("link")}
    assert rels <= {"apple-touch-icon", "canonical", "icon", "stylesheet"}
    loaded = [each for each in page.css("[src], link:not([rel=canonical])")]
    addresses = [each.attributes.get("src") or each.attributes["href"] for each in loaded]
    assert [each for each in addresses if urlsplit(each).netloc or each.startswith("data:")] == []
    assert page.css("iframe, object, embed, video, audio, [style], [srcset], [ping]") == []
    scripts = [script.attributes for script in page.css("script[src]")]
    assert all("/exit." in each["src"] or "/checklist." in each["src"] for each in scripts)
    inline = page.css("style, script:not([src], [type='application/ld+json'])")
    assert [each.tag for each in inline] == (["style", "script"] if address == "/404.html" else [])


def test_links_elsewhere_are_plain(site, address):
    """SAF-15, SAF-21, SAF-25: same tab, no referrer, no mail, no download."""
    for link in site.page(address).css("a[href]"):
        scheme = urlsplit(link.attributes["href"]).scheme
        assert scheme in ("", "https", "tel", "sms"), link.html
        assert not {"target", "download", "ping"} & link.attributes.keys(), link.html
        if scheme == "https":
            assert "noreferrer" in link.attributes["rel"].split(), link.html


def test_nothing_can_be_written_into_a_page(site, address):
    """SAF-05: no text field, so none can be typed in by mistake or kept by the browser."""
    inputs = site.page(address).css("input, textarea, select, [contenteditable]")
    assert {each.attributes.get("type") for each in inputs} <= {"checkbox"}


def test_style_sheets_and_drawings_load_nothing(site):
    """SAF-15, SAF-16."""
    files = [
        file
        for file in (site.folder / "assets").rglob("*")
        if file.suffix in (".css", ".js", ".svg")
    ]
    assert any(file.parent.name == "pictures" for file in files)
    for file in files:
        text = file.read_text()
        assert "@import" not in text, file
        # `url(#…)` names a part of the same drawing.
        assert "url(" not in text.replace("url(#", "") or file.suffix == ".js", file
        assert "http" not in text.replace("http://www.w3.org/2000/svg", ""), file


@pytest.mark.parametrize(
    "name", ["_headers", ".htaccess", "nginx-headers.conf", "caddy-headers.conf"]
)
def test_header_files_say_what_pages_cannot(site, name):
    """SAF-18, SAF-19: the same policy, with what counts only as a header."""
    text = (site.folder / name).read_text()
    policy = site.page("/404.html").css_first("meta[http-equiv]").attributes["content"]
    assert policy + "; frame-ancestors 'none'" in text
    for header in ("Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options", "no-store"):
        assert header in text


# From a folder, without a host.


def test_the_site_works_as_files(tab, site):
    """SAF-23: links, style, the checklist and leaving."""
    folder = site.folder.as_uri()
    tab.open(f"{folder}/index.html")
    tab.click(".site-nav a[href='checklists/index.html']")
    tab.arrives(f"{folder}/checklists/index.html")
    tab.click("main a[href$='checklists/signs/index.html']")
    tab.arrives(f"{folder}/checklists/signs/index.html")
    position = "() => getComputedStyle(document.querySelector('.leave')).position"
    assert tab.evaluate(position) == "fixed"
    tab.click("input")
    tab.click("button[type=reset]")
    assert tab.evaluate("() => document.querySelectorAll(':checked').length") == 0
    for _ in range(3):
        tab.press("Shift")
    tab.arrives(tab.destination)
