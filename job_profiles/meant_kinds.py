"""Which kind a person said that an open word means."""

from job_profiles.answers import Answers
from job_profiles.kinds import DemandKind


def meant_kind(
    answers: Answers, kind: DemandKind, open_to: tuple[DemandKind, ...]
) -> tuple[DemandKind, tuple[DemandKind, ...]]:
    """Return the kind that was answered for words that leave it open, and what it is still open to."""
    answered = dict(answers.kinds).get(kind.value) if open_to else None
    if answered not in {one.value for one in (kind, *open_to)}:
        return kind, open_to
    return DemandKind(str(answered)), ()
