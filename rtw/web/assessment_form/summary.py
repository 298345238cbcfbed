"""A visit to be read: one line for each measure, both hands beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure, StatedLimit, Tolerance
from rtw.domain.assessment.findings import HandFindings, MotionFinding, MuscleGrade
from rtw.domain.assessment.part_keys import (
    bout_part,
    day_part,
    difficulty_part,
    keys_of_item,
    limit_part,
    load_part,
    motion_part,
    touch_part,
    two_point_part,
)
from rtw.domain.capacity import Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials
from rtw.web.assessment_form.limit_rows import LimitUnit, unit_of
from rtw.web.assessment_form.muscle_grade import grade_in_words
from rtw.web.assessment_form.typed import shown
from rtw.web.wording import short_day

TOUCH_WORDS = {
    Sensation.NORMAL: "normal",
    Sensation.DIMINISHED_LIGHT_TOUCH: "diminished light touch",
    Sensation.DIMINISHED_PROTECTIVE: "diminished protective",
    Sensation.LOSS_OF_PROTECTIVE: "loss of protective",
    Sensation.DEEP_PRESSURE_ONLY: "deep pressure only",
    Sensation.UNTESTABLE: "untestable",
}
WOUND_WORDS = {
    Wound.NONE: "no wound",
    Wound.OPEN: "open wound",
    Wound.SUTURES: "closed, sutures in",
    Wound.CLOSED: "closed",
}


@dataclass(frozen=True, slots=True)
class HandLine:
    """One measure of both hands; empty where not taken."""

    label: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One thing that concerns the whole person."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A visit to be read; lines nothing was entered for are left out."""

    hands: tuple[HandLine, ...]
    person: tuple[PersonLine, ...]


def summary_of(visit: Assessment) -> Summary:
    """Write a visit as lines."""
    lines = (_hand_line(measure, visit) for measure in Measure)
    hands = tuple(line for line in lines if line.left or line.right)
    return Summary(hands, tuple(line for line in _person_lines(visit) if line.words))


def _hand_line(measure: Measure, visit: Assessment) -> HandLine:
    left, right = (_hand_words(measure, visit, side) for side in (Side.LEFT, Side.RIGHT))
    return HandLine(measure.label, left, right)


def _hand_words(measure: Measure, visit: Assessment, side: Side) -> str:
    found = [part for part in _parts(measure, visit.hand(side)) if part.words]
    mark = visit.carried(measure, side)
    if mark is not None:
        return _taken("; ".join(part.words for part in found), mark)
    return "; ".join(_taken(part.words, visit.carried(measure, side, part.key)) for part in found)


def _taken(words: str, mark: CarriedOver | None) -> str:
    """Add the day of what was copied from an earlier visit."""
    return f"{words} (taken {short_day(mark.measured_on)})" if words and mark else words


@dataclass(frozen=True, slots=True)
class _Part:
    """One finding in words, and the key its day is kept by."""

    key: str | None
    words: str


def _parts(measure: Measure, hand: HandFindings) -> Iterator[_Part]:
    match measure:
        case Measure.GRIP:
            for place, grip in enumerate(hand.grip):
                (key,) = keys_of_item(grip, place)
                yield _Part(key, _grip(grip.trials, grip.rung))
        case Measure.TIP_PINCH | Measure.KEY_PINCH | Measure.PALMAR_PINCH:
            yield _Part(None, _trials(hand.trials(DemandKind(measure.value))))
        case Measure.NINE_HOLE_PEG:
            yield _Part(None, _amount(hand.nine_hole_peg_s, " s"))
        case Measure.BOX_AND_BLOCK:
            yield _Part(None, _amount(hand.box_and_block, " blocks in 60 s"))
        case Measure.MOTION:
            yield from (
                _Part(motion_part(found.motion, found.digit), _motion(found)) for found in hand.motion
            )
        case Measure.SENSATION:
            yield from _sensation(hand)
        case _:
            yield from _other_parts(measure, hand)


def _other_parts(measure: Measure, hand: HandFindings) -> Iterator[_Part]:
    match measure:
        case Measure.MUSCLE_POWER:
            yield _Part("thumb_abductor_mrc", _power("thumb abductor", hand.thumb_abductor_mrc))
            yield _Part("first_interosseous_mrc", _power("first interosseous", hand.first_interosseous_mrc))
        case Measure.SWELLING:
            yield _Part("swelling", hand.swelling.label.lower() if hand.swelling else "")
            yield _Part("wrist_circumference_cm", _amount(hand.wrist_circumference_cm, " cm", "wrist "))
        case Measure.WOUND:
            yield _Part(None, WOUND_WORDS[hand.wound] if hand.wound else "")
        case Measure.TENDERNESS:
            yield _Part("scar_tenderness", _amount(hand.scar_tenderness, " of 10", "scar "))
            yield _Part("pillar_tenderness", _amount(hand.pillar_tenderness, " of 10", "pillar "))
        case Measure.UNAFFECTED:
            yield _Part(None, "unaffected, by the therapist's word" if hand.unaffected else "")
        case _:
            return


def _motion(found: MotionFinding) -> str:
    name = f"{found.digit.label} {found.motion.label}" if found.digit else found.motion.label
    return f"{name[0].lower()}{name[1:]} {found.degrees:g}°"


def _sensation(hand: HandFindings) -> Iterator[_Part]:
    for zone in hand.sensation:
        felt = TOUCH_WORDS[zone.grade] if zone.grade is not None else shown(zone.monofilament, 2)
        name, points = zone.zone.label.lower(), shown(zone.two_point_mm)
        yield _Part(touch_part(zone.zone), f"{name} {felt}" if felt else "")
        yield _Part(two_point_part(zone.zone), f"{name} two points {points} mm" if points else "")


def _grip(trials: Trials, rung: int | None) -> str:
    words = _trials(trials)
    return f"{words} at rung {rung}" if words and rung else words


def _trials(trials: Trials | None) -> str:
    if trials is None or not trials.entered:
        return ""
    mean = (trials.mean_n or 0.0) / trials.unit.newtons
    each = " / ".join(shown(value, 2) for value in trials.entered)
    return f"{each} {trials.unit.value} (mean {shown(mean)})"


def _power(muscle: str, grade: MuscleGrade | int | None) -> str:
    return "" if grade is None else f"{muscle} MRC {grade_in_words(grade)}"


def _amount(value: float | None, unit: str, before: str = "") -> str:
    return "" if value is None else f"{before}{shown(value)}{unit}"


def _nights(value: float | None) -> str:
    return _amount(value, " night a week" if value == 1 else " nights a week")


def _person_lines(visit: Assessment) -> Iterator[PersonLine]:
    yield PersonLine("Pain at rest", _amount(visit.pain_rest, " of 10"))
    yield PersonLine("Pain at work", _amount(visit.pain_work, " of 10"))
    yield PersonLine("Woken at night", _nights(visit.night_waking_per_week))
    for entry in visit.tolerances:
        yield PersonLine(f"Tolerates {_place(entry.kind, entry.side)}", _minutes(entry, visit))
    for load in visit.safe_loads:
        mark = visit.carried(Measure.SAFE_LOADS, None, load_part(load.kind, load.side))
        amount = _amount(load.entered, f" {load.unit.value}")
        yield PersonLine(f"Safe: {_place(load.kind, load.side)}", _taken(amount, mark))
    for felt in visit.difficulties:
        where = f" in {felt.task}" if felt.task else ""
        label = f"Difficulty: {_place(felt.kind, felt.side)}{where}"
        mark = visit.carried(Measure.DIFFICULTY, None, difficulty_part(felt))
        yield PersonLine(label, _taken(_amount(felt.difficulty, " of 10"), mark))
    yield from _limit_lines("Your limit", visit, Measure.THERAPIST_LIMITS, visit.therapist_limits)
    restrictions = visit.surgeon_restrictions
    yield from _limit_lines("Surgeon's restriction", visit, Measure.SURGEON_RESTRICTIONS, restrictions)
    yield PersonLine("Notes", visit.notes or "")


def _minutes(entry: Tolerance, visit: Assessment) -> str:
    """Write tolerated minutes; both of one day carry it once."""
    parts = [(bout_part, _amount(entry.bout_min, " min at a stretch"))]
    parts.append((day_part, _amount(entry.day_min, " min a day")))
    told = [
        (words, visit.carried(Measure.TOLERANCES, None, part(entry.kind, entry.side)))
        for part, words in parts
        if words
    ]
    if len({mark for _, mark in told}) == 1:
        return _taken(", ".join(words for words, _ in told), told[0][1])
    return ", ".join(_taken(words, mark) for words, mark in told)


def _limit_lines(
    label: str, visit: Assessment, measure: Measure, limits: tuple[StatedLimit, ...]
) -> Iterator[PersonLine]:
    for limit in limits:
        mark = visit.carried(measure, None, limit_part(limit))
        said = f" (said {short_day(mark.measured_on)})" if mark else ""
        yield PersonLine(label, f"{limit_words(limit)}{said}")


def _place(kind: DemandKind, side: Side | None) -> str:
    return kind.label.lower() if side is None else f"{kind.label.lower()}, {side.label.lower()}"


def _counted(amount: str, unit: LimitUnit) -> str:
    """Write an amount with its unit, in the singular for one: `1 hour a day`."""
    words = unit.one if amount == "1" and unit.one else unit.words
    return f"{amount} {words}"


def limit_words(limit: StatedLimit) -> str:
    """Write a limit as a sentence without its full stop."""
    _, unit = unit_of(limit)
    where = f"{limit.kind.label}, {limit.side.label.lower() if limit.side else 'both hands'}"
    amount = (
        unit.words
        if unit.fixed is not None
        else f"at most {_counted(shown(limit.value / unit.factor, 2), unit)}"
    )
    since = f" from {short_day(limit.since)}" if limit.since else ""
    until = f" until {short_day(limit.until)}" if limit.until else ""
    reason = f" ({limit.reason})" if limit.reason else ""
    return f"{where}: {amount}{since}{until}{reason}"
