"""What stands behind the figures of a demand sheet: its cells, exact factors, and what a person answered."""

from collections.abc import Iterator, Sequence
from typing import Final

from job_profiles.profile import Demand, FrequencyScale, JobProfile, ScaleBasis
from job_profiles.units import POUND_KG, STANDARD_GRAVITY_M_S2
from rtw.domain.dates import day_in_words
from rtw.domain.why import Input, Origin, Why
from rtw.services.jobs.catalogue import VersionSummary
from rtw.services.jobs.previews import Preview

READ: Final = "the figure in the cell × the factor of its unit; the table shows cell and wording of every row"
TYPED: Final = "as it was typed; a row with a cell is as the employer's sheet has it"
OPEN: Final = "What the sheet leaves open stays open: nothing is put in its place."
STATED: Final = (
    "A demand is what the employer states. Whether it was measured, reported or estimated stands beside it "
    "where the sheet says so."
)

BOUNDS: Final = (
    "A finding compares a figure with the rest of the sheet, and with bounds that catch slips of typing: "
    "conventions of this product, no published limits."
)


def version_panel(profile: JobProfile, version: VersionSummary) -> Why:
    """Say where the demands of a confirmed version come from."""
    confirmed = f" on {day_in_words(version.confirmed_on)}" if version.confirmed_on else ""
    by = f" by {version.confirmed_by}" if version.confirmed_by else ""
    copied = f", copied from {version.copied_from}" if version.copied_from else ""
    where = f"version {version.number}{copied}, confirmed{confirmed}{by}"
    return _panel((profile,), version.filename, where)


def preview_panel(preview: Preview) -> Why:
    """Say where the demands of a sheet that nobody confirmed yet come from."""
    where = f"uploaded on {day_in_words(preview.uploaded_on)}, not confirmed"
    return _panel(preview.reading.profiles, preview.filename, where)


def _panel(profiles: Sequence[JobProfile], filename: str | None, where: str) -> Why:
    own = Origin.EMPLOYER if filename else Origin.CLINICIAN
    return Why(
        subject="What the job demands",
        result=f"as read from {filename}" if filename else "as written here",
        formula=READ if filename else TYPED,
        inputs=(
            Input("Sheet", filename or "written in the browser", own, where),
            *(given for profile in profiles for given in _given(profile)),
        ),
        steps=tuple(dict.fromkeys(step for profile in profiles for step in _steps(profile))),
        cautions=(OPEN, STATED, BOUNDS),
    )


def _given(profile: JobProfile) -> Iterator[Input]:
    """List what a person answered, where the sheet left it open."""
    if profile.given:
        yield Input(profile.title, _words(profile.given), Origin.CLINICIAN, "answered by a person")
    for task in profile.tasks:
        if task.given:
            yield Input(task.name, _words(task.given), Origin.CLINICIAN, "answered by a person")
        for demand in task.demands:
            if demand.given:
                name = f"{task.name}: {demand.kind.label.lower()}"
                yield Input(name, _words(demand.given), Origin.CLINICIAN, "answered by a person")


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(name.replace("_", " ") for name in names)


def _steps(profile: JobProfile) -> Iterator[str]:
    demands = [demand for task in profile.tasks for demand in task.demands]
    if any(demand.force_n is not None for demand in demands):
        pound = POUND_KG * STANDARD_GRAVITY_M_S2
        yield f"1 kgf = {STANDARD_GRAVITY_M_S2} N, 1 lbf = {pound:.9g} N, both by definition"
    if any(demand.load_kg is not None or demand.load_range_kg is not None for demand in demands):
        yield f"1 lb = {POUND_KG} kg by definition"
    if profile.frequency_scale is not None and any(demand.frequency_band for demand in demands):
        yield _letters(profile.frequency_scale)
    if any(_is_range(demand) for demand in demands):
        yield "A band of the sheet stays a band: both of its ends are reckoned with."


def _letters(scale: FrequencyScale) -> str:
    if scale.basis is ScaleBasis.SHARE_OF_SHIFT:
        return "Hours of a letter = its share of the day × the hours of the shift"
    return "Hours of a letter are those of the sheet's own scale"


def _is_range(demand: Demand) -> bool:
    return demand.hours_range is not None or demand.load_range_kg is not None
