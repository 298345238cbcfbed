"""How figures of exposure are written: spans with what is open of them, ratios, cells."""

from math import isinf

from job_profiles.profile import Range
from rtw.domain.job_exposure.healthy import AgainstHealthy
from rtw.domain.job_exposure.job import Span

BEYOND = "beyond this hand's strength"


def number(value: float) -> str:
    """Write an index with the digits it deserves."""
    if isinf(value):
        return BEYOND
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def span_words(span: Span | None, unit: str = "") -> str:
    """Write a span: both ends, one where they agree, "at least" where the upper end is not known."""
    if span is None:
        return "cannot say"
    if span.low == 0.0 and span.high is None:
        return "cannot say"
    low = number(span.low)
    if span.high is None:
        return low if isinf(span.low) else f"at least {low}{unit}"
    if isinf(span.high):
        return number(span.high) if isinf(span.low) else f"{low}{unit} or more; at worst {number(span.high)}"
    high = number(span.high)
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"


def range_words(span: Range, unit: str) -> str:
    """Write a range of an input; an angle of both directions keeps its signs."""
    return span_words(Span(span[0], span[1]), unit) if span[0] >= 0 else f"{span[0]:g} to {span[1]:g}{unit}"


def hard_words(found: AgainstHealthy) -> str:
    """Write how many times as hard: both ends of the measuring error, one where they agree."""
    if found.ratios is None:
        return BEYOND
    low, high = (number(ratio) for ratio in found.ratios)
    if isinf(found.ratios[1]):
        return f"{low} × as hard or more; at worst {high}"
    return f"{low} × as hard" if low == high else f"{low} to {high} × as hard"


def against(span: Span | None, threshold: float) -> str:
    """Say where a span lies against a threshold: only a whole span above or below is said to be."""
    if span is not None and span.low > threshold:
        return "above"
    if span is not None and span.high is not None and span.high <= threshold:
        return "not above"
    return "cannot say"
