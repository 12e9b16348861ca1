"""The site on the web servers that docs/publishing.md describes, and the rules for Netlify and
Cloudflare by what their documentation says."""

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.built_site import BuiltSite
from support.hosts import STARTS, Host

OLD_ADDRESS = "/an/old/address/"
HEADERS = [
    "Content-Security-Policy", "Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options",
    "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
]  # fmt: skip


@pytest.fixture(scope="session")
def aliased(build) -> BuiltSite:
    """The site with an old address, at the top of its host."""
    return build(
        edits={"about.md": ("---\n", f"---\naliases: [{OLD_ADDRESS}]\n")},
        baseURL="https://resources.example.org/",
    )


@pytest.fixture(scope="session")
def in_folder(build) -> BuiltSite:
    return build(
        edits={"about.md": ("---\n", f"---\naliases: [{OLD_ADDRESS}]\n")},
        baseURL="https://practice.example.org/resources/",
    )


class Hosted:
    """A site on a server; addresses are those below the folder of the site."""

    def __init__(self, host: Host, site: BuiltSite, path: str):
        self.host = host
        self.site = site
        self.path = path

    def get(self, address: str, **headers: str):
        return self.host.get(self.path + address.lstrip("/"), **headers)

    def file(self, pattern: str) -> str:
        """The address of a file of the site."""
        found = sorted(self.site.folder.rglob(pattern), key=lambda file: -file.stat().st_size)
        assert found, f"the site has no file like {pattern}"
        return "/" + str(found[0].relative_to(self.site.folder))


@pytest.fixture(
    scope="session",
    params=[(name, path) for name in STARTS for path in ("/", "/resources/")],
    ids=lambda each: each[0] + each[1].rstrip("/"),
)
def hosted(request, tmp_path_factory) -> Iterator[Hosted]:
    name, path = request.param
    site = request.getfixturevalue("aliased" if path == "/" else "in_folder")
    folder = tmp_path_factory.mktemp(name)
    folder.chmod(0o755)
    root = folder / "www"
    shutil.copytree(site.folder, root / path.strip("/"), dirs_exist_ok=True)
    (root / path.strip("/") / ".well-known").mkdir()
    (root / path.strip("/") / ".well-known/security.txt").write_text("Contact: tel:+441632960123\n")
    (root / path.strip("/") / "assets/.secret").write_text("secret")
    for picture in ("room.webp", "letters.woff2"):
        (root / path.strip("/") / picture).write_bytes(b"easy to compress " * 500)
    for parent in [folder, *folder.parents]:
        # Apache’s processes may run as another user.
        if parent != Path("/") and parent.owner() == "root" and parent.stat().st_mode & 0o1 == 0:
            parent.chmod(parent.stat().st_mode | 0o011)
    host = STARTS[name](folder, root, path)
    yield Hosted(host, site, path)
    host.stop()


def protected(answer) -> bool:
    return all(answer.header(name) for name in HEADERS)


def test_pages_have_every_header_once_and_are_not_kept(hosted):
    for address in ("/", "/about/", "/about/index.html"):
        answer = hosted.get(address)
        assert answer.status == 200 and protected(answer), address
        assert answer.header("Cache-Control") == "no-store"
        assert "frame-ancestors 'none'" in answer.header("Content-Security-Policy")
        assert answer.header("Content-Type").lower() == "text/html; charset=utf-8"


def test_an_unknown_address_shows_the_page_for_it_with_its_status(hosted):
    expected = (hosted.site.folder / "404.html").read_bytes()
    for address in ("/no/such/page/", "/nothing.html", "/assets/no-such-file.css"):
        answer = hosted.get(address)
        assert answer.status == 404 and answer.body == expected, address
        assert protected(answer) and answer.header("Cache-Control") == "no-store"


def test_a_folder_without_its_slash_leads_to_the_page_on_the_same_host(hosted):
    answer = hosted.get("/about")
    assert answer.status in (301, 302, 307, 308) and protected(answer)
    location = answer.header("Location")
    start = f"http://localhost:{hosted.host.port}"
    assert location.removeprefix(start).removeprefix("http://localhost") == hosted.path + "about/"
    assert answer.header("Cache-Control") == "no-store"


def test_an_old_address_leads_to_the_new_one(hosted):
    answer = hosted.get(OLD_ADDRESS)
    assert answer.status == 200 and protected(answer)
    target = re.search(rb'http-equiv="?refresh"? content="0; ?url=([^"]+)"', answer.body)
    assert target, answer.body[:600]
    depth = OLD_ADDRESS.strip("/").count("/") + 1
    assert target[1].decode() in ("../" * depth + "about/index.html", "../" * depth + "about/")


def test_assets_may_be_kept_and_have_the_headers_too(hosted):
    for kind in ("assets/*.css", "assets/*.js"):
        answer = hosted.get(hosted.file(kind))
        assert answer.status == 200 and protected(answer)
        assert answer.header("Cache-Control") == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "pattern", ["index.html", "assets/*.css", "assets/*.js", "*.svg", "sitemap.xml", "*.json"]
)
def test_text_is_compressed(hosted, pattern):
    address = "/" if pattern == "index.html" else hosted.file(pattern)
    answer = hosted.get(address, **{"Accept-Encoding": "gzip"})
    assert answer.status == 200 and answer.header("Content-Encoding") == "gzip", address
    plain = hosted.get(address)
    assert plain.header("Content-Encoding") is None
    assert gzip.decompress(answer.body) == plain.body and len(answer.body) < len(plain.body)


@pytest.mark.parametrize(
    "name, kind", [("room.webp", "image/webp"), ("letters.woff2", "font/woff2")]
)
def test_what_is_compressed_already_is_sent_as_it_is_with_its_type(hosted, name, kind):
    answer = hosted.get(name, **{"Accept-Encoding": "gzip"})
    assert answer.status == 200 and answer.header("Content-Encoding") is None
    assert answer.header("Content-Type") == kind


def test_drawings_have_the_type_that_browsers_need(hosted):
    answer = hosted.get(hosted.file("*.svg"))
    assert answer.header("Content-Type").startswith("image/svg+xml")


@pytest.mark.parametrize("folder", ["/assets/", "/assets"])
def test_no_folder_is_listed(hosted, folder):
    answer = hosted.get(folder)
    if answer.status in (301, 308):
        answer = hosted.get("/assets/")
    assert answer.status in (403, 404)
    assert b".css" not in answer.body.replace(b"assets/landmarks", b"") or answer.body == (
        hosted.site.folder / "404.html"
    ).read_bytes()


@pytest.mark.parametrize(
    "hidden",
    [
        "/.daylight-manifest", "/.daylight-published", "/.htaccess", "/_headers",
        "/nginx-headers.conf", "/caddy-headers.conf", "/assets/.secret", "/.git/config",
        "/%2edaylight-manifest", "/.well-known/../.daylight-manifest", "//.daylight-manifest",
    ],
)  # fmt: skip
def test_hidden_files_and_those_for_hosts_are_not_readable(hosted, hidden):
    answer = hosted.get(hidden)
    assert answer.status in (301, 308, 400, 403, 404), answer.body[:200]
    assert b"daylight" not in answer.body.lower() or answer.status == 404
    assert answer.status != 404 or protected(answer)


def test_what_has_to_be_found_at_well_known_addresses_is(hosted):
    assert hosted.get("/.well-known/security.txt").body.startswith(b"Contact:")


def test_nothing_that_a_reader_asked_for_is_written_down(hosted):
    hosted.get("/about/?marker-of-a-reader")
    hosted.get("/no/marker-of-a-reader/")
    logs = [file for file in hosted.host.log.parent.rglob("*") if file.suffix == ".log"]
    for log in logs:
        assert "marker-of-a-reader" not in log.read_text(), log


def test_no_host_tells_browsers_to_remember_it(hosted):
    """Strict-Transport-Security would leave the name of the site on the device."""
    for address in ("/", "/no/such/page/"):
        assert hosted.get(address).header("Strict-Transport-Security") is None


def test_the_server_does_not_say_its_version(hosted):
    assert not re.search(r"\d", hosted.get("/").header("Server") or "")


# Netlify and Cloudflare Pages, which cannot be run here.


def rules(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """As both document the format: an address at the start of a line, then indented headers."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, value = line.strip().split(":", 1)
            found[-1][1].append((name.strip(), value.strip()))
        else:
            found.append((line.strip(), []))
    return found


def matches(pattern: str, address: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address) is not None


def sent(text: str, address: str) -> dict[str, list[str]]:
    """The headers of an address: all rules that match are applied."""
    headers: dict[str, list[str]] = {}
    for pattern, lines in rules(text):
        if matches(pattern, address):
            for name, value in lines:
                headers.setdefault(name, []).append(value)
    return headers


def test_the_rules_for_netlify_and_cloudflare_are_within_their_limits(aliased):
    text = (aliased.folder / "_headers").read_text()
    assert len(rules(text)) <= 100 and max(map(len, text.splitlines())) <= 2000
    assert all(pattern.startswith("/") and pattern.count("*") <= 1 for pattern, _ in rules(text))


def test_each_page_is_protected_and_not_kept_under_either_of_its_addresses(aliased):
    text = (aliased.folder / "_headers").read_text()
    pages = [str(page.relative_to(aliased.folder)) for page in aliased.folder.rglob("*.html")]
    for page in pages:
        for address in {"/" + page, "/" + page.removesuffix("index.html")}:
            headers = sent(text, address)
            assert headers["Cache-Control"] == ["no-store"], address
            assert all(len(headers[name]) == 1 for name in HEADERS), address


def test_each_asset_may_be_kept_there(aliased):
    text = (aliased.folder / "_headers").read_text()
    for asset in (aliased.folder / "assets").iterdir():
        headers = sent(text, f"/assets/{asset.name}")
        assert headers["Cache-Control"] == ["public, max-age=31536000, immutable"]
