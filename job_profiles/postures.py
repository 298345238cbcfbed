"""Columns that name a posture in words: `ulnar dev. 20°`, `flexion`, `neutral` under *Wrist posture*."""

from functools import lru_cache
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.grid.cells import CellValue
from job_profiles.kinds import POSTURE_KINDS, DemandKind
from job_profiles.vocabulary.kind_words import is_not_applicable, kind_of
from job_profiles.vocabulary.words import fold, words

_JOINTS: Final = {
    "elbow": ("elbow", "ellenbogen", "coude", "codo"),
    "forearm": ("forearm", "unterarm", "avant bras", "antebrazo"),
}


@lru_cache(maxsize=10_000)
def posture_in(text: str, heading: str) -> DemandKind | None:
    """Return the posture that a cell names under a heading, of the wrist where it names no other joint."""
    folded = fold(heading)
    joint = next((j for j, said in _JOINTS.items() if any(word in folded for word in said)), "wrist")
    for label in (text, f"{joint} {text}"):
        word = kind_of(label)
        if word is not None and word.kind in POSTURE_KINDS and not word.as_spelt:
            return word.kind
    return None


def is_neutral(text: str) -> bool:
    """Whether a cell says that the joint is held straight, or nothing."""
    return is_not_applicable(text) or fold(text) in words("values", "neutral") or not fold(text)


def names_postures(values: list[CellValue], heading: str) -> bool:
    """Whether the cells of a column name postures in words, rather than give angles."""
    texts = [v for v in values if isinstance(v, str) and parse_amount(v) is None]
    named = [t for t in texts if posture_in(t, heading) is not None]
    return bool(named) and len(texts) > 0.5 * len(values)
