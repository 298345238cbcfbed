"""The clinic's own documents: nothing left out for the clinician, nothing hard to read for the patient."""

import io
from collections import Counter
from dataclasses import replace

import pytest
from pypdf import PageObject, PdfReader

from bench.sample_record import sample_match, sample_patient_document, sample_record
from bench.sample_release import REVIEW, TODAY
from reports.enums import Progress
from reports.limit_wording import LATE_REVIEW
from reports.types import ClosedTask, EmployersOwnWords
from reports.wording import day_text
from rtw.documents.amounts import amount_text, range_text
from rtw.documents.clinician_match import match_tasks
from rtw.documents.clinician_panels import panel_sections
from rtw.documents.clinician_pdf import clinician_pdf
from rtw.documents.clinician_schedule import bind_rows
from rtw.documents.marks import VERIFIED_KEY, Marks
from rtw.documents.panel_section import PanelSection
from rtw.documents.patient_pdf import patient_pdf
from rtw.documents.pictures.demand import demand_bars, percent_words
from rtw.documents.values import SourceLine
from rtw.domain.capacity import Capacity, Quantity
from rtw.domain.disclosure.values import Withheld
from rtw.domain.figure import SourceId, Verified
from rtw.domain.gap import JobMatch
from rtw.domain.plan import GivenLimit, PlanVersion
from rtw.domain.schedule.values import Bind, BreakRule, Schedule
from rtw.domain.verdicts import TaskVerdict
from rtw.domain.why import Coefficient, Why

HEAD, FOOT = 842 - 58, 58
"""Where the body of an A4 page begins and ends, in points from below."""


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def sizes_of_type(page: PageObject) -> Counter[float]:
    """Characters by size of type, between the running head and the foot."""
    sizes: Counter[float] = Counter()

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        height = cm[3] * tm[5] + cm[5]
        if FOOT < height < HEAD:
            sizes[round(size * abs(tm[3] * cm[3]), 1)] += len(text.strip())

    page.extract_text(visitor_text=visit)
    return sizes


def test_the_clinicians_record_holds_everything() -> None:
    record = sample_record()
    text = text_of(clinician_pdf(record, TODAY))
    for strength in record.capacity.strengths:
        assert f"{strength.mean_n:.1f} N" in text
    for limit in record.capacity.limits:
        assert limit.origin in text
    for task in record.match.tasks:
        for gap in task.gaps:
            for comparison in gap.comparisons:
                assert all(line in text for line in comparison.arithmetic)
    for restriction in record.version.plan.restrictions:
        assert restriction.origin in text
    for source in record.sources:
        assert source.citation in text
    assert record.proof in text
    assert record.formulas[0].formula in text
    assert "surgeon's restriction of 16 November" in text
    assert "Therapist's verdict: Marginal instead of Cannot say" in text


def test_what_was_not_read_is_marked_wherever_it_is_named() -> None:
    text = text_of(clinician_pdf(sample_record(), TODAY))
    assert "(Potvin 2012 †)" in text
    assert "Test–retest of pinch ‡" in text
    assert "Test–retest of grip after hand surgery ‡" not in text
    assert VERIFIED_KEY in text


def test_an_unlisted_source_is_marked_as_not_verified() -> None:
    marks = Marks((SourceLine("a", "A 2001", "–", "yes"),))
    assert [marks.of(s) for s in ("a", "b", None)] == ["A 2001", "b ‡", "–"]


def test_words_that_name_no_source_have_no_mark() -> None:
    assert Marks(()).of("spread of the trials") == "spread of the trials"


def test_a_figure_has_its_own_mark_and_not_that_of_its_source() -> None:
    """One source, three figures, each known another way: none takes over what is said of the others."""
    figures = tuple(
        Coefficient(f"figure {verified.value}", "1", SourceId("garg_2017"), verified) for verified in Verified
    )
    marks = Marks((SourceLine("garg_2017", "Garg and others 2017, Ergonomics", "–", "no"),))
    panels = (Why("index", "5", coefficients=figures),)
    (section,) = panel_sections((PanelSection("Exposure", "", panels),), marks)
    assert section["models"][0]["published"] == [
        "figure yes: 1 (Garg and others 2017)",
        "figure secondary: 1 (Garg and others 2017 †)",
        "figure no: 1 (Garg and others 2017 ‡)",
    ]


def test_what_figures_of_one_model_share_is_printed_once() -> None:
    def panel(hand: str, *cautions: str) -> Why:
        return Why(
            f"Strain index: “Filing”, {hand}", "5", formula="a × b", cautions=("Healthy people", *cautions)
        )

    other = Why("Damage: left hand", "2", formula="c", cautions=("Healthy people",))
    panels = (panel("left hand"), other, panel("right hand", "Ask how often"))
    (section,) = panel_sections((PanelSection("Exposure", "", panels),), Marks(()))
    strain, damage = section["models"]
    assert (strain["name"], strain["formula"], strain["cautions"]) == (
        "Strain index",
        "a × b",
        ["Healthy people"],
    )
    assert [each["result"] for each in strain["panels"]] == [
        "“Filing”, left hand: 5",
        "“Filing”, right hand: 5",
    ]
    assert [each["cautions"] for each in strain["panels"]] == [[], ["Ask how often"]]
    assert damage["panels"][0]["result"] == "Left hand: 2"


def test_the_three_questions_stand_on_the_first_page() -> None:
    first = PdfReader(io.BytesIO(clinician_pdf(sample_record(), TODAY))).pages[0].extract_text()
    for question in ("Can they work?", "How much?", "What stops more?"):
        assert question in first


def test_the_first_page_sums_up_however_much_binds_and_says_where_the_rest_stands() -> None:
    record = sample_record(12)
    plan = record.version.plan
    binds = tuple(
        Bind(f"Task {n} is closed: Power grip, right hand: {n} N asked (measured); Pinch: figure missing")
        for n in range(12)
    )
    weeks = tuple(replace(week, binds=binds) for week in plan.schedule.weeks)
    full = replace(plan, schedule=replace(plan.schedule, weeks=weeks))
    reader = PdfReader(
        io.BytesIO(clinician_pdf(replace(record, version=replace(record.version, plan=full)), TODAY))
    )
    first, second = (" ".join(reader.pages[n].extract_text().split()) for n in (0, 1))
    assert "Task 0 is closed: Power grip, right hand: 0 N asked (and 1 more)" in first
    assert "And 5 more" in first
    assert "And 5 more" not in second
    contents = first.partition("Contents")[2]
    for part in ("Capacity", "Match", "Schedule", "Sources"):
        assert part in contents
    whole = text_of(clinician_pdf(replace(record, version=replace(record.version, plan=full)), TODAY))
    assert "Task 11 is closed: Power grip, right hand: 11 N asked (measured); Pinch: figure missing" in whole


def test_each_rule_of_what_is_held_back_is_printed_once() -> None:
    held = (
        Withheld("Notes", "Never leaves"),
        Withheld("Reason", "Not needed"),
        Withheld("Scores", "Never leaves"),
    )
    text = text_of(clinician_pdf(replace(sample_record(), withheld=held), TODAY))
    assert text.count("Never leaves") == 1
    assert "Notes; Scores" in text


def test_patient_version_and_page_stand_on_every_page() -> None:
    reader = PdfReader(io.BytesIO(clinician_pdf(sample_record(16), TODAY)))
    for number, page in enumerate(reader.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert "RTW-0042, version 3" in text
        assert "Maren Ostwald" in text
        assert f"Page {number} of {len(reader.pages)}" in text


def test_an_empty_record_says_so_instead_of_failing() -> None:
    record = sample_record()
    bare = Schedule((), None, (), BreakRule(60, 5, "convention"))
    plan = replace(record.version.plan, schedule=bare, restrictions=(), accommodations=())
    empty = replace(
        record,
        version=PlanVersion(plan, 0, None, None),
        capacity=Capacity(TODAY, None),
        match=JobMatch((), TaskVerdict.CANNOT_SAY, ()),
        formulas=(),
        sources=(),
        proof=None,
    )
    text = text_of(clinician_pdf(empty, TODAY))
    assert "No strength has been measured" in text
    assert "DRAFT: not signed." in text
    assert "? Cannot say" in text


def test_a_reason_that_binds_many_weeks_is_said_once() -> None:
    rows = bind_rows(sample_record(8).version.plan.schedule, Marks(()))
    assert [row[0] for row in rows] == ["1–8"]


@pytest.mark.parametrize(
    ("quantity", "amounts", "text"),
    [
        (Quantity.FORCE_N, (4.0, 12.0), "4 to 12 N"),
        (Quantity.LOAD_KG, (5.0, 5.0), "5 kg"),
        (Quantity.HOURS_PER_DAY, None, "?"),
        (Quantity.PERMITTED, (1.0, 1.0), "required"),
        (Quantity.BOUT_H, (0.0, 0.75), "0 to 45 min at a stretch"),
    ],
)
def test_required_amounts(quantity: Quantity, amounts: tuple[float, float] | None, text: str) -> None:
    assert range_text(quantity, amounts) == text


def test_exact_amounts_carry_their_error() -> None:
    assert amount_text(Quantity.FORCE_N, 8.1, 2.0) == "8.1 ± 2 N"
    assert amount_text(Quantity.FORCE_N, 0.0, 0.001) == "0 N"
    assert amount_text(Quantity.BOUT_H, 0.3) == "18 min at a stretch"
    assert amount_text(Quantity.PERMITTED, 0.0) == "not permitted"


def test_a_ratio_that_is_open_upwards_reads_as_on_the_page() -> None:
    task, *others = sample_match().tasks
    (gap,) = task.gaps
    comparison = replace(gap.comparisons[0], available=0.0, available_high=34.3, ratio=(1.714, 205711.57))
    wide = replace(task, gaps=(replace(gap, comparisons=(comparison,)),))
    match = JobMatch((wide, *others), TaskVerdict.CANNOT_SAY, ())
    row = match_tasks(match, Marks(()))[0]["gaps"][0]
    assert row[3] == "0 to 34.3 h/day"
    assert row[4] == "1.71 or more"
    assert percent_words(demand_bars(match)[0]) == "171 % or more"


def test_every_verdict_of_the_match_is_shown_by_sign_and_word() -> None:
    text = text_of(clinician_pdf(sample_record(), TODAY))
    for task in sample_match().tasks:
        assert f"{task.verdict.sign} {task.verdict.label}" in text


def test_the_patient_reads_large_type() -> None:
    for number, page in enumerate(PdfReader(io.BytesIO(patient_pdf(sample_patient_document(), TODAY))).pages):
        sizes = sizes_of_type(page)
        assert sum(sizes.values()) > 200
        small = {size for size, count in sizes.items() if count and size < 14}
        assert small <= ({11.9} if number == 0 else set()), "only the clinic's address is smaller"


def test_the_patient_learns_hours_limits_and_what_to_do_when_it_hurts() -> None:
    document = sample_patient_document()
    text = text_of(patient_pdf(document, TODAY))
    for step in document.traffic_light.steps:
        assert step.light in text
        assert step.what_to_do in text
    assert document.traffic_light.caveat in text
    assert all(sign in text for sign in document.traffic_light.stop)
    assert all(exercise.how in text for exercise in document.exercises)
    assert "Lifting, right hand: at most 2 kg (4 lb)" in text
    assert "Mon/Wed/Fri 2 h" in text
    assert "Wait for the review before you work these hours" in text
    assert document.copy.contact.phone.text in text


def test_the_patient_learns_what_is_not_to_be_done_and_what_changes_at_work() -> None:
    document = sample_patient_document()
    shut = ClosedTask(EmployersOwnWords("Hammering"), None, None, REVIEW)
    text = text_of(patient_pdf(replace(document, copy=replace(document.copy, closed=(shut,))), TODAY))
    assert "Not to be done for now • Hammering (to be reviewed on Wed 16 Dec 2026)" in text
    for change in document.copy.accommodations:
        assert change.what.text.removesuffix(".") in text
        assert f"{change.owner.label}, in place by" in text


def test_the_patient_learns_which_hours_wait_for_a_change() -> None:
    document = sample_patient_document()
    task = document.copy.weeks[0].days[0].tasks[0].task
    pending = replace(
        document.copy.accommodations[0], relied_on_by=(task,), due=None, progress=Progress.PROPOSED
    )
    told = replace(document, copy=replace(document.copy, accommodations=(pending,)))
    text = text_of(patient_pdf(told, TODAY))
    assert f"Task: {task.text}, from" in text
    assert "only with this change in place" in text
    assert "(first hours): proposed" in text


@pytest.mark.parametrize("weeks", [4, 8, 12, 16])
def test_no_page_of_the_patient_holds_a_line_or_two(weeks: int) -> None:
    reader = PdfReader(io.BytesIO(patient_pdf(sample_patient_document(weeks), TODAY)))
    assert len(reader.pages[-1].extract_text().split("\n")) > 8


def test_without_rule_and_exercises_the_patient_still_gets_the_plan() -> None:
    bare = replace(sample_patient_document(), traffic_light=None, exercises=())
    text = text_of(patient_pdf(bare, TODAY))
    assert "When it hurts" not in text
    assert "Your exercises" not in text
    assert "Your hours" in text


def test_both_are_tagged_and_repeat_byte_for_byte() -> None:
    for make, document in ((clinician_pdf, sample_record()), (patient_pdf, sample_patient_document())):
        pdf = make(document, TODAY)
        root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
        assert root["/Lang"] == "en"
        assert root["/StructTreeRoot"]
        assert pdf == make(document, TODAY)


def test_hours_nobody_stated_stand_in_the_clinicians_record_as_assumed() -> None:
    record = sample_record()
    words = "No hours are stated for Filing: planned at 2 h a day."
    plan = replace(record.version.plan, assumptions=(words,))
    assumed = replace(record, version=replace(record.version, plan=plan))
    assert f"Assumed: {words}" in text_of(clinician_pdf(assumed, TODAY))
    assert "Assumed:" not in text_of(clinician_pdf(record, TODAY))


def test_a_looser_limit_that_a_stricter_one_replaces_is_named_with_its_figure() -> None:
    document = sample_record()
    plan, (_, surgeon) = document.version.plan, document.capacity.limits
    stricter = replace(
        plan.restrictions[0], value=1.0, origin=f"set by hand, stricter than: {surgeon.origin}"
    )
    version = replace(document.version, plan=replace(plan, restrictions=(stricter,)))
    text = text_of(clinician_pdf(replace(document, version=version), TODAY))
    assert f"stricter than: {surgeon.origin} (2.7 kg)" in text


def test_a_limit_that_waits_for_the_review_reads_so_and_a_date_of_its_own_stays() -> None:
    document = sample_record()
    plan = document.version.plan
    waits, own = replace(plan.restrictions[0], until=REVIEW), plan.restrictions[1]
    assert own.until is not None
    version = replace(document.version, plan=replace(plan, restrictions=(waits, own)))
    text = text_of(clinician_pdf(replace(document, version=version), TODAY))
    assert "Until reviewed (planned Wed 16 Dec 2026)" in text
    assert day_text(own.until) in text
    assert LATE_REVIEW in text


def test_a_figure_given_with_a_change_stands_beside_its_sentence() -> None:
    document = sample_record()
    plan = document.version.plan
    given = replace(plan.accommodations[0], figure=GivenLimit(Quantity.EFFORTS_PER_MINUTE, 6.0))
    version = replace(document.version, plan=replace(plan, accommodations=(given,)))
    text = text_of(clinician_pdf(replace(document, version=version), TODAY))
    assert f"{given.employer_text} Given: 6 /min." in text


def test_a_change_for_the_whole_job_ends_in_one_full_stop() -> None:
    document = sample_patient_document()
    change = replace(document.copy.accommodations[0], tasks=())
    text = text_of(
        patient_pdf(replace(document, copy=replace(document.copy, accommodations=(change,))), TODAY)
    )
    assert f"{change.what.text} {change.owner.label}, in place by" in text
    assert ".." not in text
