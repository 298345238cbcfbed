"""The why panels of a case's exposure, hand by hand and task by task: on the page and in print."""

from dataclasses import dataclass

from rtw.domain.job_exposure.activity import activity_zone
from rtw.domain.job_exposure.healthy import AgainstHealthy
from rtw.domain.job_exposure.job import EffortExposure, HandExposure, TaskExposure
from rtw.domain.why import Input, Origin, Why
from rtw.knowledge.load import knowledge
from rtw.services.exposure.of_case import CaseExposure, HealthyStrength
from rtw.services.exposure.panels.effort import effort_panel, share_panel
from rtw.services.exposure.panels.hand import chance_panel, damage_panel, hand_panel, vibration_panel
from rtw.services.exposure.panels.healthy import healthy_panel, norm_coefficient
from rtw.services.exposure.panels.lift import lift_panel
from rtw.services.exposure.panels.task import activity_panel, task_panel, zone_panel
from rtw.services.exposure.panels.words import span_words


@dataclass(frozen=True, slots=True)
class HandPanels:
    """The whole job on one hand; None where there is no norm, or no vibrating tool."""

    hand: HandExposure
    index: Why
    damage: Why
    chance: Why
    hard: Why | None
    vibration: Why | None


@dataclass(frozen=True, slots=True)
class EffortPanels:
    """One effort on one hand."""

    effort: EffortExposure
    share: Why
    index: Why

    @property
    def repetitions(self) -> str:
        """How often a day, in words."""
        return span_words(self.effort.repetitions_per_day)


@dataclass(frozen=True, slots=True)
class TaskPanels:
    """One task on one hand, with its efforts."""

    task: TaskExposure
    index: Why
    activity: Why
    zone: Why
    efforts: tuple[EffortPanels, ...]


def hand_panels(found: CaseExposure, hand: HandExposure) -> HandPanels:
    """Give the panels of a hand."""
    known, side = knowledge(), hand.side
    tasks = tuple(task for task in found.exposure.tasks if task.side is side)
    efforts = tuple(e for e in found.exposure.efforts if e.effort.asked.side is side)
    vibration = next((each for each in found.vibration if each.side is side), None)
    return HandPanels(
        hand=hand,
        index=hand_panel(hand, tasks, known.rsi),
        damage=damage_panel(hand, efforts, known.duet),
        chance=chance_panel(hand, known.duet),
        hard=next(
            (against_healthy_panel(each, found.strengths) for each in found.healthy if each.side is side),
            None,
        ),
        vibration=vibration_panel(vibration, known.vibration) if vibration else None,
    )


def task_panels(found: CaseExposure, task: TaskExposure) -> TaskPanels:
    """Give the panels of a task on a hand."""
    known, own = knowledge(), _efforts_of(found, task)
    return TaskPanels(
        task=task,
        index=task_panel(task, own, known.rsi),
        activity=activity_panel(task, own, known.hal),
        zone=zone_panel(task, activity_zone(task, known.tlv_hal), known.tlv_hal),
        efforts=tuple(
            EffortPanels(each, share_panel(each.effort), effort_panel(each, known.rsi)) for each in own
        ),
    )


def printed_panels(found: CaseExposure) -> tuple[Why, ...]:
    """Give what the printed record holds: the whole job per hand, each task's index and zone, the lifts."""
    of_hands = (hand_panels(found, hand) for hand in found.exposure.hands)
    hands = ((p.hard, p.index, p.damage, p.chance, p.vibration) for p in of_hands)
    of_tasks = (task_panels(found, task) for task in found.exposure.tasks)
    lifts = (lift_panel(each, knowledge().rnle) for each in found.lifts)
    return (
        *(panel for row in hands for panel in row if panel is not None),
        *(panel for p in of_tasks for panel in (p.index, p.zone)),
        *lifts,
    )


def against_healthy_panel(compared: AgainstHealthy, strengths: tuple[HealthyStrength, ...]) -> Why:
    """Say how many times as hard the job is for a hand as for a healthy one; `strengths` of both hands."""
    own = tuple(each for each in strengths if each.side is compared.side)
    inputs = tuple(
        Input(f"Mean {each.kind.label.lower()} of healthy people", f"{each.mean_n:.0f} N", Origin.PUBLISHED)
        for each in own
    )
    return healthy_panel(compared, inputs, tuple(norm_coefficient(each.norm) for each in own))


def _efforts_of(found: CaseExposure, task: TaskExposure) -> tuple[EffortExposure, ...]:
    place = (task.place, task.side)
    return tuple(e for e in found.exposure.efforts if (e.effort.place, e.effort.asked.side) == place)
