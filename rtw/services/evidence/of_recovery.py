"""What the expectation of recovery assumes where no study gives it, as lines that say so."""

from collections.abc import Iterator

from rtw.domain.recovery.assumption import RecoveryAssumptions, StatedAssumption
from rtw.knowledge.load import records
from rtw.services.evidence.line import Group, Line, measure_words, words


def recovery_group(said: RecoveryAssumptions) -> Group:
    """Put everything assumed together, each with its reason, and what sources say of their confidence."""
    title = "Recovery: what is assumed"
    return Group(
        "recovery-assumed", title, "Where no study gives a figure, and why this one", tuple(_lines(said))
    )


def _lines(said: RecoveryAssumptions) -> Iterator[Line]:
    for each in records(said):
        if isinstance(each, StatedAssumption):
            unit = "" if each.unit == "1" else each.unit
            value = f"{each.value:g}"
            yield Line(
                each.meaning, value, unit, "", each.source, each.verified, note=f"Assumed. {each.reason}"
            )
    for stated in said.stated_confidence:
        subject = words(measure_words(stated.measure), "confidence of the detectable change")
        yield Line(subject, f"{stated.confidence:.0%}", "", "", stated.source, stated.verified)
