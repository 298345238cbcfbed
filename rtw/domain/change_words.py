"""How a change since an earlier visit is said: noise is never called progress, a stand-in never an error."""

from typing import Final

from rtw.domain.measurement import Change, ChangeSince

UNJUDGED: Final = "no published error of measuring, so change is not judged"
_WITHIN: Final = {
    False: Change.NOISE.label,
    True: "not more than the smallest important change, so taken for noise",
}
_BEYOND: Final = {
    False: "beyond measurement error",
    True: "by more than the smallest important change; the error of measuring is not published",
}


def change_words(since: ChangeSince | None, *, is_better: bool, is_stand_in: bool) -> str:
    """Write the verdict on a change. `since` None: nothing published tells change from noise.

    `is_stand_in`: the smallest important change stands in for an error of measuring nobody published.
    """
    if since is None:
        return UNJUDGED
    if since.change is Change.NOISE:
        return "no change" if since.difference == 0 else _WITHIN[is_stand_in]
    return f"{'better' if is_better else 'worse'}, {_BEYOND[is_stand_in]}"
