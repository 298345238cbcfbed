"""Every page of the demonstration clinic that a therapist reads, for the laws that hold on all of them."""

from rtw.knowledge.load import knowledge
from rtw.services.exposure.models import LISTED

PARTS = (
    "",
    "/job",
    "/assessment",
    "/measures",
    "/match",
    "/exposure",
    "/accommodations",
    "/recovery",
    "/plan",
    "/plan/versions/1",
    "/release",
    "/history",
)
PAGES = [f"/cases/{case}{part}" for case in (1, 2, 3) for part in PARTS]
PAGES += ["/cases", "/jobs", "/cases/1/release/snapshot/1"]
PAGES += ["/cases/4", "/cases/4/assessment", "/jobs/1/versions/1", "/cases/1/assessment/2"]
PAGES += ["/cases/4/assessment/7", "/cases/4/assessment/7/sign", "/cases/4/treatment"]
PAGES += ["/evidence", "/evidence/figures/rsi", "/evidence/sources"]
PAGES += ["/evidence/models", *(f"/evidence/models/{each.model.name}" for each in LISTED)]

PAGES += [
    "/jobs/write",
    "/jobs/write/blank",
    "/jobs/write/cook",
    "/jobs/1/versions/1/edit",
    "/jobs/1/compare",
]

CATALOGUE = "/accommodations"
PAGES += [CATALOGUE, *(f"{CATALOGUE}?page={number}" for number in (2, 3, 4))]
PAGES += [f"{CATALOGUE}?q={words}" for words in ("pen", "grip", "mouse", "gloves", "break", "nothing-such")]
PAGES += [f"{CATALOGUE}?category=adaptive_tool", f"{CATALOGUE}?kind=power_grip&case=1"]
PAGES += [f"{CATALOGUE}/{entry.id}" for entry in knowledge().catalogue.accommodations]
PAGES += [f"{CATALOGUE}/not-recommended/{advice.id}" for advice in knowledge().catalogue.not_recommended]
