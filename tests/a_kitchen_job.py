"""A kitchen porter's job whose sheet leaves out what only the employer knows."""

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task

GRIP = DemandKind.POWER_GRIP

PORTER = JobProfile(
    "Kitchen porter",
    "Northside Insurance",
    shift=Shift(8.0, 5.0),
    tasks=(
        Task("Pot washing", essential=True, demands=(Demand(GRIP, Hand.EACH, force_n=60.0),)),
        Task(
            "Tray scraping",
            essential=True,
            demands=(Demand(GRIP, Hand.RIGHT, force_n=45.0), Demand(GRIP, Hand.LEFT, force_n=20.0)),
        ),
        Task(
            "Loading",
            essential=True,
            hours_per_day=3.0,
            demands=(
                Demand(GRIP, Hand.EACH, force_n=50.0),
                Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=4.0),
                Demand(DemandKind.KEYBOARDING, Hand.RIGHT),
            ),
        ),
    ),
)
"""Three tasks, two without hours; none says how much of its time is gripping."""
