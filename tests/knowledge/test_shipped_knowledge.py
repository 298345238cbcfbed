"""What ships: every figure has a source that exists, and the figures are those of the literature."""

import shutil
from pathlib import Path

import pytest
import yaml

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import Setting
from rtw.domain.assessment.operation import Procedure
from rtw.domain.exposure.mae import mae
from rtw.domain.figure import Figure, Verified
from rtw.domain.measurement_property import IMPORTANT
from rtw.domain.recovery.growth import cautious_share
from rtw.domain.schedule.settings import BREAKS, START_SHARE
from rtw.knowledge.folder import data_files, version_of
from rtw.knowledge.for_domain import (
    break_rule,
    capacity_coefficients,
    mae_coefficients,
    match_coefficients,
    measurement_error,
    recovery_bands,
    strength_gate,
)
from rtw.knowledge.load import SHIPPED, knowledge, records


def sources_named() -> list[str]:
    """The source of every record there is, wherever it stands."""
    sources = (getattr(record, "source", None) for record in records(knowledge()))
    return [source for source in sources if isinstance(source, str)]


def test_every_record_with_a_source_names_one_that_exists() -> None:
    named = sources_named()
    assert len(named) > 600
    assert set(named) <= {source.id for source in knowledge().sources}


def test_no_source_stands_unused() -> None:
    assert {source.id for source in knowledge().sources} - set(sources_named()) == set()


def test_every_figure_says_how_well_it_is_known() -> None:
    figures = [record for record in records(knowledge()) if isinstance(record, Figure)]
    assert len(figures) > 25
    assert all(figure.unit and figure.meaning and figure.population for figure in figures)
    assert {figure.verified for figure in figures} == set(Verified)


def test_licensed_tables_are_not_embedded() -> None:
    for path in SHIPPED.rglob("*"):
        if path.suffix in (".yaml", ".csv"):
            text = path.read_text("utf-8").lower()
            assert "mdguidelines" not in text
            assert "official disability guidelines" not in text


def test_acceptable_effort_has_the_anchors_computed_from_its_coefficients() -> None:
    coefficients = mae_coefficients(knowledge())
    anchors = {0.01: 0.669, 0.05: 0.513, 0.10: 0.425, 0.25: 0.283, 0.50: 0.153, 0.75: 0.067, 0.90: 0.025}
    for duty_cycle, share in anchors.items():
        assert mae(duty_cycle, coefficients) == pytest.approx(share, abs=6e-4)
    assert mae(1 / 28800, coefficients) == 1.0
    assert knowledge().mae.offset.verified is Verified.NO
    assert knowledge().mae.exponent.verified is Verified.SECONDARY


@pytest.mark.parametrize(
    ("procedure", "weeks"),
    [
        (Procedure.OPEN_CARPAL_TUNNEL_RELEASE, 6),
        (Procedure.ENDOSCOPIC_CARPAL_TUNNEL_RELEASE, 6),
        (Procedure.CUBITAL_TUNNEL_IN_SITU, 8),
        (Procedure.ULNAR_SUBMUSCULAR_TRANSPOSITION, 6),
        (Procedure.RADIAL_TUNNEL_RELEASE, 3),
        (Procedure.DIGITAL_NERVE_REPAIR, 8),
        (Procedure.CONSERVATIVE, 0),
    ],
)
def test_the_later_of_disagreeing_protocols_holds(procedure: Procedure, weeks: float) -> None:
    gate = strength_gate(knowledge(), procedure)
    assert gate is not None
    assert gate.weeks == weeks


def test_without_a_published_week_no_rule_opens_a_strength_test() -> None:
    ruled = {rule.procedure for rule in capacity_coefficients(knowledge()).strength_tests}
    assert ruled.isdisjoint({Procedure.ULNAR_SUBCUTANEOUS_TRANSPOSITION, Procedure.GUYON_CANAL_RELEASE})


def test_disagreeing_protocols_are_both_kept() -> None:
    weeks = {
        g.weeks for g in knowledge().strength_gates.rows if g.procedure is Procedure.CUBITAL_TUNNEL_IN_SITU
    }
    assert weeks == {2, 8}


def test_grip_error_is_the_larger_end_of_the_published_range() -> None:
    (grip,) = [
        e for e in capacity_coefficients(knowledge()).strength_errors if e.kind is DemandKind.POWER_GRIP
    ]
    assert grip.error_n == pytest.approx(6.5 * 9.80665)
    row = measurement_error(knowledge(), "grip")
    assert row is not None
    assert (row.low, row.high, row.unit) == (5.0, 6.5, "kg")


def test_vibration_values_are_those_of_the_directive() -> None:
    limits = match_coefficients(knowledge()).vibration
    assert (limits.action_m_s2, limits.limit_m_s2, limits.source) == (2.5, 5.0, "directive_2002_44")


def test_what_may_be_accommodated_depends_on_place_and_person() -> None:
    anywhere = match_coefficients(knowledge()).accommodated
    assert {DemandKind.LIFTING, DemandKind.CARRYING, DemandKind.WRIST_DEVIATION} <= anywhere
    assert DemandKind.COLD not in anywhere
    assert DemandKind.COLD in match_coefficients(knowledge(), {Setting.COLD}).accommodated
    # Nothing is known to lower these by a size anyone has measured.
    assert anywhere.isdisjoint({DemandKind.POWER_GRIP, DemandKind.MOUSING, DemandKind.TIP_PINCH})


def test_the_schedule_starts_from_the_published_figures() -> None:
    assert break_rule(knowledge()) == BREAKS
    (trial,) = [rule for rule in knowledge().monitoring if rule.id == "half_hours_trial"]
    assert START_SHARE.value in [figure.value for figure in trial.figures]
    assert START_SHARE.ground.source == trial.source


def test_sources_named_in_code_exist() -> None:
    named = {BREAKS.source, START_SHARE.ground.source}
    assert all(source and knowledge().source(source) for source in named)


def test_important_differences_of_pain_are_not_called_its_error() -> None:
    """Four methods gave 2.0 to 2.8, one of them a detectable change: which one was not read."""
    assert measurement_error(knowledge(), "pain") is None
    rows = [r for r in knowledge().measurement.rows if (r.measure, r.low, r.high) == ("pain", 2.0, 2.8)]
    assert [(row.statistic, row.unit) for row in rows] == [(IMPORTANT, "points (0-10)")]


def test_touch_grades_hold_every_filament_once() -> None:
    bands = capacity_coefficients(knowledge()).monofilaments
    for filament in knowledge().filaments.rows:
        assert len([b for b in bands if b.low <= filament.size <= b.high]) == 1


def test_grip_recovers_within_the_published_band() -> None:
    wanted = (Procedure.OPEN_CARPAL_TUNNEL_RELEASE, DemandKind.POWER_GRIP)
    (band,) = [each for each in recovery_bands(knowledge()) if (each.procedure, each.kind) == wanted]
    assert [(p.week, p.lower, p.upper) for p in band.points][:2] == [(6, 0.63, 0.88), (13, 1.0, 1.09)]
    assert 1.0 < cautious_share(band, 6, 13).share < 1.3


def test_bands_only_widen_downwards_for_good_reason() -> None:
    for band in recovery_bands(knowledge()):
        lows, highs = [p.lower for p in band.points], [p.upper for p in band.points]
        assert lows == sorted(lows)
        assert highs == sorted(highs)
        assert all(low <= high for low, high in zip(lows, highs, strict=True))


def test_no_point_of_a_band_rests_on_unread_figures_alone() -> None:
    weeks = {point.week for band in recovery_bands(knowledge()) for point in band.points}
    assert 3 not in weeks


def test_no_band_is_made_where_nothing_is_published() -> None:
    procedures = {band.procedure for band in recovery_bands(knowledge())}
    assert Procedure.RADIAL_TUNNEL_RELEASE not in procedures
    assert Procedure.DIGITAL_NERVE_REPAIR not in procedures


def test_norms_are_for_both_sexes_and_hands_of_each_age() -> None:
    for table in knowledge().norms:
        cells = [(row.sex, row.hand, row.age_from) for row in table.rows]
        assert len(cells) == len(set(cells)), table.name
        assert {row.sex.value for row in table.rows} == {"female", "male"}, table.name


def test_the_version_follows_the_data_and_nothing_else(tmp_path: Path) -> None:
    copy = tmp_path / "k"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    assert version_of(copy) == knowledge().version
    sources = copy / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + "# a remark\n", "utf-8")
    assert version_of(copy) != knowledge().version


def _content(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return [(key.value, _content(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_content(item) for item in node.value]
    return getattr(node, "value", None)


@pytest.mark.parametrize("name", [name for name in data_files(SHIPPED) if name.endswith(".yaml")])
def test_a_file_reads_the_same_with_and_without_the_fast_reader(name: str) -> None:
    """PyYAML may be built without its C part; that part also takes what the other one refuses."""
    text = (SHIPPED / name).read_text("utf-8")
    fast, plain = getattr(yaml, "CBaseLoader", yaml.BaseLoader), yaml.BaseLoader
    assert _content(yaml.compose(text, Loader=fast)) == _content(yaml.compose(text, Loader=plain))
