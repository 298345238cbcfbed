"""How a hand reads beside a demand."""

import pytest

from job_profiles.kinds import DemandKind, Hand


@pytest.mark.parametrize("kind", DemandKind)
@pytest.mark.parametrize("hand", Hand)
def test_only_vibration_of_both_hands_is_not_shared(kind: DemandKind, hand: Hand) -> None:
    whole = hand is Hand.BOTH and kind is DemandKind.HAND_ARM_VIBRATION
    assert hand.label_of(kind) == ("Both" if whole else hand.label)
