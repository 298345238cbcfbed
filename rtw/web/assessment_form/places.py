"""Where an entry that cannot be stands in the form: the name of its field."""

from collections.abc import Mapping
from typing import Final

from rtw.domain.assessment.off_scale import OffScale
from rtw.web.assessment_form.visit_texts import DifficultyRow

_PERSON: Final = {"night_waking_per_week": "night_waking"}
_HAND: Final = {
    "nine_hole_peg_s": "peg",
    "box_and_block": "blocks",
    "wrist_circumference_cm": "circumference",
    "thumb_abductor_mrc": "abductor",
    "first_interosseous_mrc": "interosseous",
    "scar_tenderness": "scar",
    "pillar_tenderness": "pillar",
}
_HANDS: Final = ("left", "right")


def off_scale_errors(
    found: tuple[OffScale, ...], texts: Mapping[str, str], rows: tuple[DifficultyRow, ...]
) -> dict[str, str]:
    """Give the words of each entry that cannot be, by the name of its field."""
    told = ((each.place, f"{each.problem.message} {each.problem.advice}") for each in found)
    return {field_of(place, texts, rows): words for place, words in told}


def field_of(place: tuple[str, ...], texts: Mapping[str, str], rows: tuple[DifficultyRow, ...]) -> str:
    """Name the field of a place; `texts` tell which trial was left empty, `rows` what is asked about."""
    if place[0] in _HANDS:
        return f"{place[0]}-{_of_hand(place[1:], place[0], texts)}"
    if place[0] == "difficulty":
        names = [(row.kind.value, row.side.value if row.side else "", row.task or "") for row in rows]
        return f"difficulty-{names.index((place[1], place[2], place[3]))}"
    return "-".join((_PERSON.get(place[0], place[0]), *place[1:]))


def _of_hand(place: tuple[str, ...], side: str, texts: Mapping[str, str]) -> str:
    measure = place[0]
    if measure == "motion":
        return f"motion-{'.'.join(place[1:])}"
    if measure == "grip":
        return _of_grip(place[1:], side, texts)
    if measure.endswith("_pinch"):
        return f"{measure}-{_trial(f'{side}-{measure}', int(place[1]), texts)}"
    return "-".join((_HAND.get(measure, measure), *place[1:]))


def _of_grip(place: tuple[str, ...], side: str, texts: Mapping[str, str]) -> str:
    """Name a field of the trials, which stand first, or of the curve, in ascending rungs."""
    number, part = int(place[0]), place[1]
    if part == "rung":
        return "grip-rung"
    if number == 0:
        return f"grip-{_trial(f'{side}-grip', int(part), texts)}"
    filled = [rung for rung in range(1, 6) if texts.get(f"{side}-rung-{rung}", "").strip()]
    return f"rung-{filled[number - 1]}" if number <= len(filled) else "grip-1"


def _trial(prefix: str, entered: int, texts: Mapping[str, str]) -> int:
    """Find the field of a trial; empty fields before it do not count."""
    filled = [n for n in range(1, 4) if texts.get(f"{prefix}-{n}", "").strip()]
    return filled[entered] if entered < len(filled) else entered + 1
