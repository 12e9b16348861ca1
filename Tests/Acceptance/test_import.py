"""Importing sites of other tools: what becomes of them, what is said, and what is never taken."""

import hashlib
import re
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"


def picture(shade: int) -> bytes:
    """A PNG of one grey point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(bytes([0, shade])))
        + chunk(b"IEND", b"")
    )


@dataclass
class Source:
    """A small site of another tool, and what has to become of it."""

    tool: str
    files: dict[str, str | bytes]
    # The new page, its title, and texts that are in it.
    page: str
    title: str
    body: list[str]
    # What was not turned, the file that has it, and the comment that stands for it.
    left: str
    place: str
    todo: str
    # What is on the line that the report names; HTML of an export has the line of its item.
    line: str | None = None
    alias: str | None = None
    # The new picture and the old one.
    pictures: tuple[str, str] | None = None
    # The one file that is named in place of the folder.
    export: str | None = None


EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>{}</channel></rss>
"""

# What nobody gave away: it must not be in any file of the new site, nor in what is said.
PRIVATE = [
    "ann@practice.example", "ann-login", "Mallory", "mallory@reader.example", "192.0.2.77",
    "I know where", "Case notes", "case-notes", "Client K", "Locked away", "locked-away",
    "opensesame", "Behind the lock",
]

SOURCES = {
    "hugo": Source(
        tool="Hugo",
        files={
            "hugo.toml": 'baseURL = "https://old.example/"\ntitle = "Still Water"\n'
            'languageCode = "en-gb"\n',
            "content/_index.md": "+++\ntitle = \"Still Water\"\n+++\nWelcome here.\n",
            "content/signs/_index.md": "+++\ntitle = \"The signs\"\nweight = 2\n+++\n",
            "content/signs/fear.md": '+++\ntitle = "What fear does"\ndate = 2024-05-31\n'
            'tags = ["Fear"]\naliases = ["/old/fear/"]\n+++\n\nFear is **loud**.\n\n'
            '{{< mood "blue" >}}\n\n{{% notice warning "Take care" %}}\nRead with a friend.\n'
            "{{% /notice %}}\n\n![A bench](/img/bench.png)\n",
            "static/img/bench.png": picture(1),
        },
        page="signs/fear.md", title="What fear does", alias="/old/fear/",
        body=["Fear is **loud**.", "[!SAFETY]", "Read with a friend.", "published: 2024-05-31"],
        left='{{< mood "blue" >}}', place="content/signs/fear.md",
        todo='<!-- TODO import: {{< mood "blue" >}} -->',
        pictures=("pictures/bench.png", "static/img/bench.png"),
    ),
    "jekyll": Source(
        tool="Jekyll",
        files={
            "_config.yml": "title: Quiet Room\npermalink: /blog/:year/:month/:day/:title/\n",
            "index.md": "---\ntitle: Quiet Room\n---\nWelcome to {{ site.title }}.\n",
            "_posts/2023-04-05-sleep.md": "---\ntitle: To sleep again\n---\n"
            "Sleep *helps*.\n\n![A lamp]({{ site.baseurl }}/assets/lamp.png)\n\n"
            '{% include mood.html colour="blue" %}\n',
            "assets/lamp.png": picture(2),
        },
        page="posts/sleep.md", title="To sleep again", alias="/blog/2023/04/05/sleep/",
        body=["Sleep *helps*.", "published: 2023-04-05"],
        left='{% include mood.html colour="blue" %}', place="_posts/2023-04-05-sleep.md",
        todo='<!-- TODO import: {% include mood.html colour="blue" %} -->',
        pictures=("pictures/lamp.png", "assets/lamp.png"),
    ),
    "eleventy": Source(
        tool="Eleventy",
        files={
            "eleventy.config.js": 'export default () => ({ dir: { input: "src" } });\n',
            "src/index.md": "---\ntitle: Oak Tree\n---\nWelcome.\n",
            "src/couples.md": "---\ntitle: For couples\npermalink: /services/couples/\n---\n"
            "Two people, *one* room.\n\n![A door](/img/door.png)\n\n{% mood blue %}\n",
            "src/img/door.png": picture(3),
        },
        page="couples.md", title="For couples", alias="/services/couples/",
        body=["Two people, *one* room."],
        left="{% mood blue %}", place="src/couples.md",
        todo="<!-- TODO import: {% mood blue %} -->",
        pictures=("pictures/door.png", "src/img/door.png"),
    ),
    "astro": Source(
        tool="Astro Starlight",
        files={
            "astro.config.mjs": "import starlight from '@astrojs/starlight';\n"
            "export default { integrations: [starlight({ title: 'River' })] };\n",
            "src/content/docs/index.md": "---\ntitle: River\n---\nWelcome.\n",
            "src/content/docs/guides/one.mdx": "---\ntitle: The first hour\n"
            "description: How we begin.\n---\nimport Mood from '../Mood.astro';\n\n"
            "Come as *you* are.\n\n:::caution\nNot on a watched phone.\n:::\n\n"
            "<Mood colour=\"blue\" />\n\n![A lamp](../../../assets/lamp.png)\n",
            "src/assets/lamp.png": picture(4),
        },
        page="guides/one.md", title="The first hour",
        body=["Come as *you* are.", "[!SAFETY]", "Not on a watched phone.",
              "summary: How we begin."],
        left='<Mood colour="blue" />', place="src/content/docs/guides/one.mdx",
        todo='<!-- TODO import: <Mood colour="blue" /> -->',
        pictures=("pictures/lamp.png", "src/assets/lamp.png"),
    ),
    "mkdocs": Source(
        tool="MkDocs",
        files={
            "mkdocs.yml": "site_name: Harbour\nnav:\n  - index.md\n  - Rest: rest.md\n",
            "docs/index.md": "# Harbour\n\nWelcome.\n",
            "docs/rest.md": "# How to rest\n\nLie *down*.\n\n!!! danger \"If you are watched\"\n\n"
            "    Close this page.\n\n![A boat](boat.png)\n\nSee [the map](map.md).\n",
            "docs/boat.png": picture(5),
        },
        page="rest.md", title="How to rest",
        body=["Lie *down*.", "[!SAFETY]", "If you are watched", "Close this page."],
        left="map.md", place="docs/rest.md", todo="<!-- TODO this was a link to map.md -->",
        pictures=("boat.png", "docs/boat.png"),
    ),
    "obsidian": Source(
        tool="Obsidian or Quartz",
        files={
            ".obsidian/app.json": "{}\n",
            "Start here.md": "Begin with [[Quiet place|a quiet place]].\n\n![[lamp.png|A lamp]]\n\n"
            "%% not for readers %%\n\nThen [[Nowhere]].\n",
            "Notes/Quiet place.md": "---\naliases: [Stillness]\n---\nA place that is *yours*.\n",
            "Files/lamp.png": picture(6),
        },
        page="start-here.md", title="Start here",
        body=["[a quiet place](notes/quiet-place.md)"],
        left="Nowhere", place="Start here.md", todo="<!-- TODO this was a link to Nowhere -->",
        pictures=("pictures/lamp.png", "Files/lamp.png"),
    ),
    "markdown": Source(
        tool="plain Markdown",
        files={
            "index.md": "# Small Room\n\nWelcome.\n",
            "guide/start.md": "# Where to start\n\nStart *small*.\n\n![A step](step.png)\n\n"
            "[A form](form.docx) to print.\n",
            "guide/step.png": picture(7),
            "guide/form.docx": b"PK\x03\x04",
        },
        page="guide/start.md", title="Where to start", body=["Start *small*."],
        left="form.docx", place="guide/start.md", todo="<!-- TODO",
        pictures=("guide/step.png", "guide/step.png"),
    ),
    "wordpress": Source(
        tool="WordPress",
        export="export.xml",
        files={
            "export.xml": EXPORT.format("""
<title>Warm Hearth</title><link>https://hearth.example</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>ann-login</wp:author_login>
<wp:author_email>ann@practice.example</wp:author_email>
<wp:author_display_name>Ann Example</wp:author_display_name></wp:author>
<item><title>First words</title><link>https://hearth.example/2024/05/first-words/</link>
<dc:creator>ann-login</dc:creator>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>Hello <strong>you</strong>.</p><!-- /wp:paragraph -->
<img src="https://hearth.example/wp-content/uploads/2024/05/bench.png" alt="A bench"/>
[mood colour="blue"]
]]></content:encoded><excerpt:encoded><![CDATA[A greeting.]]></excerpt:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2024-05-31 10:00:00</wp:post_date>
<wp:post_name>first-words</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Mallory</wp:comment_author>
<wp:comment_author_email>mallory@reader.example</wp:comment_author_email>
<wp:comment_author_IP>192.0.2.77</wp:comment_author_IP>
<wp:comment_content>I know where you are</wp:comment_content></wp:comment></item>
<item><title>Case notes</title><link>https://hearth.example/case-notes/</link>
<content:encoded>Client K came.</content:encoded><wp:post_id>2</wp:post_id>
<wp:post_date>2024-05-31 10:00:00</wp:post_date><wp:post_name>case-notes</wp:post_name>
<wp:status>private</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Locked away</title><link>https://hearth.example/locked-away/</link>
<content:encoded>Behind the lock.</content:encoded><wp:post_id>3</wp:post_id>
<wp:post_date>2024-05-31 10:00:00</wp:post_date><wp:post_name>locked-away</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>page</wp:post_type>
<wp:post_password>opensesame</wp:post_password></item>"""),
            "uploads/2024/05/bench.png": picture(8),
        },
        page="posts/first-words.md", title="First words", alias="/2024/05/first-words/",
        body=["Hello **you**.", "summary: A greeting.", "published: 2024-05-31"],
        left='[mood colour="blue"]', place="export.xml",
        todo='<!-- TODO import: [mood colour="blue"] -->',
        pictures=("pictures/bench.png", "uploads/2024/05/bench.png"),
    ),
    "squarespace": Source(
        tool="Squarespace",
        export="export.xml",
        files={
            "export.xml": EXPORT.format("""
<title>Room by Room</title><link>http://room.squarespace.com</link>
<wp:wxr_version>1.2</wp:wxr_version>
<item><title>Come in</title><link>/blog/come-in</link>
<content:encoded><![CDATA[<div class="sqs-layout"><div class="sqs-block html-block">
<p class="">Come in&nbsp;and <em>rest</em>.</p><h2>What we do</h2>
<form action="https://forms.example/send"><input name="mail"></form></div></div>]]></content:encoded>
<excerpt:encoded/><wp:post_id>1</wp:post_id><wp:post_date>2024-05-31 10:00:00</wp:post_date>
<wp:post_name>blog/come-in.html</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item>"""),
        },
        page="posts/come-in.md", title="Come in", alias="/blog/come-in/",
        body=["and *rest*.", "## What we do"],
        left="forms.example/send", place="export.xml", line="<item>", todo="<!-- TODO",
    ),
}


class Import:
    """A source in a folder of its own, and the folder beside it that a site is imported into."""

    def __init__(self, folder: Path, source: Source):
        self.folder = folder
        self.source = source
        self.old = folder / "old site"
        self.new = folder / "new site"
        for path, text in source.files.items():
            file = self.old / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run(self, *options: str, into: str = "new site") -> subprocess.CompletedProcess:
        named = "old site" + (f"/{self.source.export}" if self.source.export else "")
        return daylight(self.folder, "import", named, "--into", into, *options)

    def page(self) -> str:
        return (self.new / "content" / self.source.page).read_text()

    def report(self) -> str:
        return (self.new / "import-report.md").read_text()


def daylight(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [DAYLIGHT, *arguments], cwd=folder, env={"PATH": "", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )


def files(folder: Path) -> dict[str, str]:
    """All that is in a folder, folders too, with a digest of what is in each file."""
    return {
        str(path.relative_to(folder)):
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in folder.rglob("*")
    }


def details(page: str) -> str:
    """What is between the two lines of `---` at the top of a page."""
    return page.split("---\n")[1]


@pytest.fixture(scope="module", params=SOURCES)
def imported(request, tmp_path_factory) -> Import:
    """Each of the sources, imported once."""
    made = Import(tmp_path_factory.mktemp(request.param), SOURCES[request.param])
    made.before = files(made.old)
    made.ended = made.run()
    assert made.ended.returncode == 0, made.ended.stderr
    made.made = files(made.new)
    return made


@pytest.fixture
def hugo(tmp_path: Path) -> Import:
    return Import(tmp_path, SOURCES["hugo"])


@pytest.fixture
def wordpress(tmp_path: Path) -> Import:
    return Import(tmp_path, SOURCES["wordpress"])


def test_the_tool_is_recognised_and_the_next_step_is_said(imported):
    assert f" of {imported.source.tool} imported into ‘new site’." in imported.ended.stderr
    assert "; 0 errors left to fix." in imported.ended.stderr
    assert "Read new site/import-report.md first" in imported.ended.stderr
    assert f"From {imported.source.tool}: " in imported.report()


def test_the_new_site_has_no_errors(imported):
    checked = daylight(imported.folder, "check", "--site", "new site")
    assert checked.returncode == 0, checked.stderr
    assert " 0 errors" in checked.stderr


def test_a_page_keeps_its_title_and_its_text(imported):
    page = imported.page()
    assert re.search(rf"^title: {re.escape(imported.source.title)}$", details(page), re.M)
    for text in imported.source.body:
        assert text in page
    assert f"# {imported.source.title}\n" not in page, "the title is not repeated as a heading"


def test_an_old_address_still_leads_to_its_page(imported):
    if imported.source.alias is None:
        assert "aliases:" not in details(imported.page()), "this address has not changed"
        return
    assert imported.source.alias in re.search(r"^aliases: \[(.*)\]$", imported.page(), re.M)[1]
    built = daylight(imported.folder, "build", "--site", "new site", "--output", "built")
    assert built.returncode == 0, built.stderr
    old = imported.folder / "built" / imported.source.alias.strip("/") / "index.html"
    assert old.exists()


def test_pictures_are_brought_along(imported):
    if imported.source.pictures is None:
        assert ", and 0 pictures" in imported.report()
        return
    new, old = imported.source.pictures
    there = imported.new / "content" / new
    assert there.read_bytes() == (imported.old / old).read_bytes()
    shown = re.search(r"!\[[^]]*\]\(([^) ]+)", imported.page())[1]
    assert ((imported.new / "content" / imported.source.page).parent / shown).resolve() == there


def test_what_was_not_turned_is_reported_and_is_one_comment_in_the_text(imported):
    source = imported.source
    old = (imported.old / source.place).read_text().splitlines()
    mark = source.line or source.left
    numbers = [number for number, line in enumerate(old, 1) if mark in line]
    assert len(numbers) == 1, "the source has it once"
    named = re.compile(rf"{re.escape(source.place)}:{numbers[0]}\b")
    lines = [line for line in imported.report().splitlines() if source.left in line]
    assert any(named.search(line) for line in lines), lines
    page = imported.page()
    assert page.count("<!-- TODO") == 1 and source.todo in page


def test_readers_never_see_what_was_not_turned(imported):
    built = daylight(imported.folder, "build", "--site", "new site", "--output", "readers")
    assert built.returncode == 0, built.stderr
    for file in (imported.folder / "readers").rglob("*"):
        if file.suffix in [".html", ".xml", ".json", ".txt"]:
            text = file.read_text()
            assert "TODO" not in text and "not for readers" not in text, file


def test_the_source_stays_as_it_was(imported):
    assert files(imported.old) == imported.before


def test_a_second_import_gives_the_same_bytes(imported):
    again = imported.run("--jobs", "1", into="again")
    assert again.returncode == 0, again.stderr
    assert files(imported.folder / "again") == imported.made


def test_a_second_import_into_the_same_folder_is_refused(imported):
    before = files(imported.new)
    again = imported.run()
    assert again.returncode == 1
    assert "‘new site’ is there already, and nothing is ever overwritten" in again.stderr
    assert "name a folder that is not there yet with ‘--into’" in again.stderr
    assert files(imported.new) == before


def test_a_dry_run_writes_nothing(imported):
    before = files(imported.folder)
    dry = imported.run("--dry-run", into="dry")
    assert dry.returncode == 0, dry.stderr
    assert "would be written to ‘dry’. Nothing was written." in dry.stderr
    assert dry.stdout == imported.report()
    assert files(imported.folder) == before


def test_nothing_private_is_in_the_new_folder(wordpress):
    export = (wordpress.old / "export.xml").read_text()
    assert all(text in export for text in PRIVATE), "the source has what is looked for"
    ended = wordpress.run()
    assert ended.returncode == 0, ended.stderr
    for text in PRIVATE:
        assert text not in ended.stdout + ended.stderr
        for path in wordpress.new.rglob("*"):
            assert text not in path.name
            if path.is_file():
                assert text.encode() not in path.read_bytes(), f"‘{text}’ is in {path}"
    report = wordpress.report()
    for said in ["`1 comment of readers`", "`an item that was private`", "`an item with a password`"]:
        assert said in report


@pytest.mark.parametrize("into", ["old site/new", "old site/not/there/new", "nowhere/../old site/new"])
def test_a_new_folder_inside_the_source_is_refused(hugo, into):
    before = files(hugo.folder)
    for options in [[], ["--dry-run"]]:
        refused = hugo.run(*options, into=into)
        assert refused.returncode == 1, refused.stderr
        assert f"‘{into}’ would be inside the source, which is not changed" in refused.stderr
        assert "name a folder somewhere else with ‘--into’" in refused.stderr
        assert files(hugo.folder) == before


def test_the_new_folder_may_be_beside_an_exported_file(wordpress):
    ended = daylight(wordpress.old, "import", "export.xml", "--into", "new-site")
    assert ended.returncode == 0, ended.stderr
    assert (wordpress.old / "new-site/content/posts/first-words.md").exists()


def test_a_file_that_is_there_is_never_written_over(hugo):
    hugo.new.mkdir()
    (hugo.new / "letter.txt").write_text("mine")
    refused = hugo.run()
    assert refused.returncode == 1 and "‘new site’ is there already" in refused.stderr
    assert files(hugo.new).keys() == {"letter.txt"}
    (hugo.new / "letter.txt").unlink()
    assert hugo.run().returncode == 0, "an empty folder is filled"


def refused(folder: Path, *arguments: str, code: int = 1) -> str:
    """What is said of an import that makes nothing."""
    before = files(folder)
    ended = daylight(folder, "import", *arguments)
    assert ended.returncode == code, ended.stderr
    assert files(folder) == before
    return ended.stderr


def test_a_source_that_is_not_there_is_named(tmp_path):
    said = refused(tmp_path, "old", "--into", "new")
    assert "there is no folder or file ‘old’" in said and "check how the path is written" in said


def test_an_empty_folder_is_no_source(tmp_path):
    (tmp_path / "old").mkdir()
    assert "it is not known what made ‘old’" in refused(tmp_path, "old", "--into", "new")


def test_a_folder_without_pages_is_no_source(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old/accounts.ods").write_bytes(b"PK")
    said = refused(tmp_path, "old", "--into", "new")
    assert "it is not known what made ‘old’" in said
    assert "name the folder that has the settings of the old site in it" in said
    said = refused(tmp_path, "old", "--into", "new", "--from", "hugo")
    assert "there is no page of Hugo in ‘old’" in said


def test_an_export_that_was_cut_off_is_named_with_its_line(wordpress):
    export = wordpress.old / "export.xml"
    export.write_text(export.read_text()[:400])
    said = refused(wordpress.folder, "old site/export.xml", "--into", "new site")
    assert "‘export.xml’ cannot be read: line " in said and "export it once more" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["old"], "--into"),
     (["old", "--into", "new", "--from", "wix"], "wix"),
     (["old", "--into", ""], "--into"),
     (["--into", "new"], "source")],
)
def test_a_command_that_was_not_understood_makes_nothing(tmp_path, arguments, says):
    (tmp_path / "old").mkdir()
    assert says in refused(tmp_path, *arguments, code=64)


def test_a_link_out_of_the_source_is_not_followed(hugo):
    secret = hugo.folder / "elsewhere"
    secret.mkdir()
    (secret / "diary.md").write_text("# Diary\n\nOnly mine.\n")
    (hugo.old / "content/more").symlink_to(secret)
    assert hugo.run().returncode == 0
    assert "content/more" in hugo.report()
    assert not any(b"Only mine" in path.read_bytes()
                   for path in hugo.new.rglob("*") if path.is_file())


def test_a_page_that_cannot_be_read_as_it_is_keeps_its_text(hugo):
    (hugo.old / "content/odd.md").write_bytes(b"+++\ntitle = 'Odd'\nx = [\n+++\nCaf\xe9\n")
    ended = hugo.run()
    assert ended.returncode == 0, ended.stderr
    assert "content/odd.md:" in hugo.report()
    assert "Café" in (hugo.new / "content/odd.md").read_text()
    assert "Fear is **loud**." in hugo.page()
