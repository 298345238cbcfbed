"""Looking evidence up: nothing of the knowledge base is missing, and every line leads to its source."""

from dataclasses import fields, is_dataclass

import pytest

from rtw.domain.accommodation.values import Outcome
from rtw.domain.figure import Figure, Verified
from rtw.domain.published import Constants, Lookup
from rtw.domain.recovery.assumption import StatedAssumption, StatedConfidence
from rtw.domain.scores.definition import ItemScale, MissingRule
from rtw.knowledge.load import knowledge, records
from rtw.knowledge.table import Table, TableInfo
from rtw.knowledge.types.coefficients import FeelingGate, MonitoringRule, SkinGate
from rtw.knowledge.types.rehabilitation import Dose, ExerciseStart
from rtw.services.actor import Actor
from rtw.services.evidence import lookup
from rtw.services.evidence.groups import groups
from rtw.services.evidence.line import Group, Line, Matter, ranged, words
from rtw.services.evidence.of_rows import line_of
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.store.people import Role

THERAPIST = Actor(1, "Anna", Role.THERAPIST, 1)
EMPLOYER = Actor(2, "Ben", Role.EMPLOYER, 1)
KEYS = [group.key for group in groups()]


def _said() -> list[object]:
    """Everything in the knowledge base that states something with a source."""
    kinds = (
        *(Figure, Constants, Lookup, Outcome, MonitoringRule, FeelingGate, SkinGate),
        *(ItemScale, MissingRule, Dose, ExerciseStart, StatedAssumption, StatedConfidence),
    )
    stated = [record for record in records(knowledge()) if isinstance(record, kinds)]
    rows = [row for record in records(knowledge()) if isinstance(record, Table) for row in record.rows]
    return [*stated, *rows]


def test_everything_known_stands_in_exactly_one_group() -> None:
    assert sum(len(group.lines) for group in groups()) == len(_said())
    assert len(set(KEYS)) == len(KEYS)


def test_marks_are_those_of_the_knowledge() -> None:
    by_mark = {mark: sum(each.verified is mark for each in _said()) for mark in Verified}  # type: ignore[attr-defined]
    assert dict(lookup.overview(THERAPIST).by_mark) == by_mark


@pytest.mark.parametrize("group", groups(), ids=KEYS)
def test_every_line_reads_and_names_a_known_source(group: Group) -> None:
    assert group.lines
    assert group.title
    for line in group.lines:
        assert line.subject
        assert line.value not in ("", "–"), line
        assert "_" not in line.subject
        assert "None" not in f"{line.subject} {line.value} {line.population}", line
        assert knowledge().source(line.source) is not None


def test_a_new_kind_of_row_must_be_given_words() -> None:
    with pytest.raises(TypeError, match="object"):
        line_of(object(), TableInfo("", ""))


def test_sources_that_differ_stand_side_by_side() -> None:
    motion = lookup.group_page(THERAPIST, "motion", differing=True)
    assert motion.matters
    for matter in motion.matters:
        assert len({line.source for line in matter.lines}) > 1
        assert len({line.value for line in matter.lines}) > 1


def test_norms_cut_by_other_ages_stand_side_by_side() -> None:
    pegs = lookup.group_page(THERAPIST, "norm-nine-hole-peg", "female left")
    assert any(len({line.source for line in matter.lines}) == 2 for matter in pegs.matters)


def test_findings_in_words_do_not_count_as_disagreement() -> None:
    assert lookup.group_page(THERAPIST, "not-recommended", differing=True).lines == ()


def _line(value: str, source: str) -> Line:
    return Line("Grip", value, "kg", "", source, Verified.YES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "differs"),
    [
        ((_line("1", "a"), _line("2", "b")), True),
        ((_line("1", "a"), _line("1", "b")), False),
        ((_line("1", "a"), _line("2", "a")), False),
        ((_line("1", "a"),), False),
    ],
)
def test_only_two_sources_can_disagree(lines: tuple[Line, ...], differs: bool) -> None:
    assert Matter("Grip", lines).differs is differs


def test_words_narrow_figures_and_sources() -> None:
    found = lookup.overview(THERAPIST, "Mathiowetz key")
    assert {group.key for group in found.groups} == {"norm-key-pinch"}
    assert all(line.source == "mathiowetz_1985" for group in found.groups for line in group.lines)
    assert lookup.overview(THERAPIST, "no such word anywhere").groups == ()


def test_a_source_lists_all_that_rests_on_it() -> None:
    page = lookup.source_page(THERAPIST, "schmid_2015")
    assert "vertical_mouse_for_pressure" in {advice.id for advice in page.advice}
    for entry in page.accommodations:
        assert "schmid_2015" in entry.sources
    assert all(line.source == "schmid_2015" for group in page.groups for line in group.lines)


def test_what_rests_on_all_sources_together_is_everything() -> None:
    pages = [lookup.source_page(THERAPIST, source.id) for source in knowledge().sources]
    assert sum(len(group.lines) for page in pages for group in page.groups) == len(_said())


def test_sources_are_found_by_author_and_number() -> None:
    everything = lookup.sources(THERAPIST)
    assert len(everything) == len(knowledge().sources)
    with_doi = next(source for source in everything if source.doi)
    assert with_doi.doi is not None
    assert with_doi in lookup.sources(THERAPIST, with_doi.doi.upper())


def test_what_is_unknown_is_not_found_and_strangers_stay_out() -> None:
    with pytest.raises(NotFoundError):
        lookup.group_page(THERAPIST, "nothing")
    with pytest.raises(NotFoundError):
        lookup.source_page(THERAPIST, "nothing")
    for look in (lookup.overview, lookup.sources):
        with pytest.raises(NotAllowedError):
            look(EMPLOYER)


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [(None, None, "–"), (1, None, "from 1"), (None, 2.5, "up to 2.5"), (3, 3, "3"), (3, 4, "3 to 4")],
)
def test_ranges_say_when_an_end_is_open(low: float | None, high: float | None, written: str) -> None:
    assert ranged(low, high) == written


def test_words_are_joined_for_people() -> None:
    assert words("power_grip", None, "week 6") == "Power grip, week 6"


def test_no_line_holds_a_value_object() -> None:
    for group in groups():
        for line in group.lines:
            held = (getattr(line, field.name) for field in fields(line))
            assert not any(is_dataclass(value) for value in held)
