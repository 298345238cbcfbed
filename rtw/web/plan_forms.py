"""The forms of a plan: its settings, its words, its signature."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from reports.clinical_words import clinical_words
from reports.vague import vague_findings
from rtw.domain.dates import short_day_in_words
from rtw.domain.plan import TreatmentTime
from rtw.domain.schedule.brief import MAX_WEEKS, Ground, Origin, RestRule
from rtw.domain.schedule.settings import (
    DAY_STEP,
    MIN_DAY,
    START_SHARE,
    EmployerOffer,
    HoursLimit,
    PlanSettings,
)
from rtw.domain.schedule.values import BreakRule
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.domain.schedule.wording import WEEKDAYS
from rtw.knowledge.for_domain import break_rule
from rtw.knowledge.load import knowledge
from rtw.services.plans.acts import PlanSetup, PlanWords
from rtw.services.plans.working import WorkingPlan
from rtw.web.clock_field import ClockField
from rtw.web.forms import DateField, Form, choices, stripped, text
from rtw.web.number_field import NumberField
from rtw.web.time_field import HoursField, MinutesField
from rtw.web.typed_days import typed_days

AWAY_ROWS = (1, 2, 3)
"""How many weekly treatment times a form holds."""

_NO_DAY = ""
_DAYS = choices(*enumerate(WEEKDAYS))
_AWAY_DAYS = choices((_NO_DAY, "None"), *enumerate(WEEKDAYS))


class SettingsForm(Form):
    """What a schedule has to go by. An empty field takes the default that stands beside it."""

    start = DateField("First week begins on Monday")
    weeks = NumberField("Weeks to plan", 1, MAX_WEEKS, whole=True)
    review_on = DateField("Next review on")
    full_duty_by_week = NumberField("Full duty required by week", 1, MAX_WEEKS, whole=True)
    hours_per_day = HoursField("Hours a day the employer offers", 0.5, 16)
    workdays = SelectMultipleField(
        "Workdays offered",
        choices=_DAYS,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    closed_on = StringField("Days without work", filters=[stripped])
    first_day_hours = HoursField("Longest day in week 1, hours", 0.5, 16)
    day_grows_by_hours = HoursField("A day may grow each week by, hours", 0, 8)
    shortest_day_hours = HoursField("Shortest working day, hours", 0.5, 12)
    shortest_block_hours = HoursField("Shortest block of a task, hours", 0.5, 8)
    rest_max_days = NumberField("Workdays a week at most", 1, 7, whole=True)
    rest_in_a_row = NumberField("Workdays in a row at most", 1, 7, whole=True)
    rest_until_week = NumberField("Until week", 1, MAX_WEEKS, whole=True)
    cap_hours_per_day = HoursField("Hours of all work a day at most", 0, 24)
    cap_hours_per_week = HoursField("Hours of all work a week at most", 0, 120)
    cap_until = DateField("Until")
    cap_origin = RadioField(
        "Set by",
        choices=choices(*((o.value, o.label.capitalize()) for o in (Origin.SURGEON, Origin.THERAPIST))),
        default=Origin.SURGEON.value,
    )
    break_after = MinutesField("A break after at most, minutes", 5, 240, whole=True)
    break_minutes = MinutesField("Length of a break, minutes", 1, 120, whole=True)

    def validate_start(self, field: DateField) -> None:
        """Refuse a first day that is not a Monday."""
        if isinstance(field.data, date) and field.data.weekday() != 0:
            raise ValidationError("This is not a Monday. Choose the Monday of the first week.")

    def validate_closed_on(self, field: StringField) -> None:
        """Refuse what is not a date."""
        _dates(text(field))

    def validate_break_minutes(self, field: NumberField) -> None:
        """Ask for both figures of a rule of breaks."""
        if (field.data is None) != (self.break_after.data is None):
            raise ValidationError("Enter both figures of the break rule, or neither.")

    def away_rows(self) -> list[tuple[Any, Any, Any]]:
        """Return weekday, start and end of each row."""
        return [(self[f"away{n}_weekday"], self[f"away{n}_starts"], self[f"away{n}_ends"]) for n in AWAY_ROWS]

    def setup(self, defaults: PlanSettings) -> PlanSetup:
        """Return what was entered."""
        wishes = ScheduleWishes(
            start=self.start.data,
            weeks=self.weeks.data or defaults.weeks,
            offer=self._offer(),
            first_day_hours=self.first_day_hours.data,
            day_grows_by_hours=self.day_grows_by_hours.data,
            shortest_day_hours=self.shortest_day_hours.data,
            shortest_block_hours=self.shortest_block_hours.data or 0.5,
            hours_limits=self._caps(),
            rests=self._rests(),
            full_duty_by_week=self.full_duty_by_week.data,
        )
        return PlanSetup(wishes, self._away(defaults.start), self._breaks(), self.review_on.data)

    def _offer(self) -> EmployerOffer:
        days = tuple(sorted(int(day) for day in self.workdays.data or ()))
        return EmployerOffer(self.hours_per_day.data, days or None, _dates(text(self.closed_on)))

    def _caps(self) -> tuple[HoursLimit, ...]:
        per_day, per_week = self.cap_hours_per_day.data, self.cap_hours_per_week.data
        if per_day is None and per_week is None:
            return ()
        origin = Origin(self.cap_origin.data or Origin.SURGEON)
        words = f"hours of all work, {origin.label}"
        return (HoursLimit(origin, words, per_day, per_week, None, self.cap_until.data),)

    def _rests(self) -> tuple[RestRule, ...]:
        most, in_a_row = self.rest_max_days.data, self.rest_in_a_row.data
        if most is None and in_a_row is None:
            return ()
        words = "rest days set by the therapist"
        ground = Ground(Origin.THERAPIST, words, None, "Allow more workdays a week")
        return (RestRule("rest-days", 1, self.rest_until_week.data or MAX_WEEKS, ground, most, in_a_row),)

    def _away(self, start: date) -> tuple[TreatmentTime, ...]:
        since = self.start.data or start
        return tuple(
            TreatmentTime(int(day.data), starts.data, ends.data, since)
            for day, starts, ends in self.away_rows()
            if day.data != _NO_DAY and starts.data and ends.data
        )

    def _breaks(self) -> BreakRule | None:
        if self.break_after.data is None or self.break_minutes.data is None:
            return None
        return BreakRule(self.break_after.data, self.break_minutes.data, Origin.THERAPIST.label)


def _add_away_rows() -> None:
    """Give the form its rows of treatment times; each row asks for all of it or nothing."""
    for n in AWAY_ROWS:
        day = SelectField(f"Treatment {n}", choices=_AWAY_DAYS, default=_NO_DAY)
        setattr(SettingsForm, f"away{n}_weekday", day)
        setattr(SettingsForm, f"away{n}_starts", ClockField("From"))
        setattr(SettingsForm, f"away{n}_ends", ClockField("To", validators=[_whole_row]))


def _whole_row(form: Form, field: ClockField) -> None:
    row = field.name.removesuffix("_ends")
    day, starts = form[f"{row}_weekday"], form[f"{row}_starts"]
    given = [day.data not in (_NO_DAY, None), starts.data is not None, field.data is not None]
    if any(given) and not all(given):
        raise ValidationError("Enter weekday, beginning and end of the treatment, or leave all three empty.")
    if all(given) and not _is_before(starts.data, field.data):
        raise ValidationError("The treatment ends before it begins. Check the two times.")


def _is_before(starts: time | None, ends: time | None) -> bool:
    return starts is not None and ends is not None and starts < ends


_add_away_rows()


def _dates(typed: str) -> tuple[date, ...]:
    """Read dates parted by blanks, commas or semicolons."""
    try:
        return typed_days(typed)
    except ValueError as wrong:
        raise ValidationError(str(wrong)) from None


def known_settings(plan: WorkingPlan) -> dict[str, Any]:
    """Fill the settings form from a working plan."""
    wishes, offer = plan.wishes, plan.wishes.offer
    known = {
        name: getattr(wishes, name)
        for name in (
            "start",
            "weeks",
            "full_duty_by_week",
            "first_day_hours",
            "day_grows_by_hours",
            "shortest_day_hours",
            "shortest_block_hours",
        )
    }
    known |= {"review_on": plan.review_on, "hours_per_day": offer.hours_per_day}
    known["workdays"] = [str(day) for day in offer.workdays or ()]
    known["closed_on"] = ", ".join(short_day_in_words(day) for day in offer.closed_on)
    return known | _known_rules(plan) | _known_times(plan)


def _known_rules(plan: WorkingPlan) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for rest in plan.wishes.rests[:1]:
        last = None if rest.last == MAX_WEEKS else rest.last
        known |= {
            "rest_max_days": rest.max_days,
            "rest_in_a_row": rest.max_in_a_row,
            "rest_until_week": last,
        }
    for cap in plan.wishes.hours_limits[:1]:
        known |= {"cap_hours_per_day": cap.hours_per_day, "cap_hours_per_week": cap.hours_per_week}
        known |= {"cap_until": cap.until, "cap_origin": cap.origin.value}
    if plan.breaks is not None:
        known |= {"break_after": plan.breaks.after_minutes, "break_minutes": plan.breaks.minutes}
    return known


def _known_times(plan: WorkingPlan) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for n, away in zip(AWAY_ROWS, plan.treatment_times, strict=False):
        known |= {f"away{n}_weekday": str(away.weekday)}
        known |= {f"away{n}_starts": away.starts, f"away{n}_ends": away.ends}
    return known


class WordsForm(Form):
    """What the therapist writes herself."""

    earliest = DateField("Full duty expected between")
    latest = DateField("and")
    employer_note = TextAreaField("Note to the employer", filters=[stripped])
    reason = TextAreaField("Reason, in words the patient agreed to", filters=[stripped])

    def validate_latest(self, field: DateField) -> None:
        """Ask for a range with two ends in their order."""
        if (field.data is None) != (self.earliest.data is None):
            raise ValidationError("Enter both days of the range, or neither.")
        if field.data is not None and self.earliest.data is not None and field.data <= self.earliest.data:
            raise ValidationError("The second day must be later than the first: a range, never one day.")

    def validate_employer_note(self, field: TextAreaField) -> None:
        """Refuse what an employer cannot apply, and clinical words, with what to write instead."""
        for finding in vague_findings(text(field)):
            raise ValidationError(f"“{finding.found}” cannot be applied by an employer. {finding.instead}")
        for word in clinical_words(text(field)):
            raise ValidationError(f"“{word}” is a clinical word. Say what has to change, not why.")

    def validate_reason(self, field: TextAreaField) -> None:
        """Refuse vague words; an agreed reason alone may say why."""
        for finding in vague_findings(text(field)):
            raise ValidationError(f"“{finding.found}” cannot be applied by an employer. {finding.instead}")

    def words(self) -> PlanWords:
        """Return what was entered."""
        earliest, latest = self.earliest.data, self.latest.data
        expected = (earliest, latest) if earliest is not None and latest is not None else None
        return PlanWords(expected, text(self.employer_note), text(self.reason))


def known_words(plan: WorkingPlan) -> dict[str, Any]:
    """Fill the form of words from a working plan."""
    earliest, latest = plan.expected_full_duty or (None, None)
    return {
        "earliest": earliest,
        "latest": latest,
        "employer_note": plan.employer_note,
        "reason": plan.reason,
    }


class SignForm(Form):
    """The therapist's signature."""

    reason = TextAreaField("Why may the plan go beyond these limits?", filters=[stripped])


def with_defaults_of(plan: WorkingPlan, settings: PlanSettings) -> WorkingPlan:
    """Show the start that is reckoned with where the therapist left it open."""
    return replace(plan, wishes=replace(plan.wishes, start=plan.wishes.start or settings.start))


def usual_settings() -> dict[str, Any]:
    """Return the defaults that stand beside empty fields, each with its ground."""
    return {
        "start_share": START_SHARE,
        "day_step": DAY_STEP,
        "min_day": MIN_DAY,
        "usual_breaks": break_rule(knowledge()),
    }
