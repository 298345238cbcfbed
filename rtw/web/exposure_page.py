"""What the exposure page shows: the whole job per hand, then task by task, each figure with its panel."""

from collections.abc import Iterator
from dataclasses import dataclass

from rtw.domain.gap import Missing
from rtw.domain.job_exposure.effort import WRIST_ASKED
from rtw.domain.job_exposure.job import Span
from rtw.domain.job_exposure.lifts import LiftExposure
from rtw.domain.job_exposure.unfed import UNFED
from rtw.domain.matching.lacking import dominance
from rtw.domain.why import Why
from rtw.knowledge.load import knowledge
from rtw.services.exposure.case_panels import HandPanels, TaskPanels, hand_panels, task_panels
from rtw.services.exposure.models import listed
from rtw.services.exposure.of_case import CaseExposure
from rtw.services.exposure.panels.lift import lift_panel
from rtw.services.exposure.panels.words import against


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is missing in words, by the page it is entered on."""

    in_sheet: tuple[str, ...]
    in_visit: tuple[str, ...]
    of_person: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.in_sheet or self.in_visit or self.of_person)


@dataclass(frozen=True, slots=True)
class HandCard:
    """The whole job on one hand: its panels, where it lies against the thresholds, what is missing."""

    panels: HandPanels
    thresholds: tuple[str, ...]
    missing: Lacking


@dataclass(frozen=True, slots=True)
class LiftRow:
    """One lift. `open_points` is what is missing, or why the equation does not apply."""

    task: str
    index: Why
    open_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExposurePage:
    """Everything the page shows. `unfed`: models no demand sheet can feed, as name, title, what they need."""

    hands: tuple[HandCard, ...]
    tasks: tuple[TaskPanels, ...]
    no_norm: str | None
    lifts: tuple[LiftRow, ...]
    unfed: tuple[tuple[str, str, str], ...]


def exposure_page(found: CaseExposure) -> ExposurePage:
    """Turn a case's exposure into what its page shows."""
    hands = (hand_panels(found, each) for each in found.exposure.hands)
    return ExposurePage(
        hands=tuple(HandCard(p, tuple(_against(p.hand.cusi)), _lacking(p.hand.missing)) for p in hands),
        tasks=tuple(task_panels(found, each) for each in found.exposure.tasks),
        no_norm=found.no_norm,
        lifts=tuple(_lift(each) for each in found.lifts),
        unfed=tuple(_unfed()),
    )


def _against(span: Span | None) -> Iterator[str]:
    """Hold the index against both quoted thresholds, in words: above, not above, or cannot say."""
    c = knowledge().rsi
    for figure in (c.threshold, c.threshold_alternative):
        yield f"Threshold {figure.value:g}, {figure.verified.label}: {against(span, figure.value)}"


def _lacking(missing: tuple[Missing, ...]) -> Lacking:
    sheet = tuple(each for each in missing if each.is_employers)
    person = tuple(each for each in missing if each == dominance())
    visit = tuple(each for each in missing if each not in sheet and each not in person)
    return Lacking(tuple(_asked(sheet)), tuple(_asked(visit)), tuple(_asked(person)))


def _asked(missing: tuple[Missing, ...]) -> Iterator[str]:
    """Put what is missing in words; the wrist's posture once, with all its tasks."""
    tasks = [f"“{each.task}”" for each in missing if each.what.startswith(WRIST_ASKED)]
    if tasks:
        yield f"{WRIST_ASKED}, in {', '.join(tasks)}."
    yield from (each.what for each in missing if not each.what.startswith(WRIST_ASKED))


def _lift(each: LiftExposure) -> LiftRow:
    open_points = (*each.missing, *((each.refused,) if each.refused else ()))
    return LiftRow(each.asked.task.name, lift_panel(each, knowledge().rnle), open_points)


def _unfed() -> Iterator[tuple[str, str, str]]:
    for each in UNFED:
        found = listed(each.model)
        if found is not None:
            yield each.model, found.model.title, each.needs
