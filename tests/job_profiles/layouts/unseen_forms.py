"""Unseen forms: weights written under the frequency columns, and units in a row of their own."""

from typing import Any

from drawn_pages import Rendering
from unseen_good import LB, LBF, sheet
from unseen_law import Unseen, Wanted, WantedJob, WantedTask, want

from job_profiles.profile import FrequencyScale, ScaleBasis

OCCASIONAL: dict[str, Any] = {"frequency_band": "O", "hours_range": (0.08, 2.64)}
FREQUENT: dict[str, Any] = {"frequency_band": "F", "hours_range": (2.72, 5.28)}


def home_carer() -> Unseen:
    """The usual strength block: the greatest weight at each frequency; below it a tick table."""
    page = sheet(
        "Home health aide",
        {
            1: ("Meadowlark Home Care LLC",),
            2: ("Position:", "Home health aide"),
            3: ("Shift:", "8 hours"),
            4: ("Days per week:", 5),
            6: ("Strength demand", "Occasional (1-33%)", "Frequent (34-66%)", "Constant (67-100%)"),
            7: ("Lifting", "35 lb", "10 lb"),
            8: ("Carrying", "20 lb"),
            9: ("Pushing", "40 lbf"),
            11: ("Hand use", "Never", "Occasional", "Frequent", "Constant", "Right", "Left"),
            12: ("Power grip", None, None, "x", None, "x", "x"),
            13: ("Fine manipulation", None, "x", None, None, "x"),
            14: ("Handwriting", None, "x", None, None, "x"),
            15: ("Typing", "x"),
        },
    )
    demands = (
        want("lifting", None, "B7", load_kg=35 * LB, **OCCASIONAL),
        want("lifting", None, "C7", load_kg=10 * LB, **FREQUENT),
        want("carrying", None, "B8", load_kg=20 * LB, **OCCASIONAL),
        want("pushing", None, "B9", force_n=40 * LBF, **OCCASIONAL),
        want("power_grip", "each|both", "D12", **FREQUENT),
        want("fine_manipulation", "right", "C13", **OCCASIONAL),
        want("handwriting", "right", "C14", **OCCASIONAL),
        want("keyboarding", None, "B15", omit=True, frequency_band="N", hours_range=(0, 0)),
    )
    scale = FrequencyScale(
        ScaleBasis.SHARE_OF_SHIFT, (("O", (0.01, 0.33)), ("F", (0.34, 0.66)), ("C", (0.67, 1)))
    )
    task = WantedTask("", None, None, demands)
    job = WantedJob("Home health aide", "Meadowlark Home Care LLC", 8, 5, (task,), scale)
    return Unseen("home carer", Rendering((page,), (), "aide.xlsx"), (job,))


def cheese_maker() -> Unseen:
    """Units in a row under the headings, a remark row between the tasks, a sum at the foot."""
    page = sheet(
        "Dairy",
        {
            1: ("Wolds Dairy Co-operative",),
            2: ("Job title", "Cheese maker"),
            3: ("Shift length (h)", 7.5),
            4: ("Days per week", 5),
            6: ("Task", "Time", "Essential", "Grip R", "Grip L", "Lift", "Wrist extension R", "Vibration R"),
            7: (None, "h/day", None, "N", "N", "kg", "deg", "m/s²"),
            8: ("Cut and stir curd", 2, "y", 55, 40),
            9: ("Fill moulds", 1.5, "y", 35, 35, 8, 20),
            10: ("Turn cheeses in store", 2.5, "y", 70, 70, 12.5, 30),
            11: ("Scrub shelves", 0.75, "n", 45, None, None, None, 2.2),
            12: ("Total", 6.75),
            14: ("Store is at 9 °C. Rinse hall is wet.",),
        },
    )

    def grips(row: int, right: float, left: float) -> tuple[Wanted, ...]:
        return (
            want("power_grip", "right", f"D{row}", force_n=right),
            want("power_grip", "left", f"E{row}", force_n=left),
        )

    tasks = (
        WantedTask("Cut and stir curd", True, 2, (*grips(8, 55, 40),)),
        WantedTask(
            "Fill moulds",
            True,
            1.5,
            (
                *grips(9, 35, 35),
                want("lifting", None, "F9", load_kg=8),
                want("wrist_extension", "right", "G9", angle_deg=20),
            ),
        ),
        WantedTask(
            "Turn cheeses in store",
            True,
            2.5,
            (
                *grips(10, 70, 70),
                want("lifting", None, "F10", load_kg=12.5),
                want("wrist_extension", "right", "G10", angle_deg=30),
            ),
        ),
        WantedTask(
            "Scrub shelves",
            False,
            0.75,
            (
                want("power_grip", "right", "D11", force_n=45),
                want("hand_arm_vibration", "right", "H11", ahv_m_s2=2.2),
            ),
        ),
    )
    job = WantedJob("Cheese maker", "Wolds Dairy Co-operative", 7.5, 5, tasks)
    return Unseen("cheese maker", Rendering((page,), (), "dairy.xlsx"), (job,))
