"""Pages lead to each other, and say of program and sources what is there."""

from conftest import ROOT, report
from support.links import broken_links, poor_alternatives, unreachable
from support.options import unknown_names, unknown_targets, unmentioned
from support.sources import Tree, stale_diffs, unknown_sources
from support.template_names import unknown_template_names


def test_every_link_and_anchor_leads_somewhere(documents):
    report(broken_links(documents))


def test_every_page_is_found_from_the_readme(documents):
    report(unreachable(documents, ROOT / "README.md"))


def test_every_picture_is_described(documents):
    report(poor_alternatives(documents))


def test_every_command_and_option_is_explained(documents, known):
    report(unmentioned(documents, known))


def test_every_command_and_option_that_is_named_exists(documents, known):
    report(unknown_names(documents, known, (ROOT / "templates/assets/site.css").read_text()))


def test_every_target_of_make_that_is_named_exists(documents):
    report(unknown_targets(documents, (ROOT / "Makefile").read_text()))


def test_what_the_architecture_names_is_in_the_sources(documents):
    tree = Tree(ROOT)
    for document in documents:
        if document.path.name in ("architecture.md", "decisions.md"):
            report(unknown_sources(document, tree) + stale_diffs(document, tree))


def test_every_name_of_templates_that_is_mentioned_exists(documents):
    reference = next(document for document in documents if document.path.name == "templates.md")
    report(unknown_template_names(documents, reference, ROOT / "templates"))
