"""The preview in a browser: what a writer sees after each save."""

import re
import shutil
import subprocess
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import expect
from support.waiting import eventually

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"
CHECKLIST = "/checklists/signs/"
EDITED = ("content/about.md", "content/checklists/signs.md", "templates/assets/site.css")


class Preview:
    """`daylight serve` on a copy of the site."""

    def __init__(self, folder: Path):
        self.folder = folder
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, folder / name)
        self.process = subprocess.Popen(
            [DAYLIGHT, "serve", "--site", folder, "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""
        while not (address := re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)):
            line = self.process.stdout.readline()
            assert line, f"it did not start: {self.said}"
            self.said += line
        self.address = address[0].rstrip("/")
        self.port = int(address[1])
        eventually(lambda: self.ask("/")[0].status == 200, within=30)
        self.original = self.tags()

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def tags(self) -> list[str]:
        """What tells one version of the pages that the tests edit from another."""
        return [self.ask(path)[0].headers["ETag"] for path in ("/about/", CHECKLIST)]

    def add(self, text: str, path: str) -> None:
        file = self.folder / path
        file.write_text(file.read_text() + text)

    def restore(self) -> None:
        for name in EDITED:
            (self.folder / name).write_bytes((ROOT / name).read_bytes())
        eventually(lambda: self.tags() == self.original)

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=10)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    preview = Preview(tmp_path_factory.mktemp("preview"))
    yield preview
    assert preview.stop() == 0


@pytest.fixture
def page(chromium, preview):
    """A page that listens, and fails the test if the browser complains."""
    context = chromium.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    preview.restore()
    assert complaints == []


def open_page(page, preview, address):
    """Opens a page, marks it so that a reload would show, and waits until it hears of changes."""
    with page.expect_response(lambda response: "/_daylight/events" in response.url):
        page.goto(preview.address + address)
    page.evaluate("window.isTheSame = true")


def is_the_same(page) -> bool:
    return page.evaluate("window.isTheSame === true")


def test_an_edit_arrives_and_nothing_else_moves(page, preview):
    open_page(page, preview, CHECKLIST)
    box = page.locator("form[data-checklist] input[type=checkbox]").nth(2)
    box.check()
    page.evaluate("scrollTo(0, 500)")
    before = page.evaluate("scrollY")
    preview.add("\nThis line was just written.\n", "content/checklists/signs.md")
    expect(page.get_by_text("This line was just written.")).to_be_attached()
    assert is_the_same(page)
    assert box.is_checked()
    assert page.evaluate("scrollY") == before > 0


def test_an_error_shows_where_it_is_and_goes_by_itself(page, preview):
    open_page(page, preview, "/about/")
    title = page.locator("h1").inner_text()
    preview.add("\nSee [a page](nowhere.md).\n", "content/about.md")
    line = (preview.folder / "content/about.md").read_text().count("\n")
    report = page.locator("dialog.report")
    expect(report).to_be_visible()
    expect(report).to_contain_text("nowhere.md")
    place = report.locator("a").first
    assert place.inner_text().startswith(f"content/about.md:{line}:")
    assert place.get_attribute("href").endswith(f"/content/about.md:{line}:5")
    assert page.locator("h1").inner_text() == title
    preview.restore()
    expect(report).to_be_hidden()
    assert is_the_same(page)


def test_a_style_is_swapped_in_place(page, preview):
    open_page(page, preview, "/about/")
    preview.add("\nh1 { letter-spacing: 7px; }\n", "templates/assets/site.css")
    expect(page.locator("h1")).to_have_css("letter-spacing", "7px")
    assert is_the_same(page)


def test_what_is_not_there_is_answered_as_by_a_host(preview, site):
    response, body = preview.ask("/nowhere/at/all/")
    assert response.status == 404
    title = site.page("/404.html").css_first("h1").html
    assert title in body.decode()
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    response, _ = preview.ask("/about?from=here")
    assert response.status == 308
    assert response.headers["Location"] == "/about/?from=here"


def test_pages_are_what_a_build_writes_but_for_the_script(preview, site):
    for address in site.one_of_each_kind:
        shown = preview.ask(address)[1].decode()
        written = site.file(address).read_text()
        shown = re.sub(r'<script src="/_daylight/preview\.js"[^>]*></script>\n', "", shown)
        policy = r'(http-equiv="Content-Security-Policy" content=)"[^"]*"'
        assert re.sub(policy, r"\1", shown) == re.sub(policy, r"\1", written)


@pytest.mark.parametrize("host", ["example.org", "localhost.example.org:80", "127.0.0.1.nip.io"])
def test_other_names_are_refused(preview, host):
    """Another host name that resolves to this machine (DNS rebinding)."""
    assert preview.ask("/", Host=host)[0].status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_reading_is_answered(preview, method):
    response, _ = preview.ask("/", method)
    assert response.status == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_a_head_is_a_get_without_its_body(preview):
    get, body = preview.ask("/about/")
    head, nothing = preview.ask("/about/", "HEAD")
    assert nothing == b""
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(body))


def test_the_page_about_the_site_asks_nobody_else(page, preview):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(preview.address + "/_daylight/")
    expect(page.locator("svg.map .node").first).to_be_attached()
    assert page.locator("section h2").count() == 7
    assert all(url.startswith((preview.address, "data:")) for url in asked)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_about_the_site_follows_edits_in_its_place(page, preview):
    open_page(page, preview, "/_daylight/")
    page.evaluate("scrollTo(0, 700)")
    before = page.evaluate("scrollY")
    bars = page.locator("svg.map .node")
    count = bars.count()
    text = "---\ntitle: A new page\nsummary: It was just written.\n---\n\nHello.\n"
    new = preview.folder / "content/just-written.md"
    new.write_text(text)
    try:
        expect(bars).to_have_count(count + 1)
        assert is_the_same(page)
        assert page.evaluate("scrollY") == before > 0
    finally:
        new.unlink()
    expect(bars).to_have_count(count)


def test_an_old_address_leads_to_the_page(page, preview):
    about = preview.folder / "content/about.md"
    about.write_text(about.read_text().replace("---\n", "---\naliases: [/who-we-are/]\n", 1))
    eventually(lambda: preview.ask("/who-we-are/")[0].status == 200)
    page.goto(preview.address + "/who-we-are/")
    page.wait_for_url(preview.address + "/about/index.html")
    expect(page.locator("h1")).to_be_visible()


def test_a_file_saved_without_a_change_reloads_nothing(page, preview):
    open_page(page, preview, "/about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    about = preview.folder / "content/about.md"
    about.write_bytes(about.read_bytes())
    preview.add("\nThis line comes after.\n", "content/about.md")
    expect(page.get_by_text("This line comes after.")).to_be_attached()
    # The picture for the tab belongs to the first load, and may come late.
    assert [url for url in asked if not url.endswith(".svg")] == [page.url]
