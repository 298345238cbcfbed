"""Unseen forms: units in a row of their own."""

from drawn_pages import Rendering
from unseen_good import sheet
from unseen_law import Unseen, Wanted, WantedJob, WantedTask, want


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
