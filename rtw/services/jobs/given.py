"""The answers in force, in words, to be shown and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass

from job_profiles.answers import NUMBERS, PAIRS, PART_OF, Answers
from job_profiles.kinds import DemandKind
from job_profiles.profile import FrequencyScale, ScaleBasis
from rtw.services.jobs.column_choices import role_label
from rtw.services.jobs.questions import LISTS, anchor_of, scheme_label


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer in force, in words; `key` takes it back."""

    key: str
    about: str
    words: str

    @property
    def anchor(self) -> str:
        """Where the question stands on the page once it is asked again."""
        return anchor_of(self.key)


def given_answers(answers: Answers, *, one_job: bool = False) -> tuple[GivenAnswer, ...]:
    """List the answers in force; where a file holds but one job, its title is not said each time."""
    return tuple(_given(answers, one_job=one_job))


def _given(answers: Answers, *, one_job: bool) -> Iterator[GivenAnswer]:
    for key in answers.settled:
        yield GivenAnswer(key, _about(key), "left open")
    for area in sorted((*PAIRS, *NUMBERS)):
        for subject, value in getattr(answers, area):
            told = subject.partition(PART_OF)[2] if one_job and area in _BY_JOB else subject
            yield GivenAnswer(f"{area}/{subject}", _about(f"{area}/{told}"), _answered(area, value))
    for name in ("frequency_scale", "title", "zero", "shift_hours", "days_per_week"):
        value = getattr(answers, name)
        if value is not None:
            yield GivenAnswer(name, _ABOUT[name], value if name == "title" else _said(value))


_BY_JOB = frozenset({*NUMBERS, "task_essential", "rest_of_shift"})
_ABOUT = {
    "frequency_scale": "Frequency letters",
    "title": "Title of the job",
    "zero": "The digit 0 among letters",
    "shift_hours": "Hours of the shift",
    "days_per_week": "Days a week",
    "columns": "Column",
    "units": "Unit of",
    "kinds": "Kind of demand",
    "hands": "Hand for",
    "task_names": "Task name",
    "meant": "Meant",
    "unmarked": "Without a mark:",
    "task_essential": "Essential or not:",
    "rest_of_shift": "Rest of the shift:",
    "task_hours": "Hours of",
    "efforts_per_minute": "Efforts a minute of",
    "seconds_per_effort": "Seconds for each effort of",
    "running_hours": "Running time of",
    "heaviest_kg": "Heaviest object:",
}
_UNITS = {
    "task_hours": "h",
    "running_hours": "h",
    "efforts_per_minute": "a minute",
    "seconds_per_effort": "s",
    "heaviest_kg": "kg",
}
_WORDS = {
    ("task_essential", "yes"): "essential",
    ("task_essential", "no"): "not essential",
    ("unmarked", "required"): "the job asks for it",
    ("unmarked", "not_required"): "not asked for",
    ("rest_of_shift", "breaks"): "breaks and rest",
    ("rest_of_shift", "other_work"): "other work, not described",
}


def _about(key: str) -> str:
    area, _, subject = key.partition("/")
    if area == "settled":
        said = subject.replace("-", " ")
        return said[:1].upper() + said[1:]
    place, mark, cell = subject.rpartition("!")
    if mark and area == "columns":
        return f"Column {cell} of {place}"
    if mark:
        return f"{_ABOUT.get(area, area)} at {place} {cell}"
    return f"{_ABOUT.get(area, area)} {_subject_words(subject)}".strip().rstrip(":")


def _subject_words(subject: str) -> str:
    """Write `stn power_grip` as it is said: a kind by its label, other words as they stand."""
    kinds = {kind.value: kind.label.lower() for kind in DemandKind}
    parts = (" ".join(kinds.get(word, word) for word in part.split(" ")) for part in subject.split(PART_OF))
    return PART_OF.join(parts)


def _answered(area: str, value: str | float) -> str:
    """Return the label a person chose, not the word it is kept under."""
    if isinstance(value, float):
        return f"{value:g} {_UNITS.get(area, '')}".strip()
    if area == "columns":
        return role_label(value)
    labels = {choice.value: choice.label.partition(":")[0] for choice in LISTS.get(area, ())}
    plain = value if area in {"meant", "task_names"} else value.replace("_", " ")
    return _WORDS.get((area, value)) or labels.get(value, plain)


def _said(value: str | float | FrequencyScale) -> str:
    if isinstance(value, FrequencyScale):
        return _bands(value)
    return scheme_label(value) if isinstance(value, str) else f"{value:g}"


def _bands(scale: FrequencyScale) -> str:
    factor, unit = (100, "% of the shift") if scale.basis is ScaleBasis.SHARE_OF_SHIFT else (1, "h a day")
    bands = (f"{letter} {low * factor:g}-{high * factor:g}" for letter, (low, high) in scale.bands)
    return f"{', '.join(bands)} {unit}"
