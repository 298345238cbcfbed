"""Clinical words: they do not belong in text for an employer, even when somebody approved it in haste.

Only words that mean something clinical in every workplace stand here: an "operator" runs a machine,
and a hospital's own tasks speak of patients, medication and surgical instruments.
"""

import re
from typing import Final

CLINICAL_WORDS: Final = (
    r"(?:carpal|cubital|radial|guyon)\s+tunnel",
    r"(?:median|ulnar|radial|digital)\s+nerve",
    r"nerve\s+(?:compression|entrapment|release|damage|injury)",
    r"neuropath\w*",
    r"tend[io]n(?:itis|opathy)",
    r"diagnos(?:is|es|ed|tic)",
    r"syndrome",
    r"surgery",
    r"surgeon",
    r"post-?op(?:erative(?:ly)?)?",
    r"(?:post-?)?(?:ctr|cts)",
    r"opioids?",
    r"numb(?:ness)?",
    r"tingling",
    r"(?:grip|pinch)\s+strength",
    r"(?:quick)?dash\s+score",
    r"monofilaments?",
    r"dynamometer",
    r"sub-?maximal\s+effort",
    r"depress(?:ion|ed)",
    r"anxiety",
)
"""Patterns that are matched on whole words, in any case."""

_ANY: Final = re.compile(rf"(?<!\w)(?:{'|'.join(CLINICAL_WORDS)})(?!\w)", re.IGNORECASE)


def clinical_words(text: str) -> tuple[str, ...]:
    """Find the clinical words in a text, as written, in reading order."""
    return tuple(match.group() for match in _ANY.finditer(text))
