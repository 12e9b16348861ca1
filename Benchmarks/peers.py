"""Other generators over the same articles, each with a plain theme and at its best settings.

Pelican, MkDocs and Zensical come from PyPI, Jekyll from Debian. One that is not installed is left
out.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import corpus

HERE = Path(__file__).resolve().parent


@dataclass
class Peer:
    name: str
    program: str | None
    site: Path
    # The arguments that build the site into a folder.
    arguments: Callable[[Path], list]


def installed(folder, venv):
    """Those that can be run, with their sites in the folder, and the names of the others."""
    def program(name):
        return shutil.which(name, path=venv / "bin") or shutil.which(name)

    def zensical(tree):
        # Zensical takes the output from its settings, and only a folder within its own.
        settings = folder / "zensical/zensical.toml"
        own = settings.with_name(f"{tree.name}.toml")
        own.write_text(settings.read_text().replace(
            "[project]", f'[project]\nsite_dir = "out/{tree.name}"', 1))
        return ["build", "--clean", "--config-file", own]

    all = [
        Peer("Jekyll", program("jekyll"), folder / "jekyll", lambda tree: [
            "build", "--quiet", "--disable-disk-cache", "--destination", tree]),
        Peer("MkDocs", program("mkdocs"), folder / "mkdocs", lambda tree: [
            "build", "--quiet", "--site-dir", tree]),
        Peer("Pelican", program("pelican"), folder / "pelican", lambda tree: [
            "content", "--quiet", "--settings", "pelicanconf.py", "--output", tree]),
        Peer("Zensical", program("zensical"), folder / "zensical", zensical),
    ]
    return [peer for peer in all if peer.program], [peer.name for peer in all if not peer.program]


def prepare(count, folder):
    """Articles with the words and links of the corpus, in the forms that they read."""
    for article in corpus.articles(count):
        texts = {
            "jekyll": corpus.hugo_text(article, corpus.address_links(article)),
            "pelican/content": corpus.hugo_text(article, corpus.address_links(article)),
            "mkdocs/docs": corpus.hugo_text(article, corpus.file_links(article)),
            "zensical/docs": corpus.hugo_text(article, corpus.file_links(article)),
        }
        for name, text in texts.items():
            path = folder / name / f"{article.path}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    for name in ["mkdocs", "zensical"]:
        (folder / name / "docs/index.md").write_text("# Plain reading\n\nMade-up articles.\n")
    shutil.copytree(HERE / "peers", folder, dirs_exist_ok=True)
