"""Templates and contexts fit: a template uses every field of its page's context and none that it does not have."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from jinja2 import nodes

from sayso.serve.desk.about import AboutPage
from sayso.serve.desk.claim import ClaimPage
from sayso.serve.desk.coding_pages import CodePage, CodingsPage
from sayso.serve.desk.conflict import ConflictPage, ReportsPage, TallyPage, TimelinePage
from sayso.serve.desk.decisions import DecisionsPage
from sayso.serve.desk.disagreement import DisputesPage
from sayso.serve.desk.entering import EnterPage
from sayso.serve.desk.explaining import ExplainPage
from sayso.serve.desk.incidents import IncidentsPage
from sayso.serve.desk.index import IndexPage
from sayso.serve.desk.report import ReportPage
from sayso.serve.desk.review import ReviewPage
from sayso.serve.desk.search import SearchPage
from sayso.serve.desk.source import SourcePage, SourcesPage
from sayso.serve.web.collisions import CollisionPage
from sayso.serve.web.failures import FailurePage
from sayso.serve.web.rendering import environment

CONTEXTS: dict[str, type[Any]] = {
    "about.html": AboutPage,
    "claim.html": ClaimPage,
    "code.html": CodePage,
    "codings.html": CodingsPage,
    "collision.html": CollisionPage,
    "conflict.html": ConflictPage,
    "decisions.html": DecisionsPage,
    "disputes.html": DisputesPage,
    "enter.html": EnterPage,
    "explain.html": ExplainPage,
    "failure.html": FailurePage,
    "incidents.html": IncidentsPage,
    "index.html": IndexPage,
    "report.html": ReportPage,
    "reports.html": ReportsPage,
    "review.html": ReviewPage,
    "search.html": SearchPage,
    "source.html": SourcePage,
    "sources.html": SourcesPage,
    "tally.html": TallyPage,
    "timeline.html": TimelinePage,
}
SHARED = {"base.html", "parts.html", "drawings.html", "forms.html", "claim_forms.html"}
#: Templates that are a part of one other and get its page.
PARTS = {"claim.html": ("claim_forms.html",)}


def used(template: str) -> set[str]:
    made = environment()
    assert made.loader is not None
    sources = [made.loader.get_source(made, one)[0] for one in (template, *PARTS.get(template, ()))]
    found = [one for source in sources for one in made.parse(source).find_all(nodes.Getattr)]
    return {one.attr for one in found if isinstance(one.node, nodes.Name) and one.node.name == "page"}


@pytest.mark.parametrize("template", CONTEXTS)
def test_a_template_uses_its_context_and_nothing_else(template: str) -> None:
    assert used(template) == {field.name for field in fields(CONTEXTS[template])}


def test_every_template_has_a_context() -> None:
    assert {*environment().list_templates(), *()} == {*CONTEXTS, *SHARED}


@pytest.mark.parametrize("template", [*CONTEXTS, *SHARED])
def test_nothing_is_marked_as_safe_and_no_style_or_script_stands_in_a_page(template: str) -> None:
    made = environment()
    assert made.loader is not None
    source, _, _ = made.loader.get_source(made, template)
    for forbidden in (
        "| safe",
        "|safe",
        "autoescape",
        "style=",
        "<style",
        "onclick",
        "javascript:",
        "http://",
        "https://",
    ):
        assert forbidden not in source
    assert source.count("<script") == source.count('<script type="module" src="/static/')
