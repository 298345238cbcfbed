"""Charts of a case: what is drawn is what was measured, and hands differ by more than colour."""

import json
from dataclasses import replace
from datetime import date

from a_clinic import TODAY, a_plan
from a_measured_hand import CLERK, FIRST_VISIT, OPERATED_ON, SECOND_VISIT, visit_value

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessment.operation import Operation, PatientFacts, Procedure
from rtw.domain.gap import Override
from rtw.domain.hands import Side
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.verdicts import Verdict
from rtw.services.case_record import CaseRecord, KeptOverride
from rtw.services.citations import citations
from rtw.services.matches import case_match
from rtw.services.overview import Moment
from rtw.services.progress import progress_of
from rtw.services.visits import Visit
from rtw.web.course_chart import course_chart
from rtw.web.match_chart import MOST_PERCENT, match_chart
from rtw.web.match_page import match_page, ratio_words, shown_ratio
from rtw.web.progress_chart import progress_chart

VISITS = tuple(
    Visit(number, number, visit_value(day, grip=grip), day, "A. Therapist")
    for number, (day, grip) in enumerate(((FIRST_VISIT, 12.0), (SECOND_VISIT, 18.0)), 1)
)
NO_SETTINGS: frozenset[Setting] = frozenset()
NO_CIRCUMSTANCES: frozenset[Circumstance] = frozenset()
RECORD = CaseRecord(
    case_id=1,
    job_version_id=1,
    job_version_number=1,
    profile=CLERK,
    patient=PatientFacts(Side.RIGHT),
    operations=(Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, OPERATED_ON),),
    visits=VISITS,
    overrides=(),
    accommodations=(),
    settings=NO_SETTINGS,
    circumstances=NO_CIRCUMSTANCES,
)


def test_progress_is_drawn_as_measured() -> None:
    figure = progress_chart(progress_of(VISITS))
    assert figure is not None
    lines = {trace["name"]: trace for trace in figure["data"]}
    right, left = lines["Power grip, right hand"], lines["Power grip, left hand"]
    assert (right["x"], right["y"]) == (["2026-02-16", "2026-03-02"], [12.0, 18.0])
    assert right["marker"]["symbol"] != left["marker"]["symbol"]
    assert right["line"]["dash"] != left["line"]["dash"]
    assert lines["Pain at work (0 to 10)"]["yaxis"] == "y2"


def test_one_visit_makes_no_line() -> None:
    assert progress_chart(progress_of(VISITS[:1])) is None
    assert course_chart(progress_of(()), None) is None


def test_planned_hours_stand_on_the_same_days() -> None:
    figure = course_chart(progress_of(VISITS), a_plan().schedule)
    assert figure is not None
    hours = figure["data"][-1]
    assert hours["x"][0] == TODAY.isoformat()
    assert hours["y"] == [1.0, 2.0]
    alone = course_chart(progress_of(()), a_plan().schedule)
    assert alone is not None
    assert alone["layout"]["yaxis3"]["domain"] == [0.0, 1.0]
    json.dumps(figure)


def test_titles_of_axes_lie_above_them_so_that_none_is_cut_or_meets_another() -> None:
    figure = course_chart(progress_of(VISITS), a_plan().schedule, (Side.RIGHT,))
    assert figure is not None
    layout = figure["layout"]
    assert not any(layout[axis].get("title", {}).get("text") for axis in ("yaxis", "yaxis2", "yaxis3"))
    strength, pain, hours = layout["annotations"]
    assert [each["text"] for each in (strength, pain, hours)] == [
        "Strength, % of other hand",
        "Pain",
        "Hours a week",
    ]
    assert layout["yaxis3"]["domain"][1] == hours["y"] < layout["yaxis"]["domain"][0] < strength["y"]


def test_what_happened_is_marked_by_a_thin_dotted_line() -> None:
    figure = course_chart(progress_of(VISITS), None, (), (Moment(FIRST_VISIT, "Visit 1"),))
    assert figure is not None
    (line,) = figure["layout"]["shapes"]
    assert line["line"] == {"color": "#5b6b73", "width": 1, "dash": "dot"}


def test_with_one_treated_hand_strength_is_a_share_of_the_other() -> None:
    moments = (Moment(FIRST_VISIT, "Visit 1"), Moment(SECOND_VISIT, "Plan 1 signed"))
    figure = course_chart(progress_of(VISITS), a_plan().schedule, (Side.RIGHT,), moments)
    assert figure is not None
    lines = {trace["name"]: trace for trace in figure["data"]}
    courses = {(c.kind, c.side): c for c in progress_of(VISITS).courses}
    right, left = (courses[DemandKind.POWER_GRIP, side].points for side in (Side.RIGHT, Side.LEFT))
    shares = [round(100 * r.value / s.value, 1) for r, s in zip(right, left, strict=True)]
    assert lines["Power grip, right hand, % of other hand"]["y"] == shares
    assert not any("left hand" in name for name in lines)
    assert lines["Visits, plans and review"]["text"] == ["Visit 1", "Plan 1 signed"]
    both = course_chart(progress_of(VISITS), None, (Side.LEFT, Side.RIGHT))
    assert both is not None
    assert not any("%" in trace["name"] for trace in both["data"])


def test_the_match_is_drawn_in_percent_of_what_is_available() -> None:
    found = case_match(RECORD, date(2026, 3, 9))
    assert found is not None
    page = match_page(found)
    figure = match_chart(page)
    assert figure is not None
    traces = {trace["name"]: trace for trace in figure["data"]}
    right = traces["Right hand"]
    place = right["labels"].index("Staple and punch: power grip")
    cell = page.blocks[1].cells_of(DemandKind.POWER_GRIP)[0]
    governing = cell.gap.governing
    assert governing is not None
    assert governing.ratio is not None
    assert right["percent"][place] == 100 * governing.ratio[1]
    assert max(right["x"]) <= MOST_PERCENT
    assert right["text"][place] == "✕ exceeds"
    assert traces["Left hand"]["marker"]["pattern"] != right["marker"]["pattern"]
    assert cell.ratio == ratio_words(cell.gap)
    json.dumps(figure)


def test_what_cannot_be_said_has_words_and_no_bar() -> None:
    unsure = Override(Verdict.CANNOT_SAY, "Pain stopped the test", "A. Therapist")
    own = GapOverride("Staple and punch", 0, DemandKind.POWER_GRIP, Side.RIGHT, unsure)
    found = case_match(replace(RECORD, overrides=(KeptOverride(1, TODAY, own),)), date(2026, 3, 9))
    assert found is not None
    figure = match_chart(match_page(found))
    assert figure is not None
    rows = [row for t in figure["data"] for row in zip(t["text"], t["x"], t["percent"], strict=True)]
    undecided = [row for row in rows if row[0] == "? cannot say"]
    assert undecided
    assert all(row[1:] == (0.0, None) for row in undecided)
    assert any(row[1] > 0 for row in rows)


def test_a_task_name_never_becomes_markup_in_the_chart() -> None:
    odd = replace(CLERK, tasks=(replace(CLERK.tasks[0], name="<a href='x'>Type</a>"),))
    found = case_match(replace(RECORD, profile=odd), TODAY)
    assert found is not None
    figure = match_chart(match_page(found))
    assert figure is not None
    assert all("<a" not in name for trace in figure["data"] for name in trace["y"])


def test_every_source_of_a_verdict_is_cited_with_its_mark() -> None:
    cited = citations()
    found = case_match(RECORD, TODAY)
    assert found is not None
    used = {c.source for t in found.as_it_stands.tasks for g in t.gaps for c in g.comparisons if c.source}
    assert used
    assert used <= set(cited)
    assert cited["potvin_2012"].verified.is_marked
    assert cited["bohannon_2019"].words


def test_a_limit_kept_by_a_condition_shows_no_ratio_of_its_own() -> None:
    found = case_match(RECORD, date(2026, 3, 9))
    assert found is not None
    gap = next(g for t in found.as_it_stands.tasks for g in t.gaps if g.governing and g.governing.ratio)
    plain = gap.comparisons[0]
    kept = replace(plain, ratio=(0.0, 3.0), condition="in bouts of at most 20 min")
    assert shown_ratio(replace(gap, comparisons=(kept, plain))) == plain.ratio
    assert ratio_words(replace(gap, comparisons=(kept,))) == ""
