"""What stands behind a lifting index."""

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, LiftGeometry, Shift, Task
from rtw.domain.job_exposure.lifts import lift_exposures
from rtw.domain.why import Why
from rtw.knowledge.load import knowledge
from rtw.services.exposure.panels.lift import NO_REST, lift_panel

GEOMETRY = LiftGeometry(30.0, 75.0, 25.0, 0.0, "good")


def panel(hand: Hand = Hand.BOTH) -> Why:
    lift = Demand(
        DemandKind.LIFTING, hand, load_kg=8.0, hours_per_day=1.0, efforts_per_minute=2.0, geometry=GEOMETRY
    )
    profile = JobProfile("Packer", shift=Shift(8.0, 5.0), tasks=(Task("Pack", demands=(lift,)),))
    (found,) = lift_exposures(profile, knowledge().rnle)
    return lift_panel(found, knowledge().rnle)


def test_it_says_that_no_rest_after_lifting_is_reckoned_with() -> None:
    assert NO_REST in panel().cautions


def test_a_lift_the_equation_does_not_cover_says_so_and_nothing_of_rest() -> None:
    refused = panel(Hand.RIGHT)
    assert refused.result == "not applicable"
    assert any("two hands only" in caution for caution in refused.cautions)
    assert NO_REST not in refused.cautions
