"""More unseen workbooks: tools on a second sheet, jobs stacked, letters without a legend, hours per hand."""

from drawn_pages import Rendering
from unseen_good import LB, LBF, sheet
from unseen_law import Unseen, WantedJob, WantedTask, want

FTLB = 1.3558179


def mechanic() -> Unseen:
    """Task names joined by number; tools with their own sheet."""
    tasks_page = sheet(
        "Tasks",
        {
            1: ("Ridgeway Motors – Vehicle technician",),
            2: ("Shift 8.5 h, 5 days a week",),
            4: ("#", "Task", "h/day", "Hand demand", "Hand", "Peak force", "Reps"),
            5: (1, "Brakes and wheels", 3, "Power grip", "R", "45 lbf", "2/min"),
            6: (1, None, None, "Lifting (wheel)", "both", "48 lb", "8 per hour"),
            7: (2, "Engine bay work", 2.5, "Forearm rotation", "R", "4 N·m", "6/min"),
            8: (2, None, None, "Tip pinch", "L", "3 lbf", "10/min"),
            9: (2, None, None, "Reaching forward", "both"),
            10: (3, "Diagnosis on laptop", 1.5, "Keyboarding", "both"),
        },
    )
    tools_page = sheet(
        "Tools",
        {
            1: (
                "Tool",
                "Task #",
                "Hand",
                "Weight (lb)",
                "Torque (ft-lb)",
                "Vibration (m/s²)",
                "Trigger time (min/day)",
            ),
            2: ("Impact wrench", 1, "R", 5.5, None, 8.4, 20),
            3: ("Air ratchet", 2, "R", 2.6, 50, 4.2, 15),
        },
    )
    tasks = (
        WantedTask(
            "Brakes and wheels",
            None,
            3,
            (
                want("power_grip", "right", "F5", force_n=45 * LBF, efforts_per_minute=2),
                want("lifting", "both", "F6", load_kg=48 * LB, efforts_per_minute=8 / 60),
                want("tool_use", "right", "D2", load_kg=5.5 * LB),
                want("hand_arm_vibration", "right", "F2", ahv_m_s2=8.4, hours_per_day=1 / 3),
            ),
        ),
        WantedTask(
            "Engine bay work",
            None,
            2.5,
            (
                want("forearm_rotation", "right", "F7", torque_n_m=4, efforts_per_minute=6),
                want("tip_pinch", "left", "F8", force_n=3 * LBF, efforts_per_minute=10),
                want("reaching_forward", "each|both", "A9:G9"),
                want("tool_use", "right", "D3 E3", load_kg=2.6 * LB, torque_n_m=50 * FTLB),
                want("hand_arm_vibration", "right", "F3", ahv_m_s2=4.2, hours_per_day=0.25),
            ),
        ),
        WantedTask("Diagnosis on laptop", None, 1.5, (want("keyboarding", "each|both", "A10:G10"),)),
    )
    job = WantedJob("Vehicle technician", "Ridgeway Motors", 8.5, 5, tasks)
    return Unseen("mechanic", Rendering((tasks_page, tools_page), (), "technician.xlsx"), (job,))


def violin_teacher() -> Unseen:
    """Letters explained by words alone: the hours stay open until a person says what the words mean."""
    page = sheet(
        "Sheet1",
        {
            1: ("St Cecilia School of Music",),
            2: ("Job: Violin teacher",),
            3: ("Hours per day: 5.5", None, "Days per week: 4"),
            5: (
                "Duty",
                "Hours per day",
                "Fine manipulation L",
                "Fine manipulation R",
                "Tip pinch R",
                "Elbow flexion L",
                "Handwriting",
                "Carrying (kg)",
            ),
            6: ("Demonstrating and playing", 2, "F", "F", "F", "F"),
            7: ("Teaching pupils", 2.5, "O", "O", None, "O", "O"),
            8: ("Travel between schools", 0.75, None, None, None, None, None, 5),
            10: ("C constant, F frequent, O occasional, N never",),
        },
    )
    tasks = (
        WantedTask(
            "Demonstrating and playing",
            None,
            2,
            (
                want("fine_manipulation", "left", "C6", frequency_band="F"),
                want("fine_manipulation", "right", "D6", frequency_band="F"),
                want("tip_pinch", "right", "E6", frequency_band="F"),
                want("elbow_flexion", "left", "F6", frequency_band="F"),
            ),
        ),
        WantedTask(
            "Teaching pupils",
            None,
            2.5,
            (
                want("fine_manipulation", "left", "C7", frequency_band="O"),
                want("fine_manipulation", "right", "D7", frequency_band="O"),
                want("elbow_flexion", "left", "F7", frequency_band="O"),
                want("handwriting", None, "G7", frequency_band="O"),
            ),
        ),
        WantedTask("Travel between schools", None, 0.75, (want("carrying", None, "H8", load_kg=5),)),
    )
    job = WantedJob("Violin teacher", "St Cecilia School of Music", 5.5, 4, tasks)
    asks = (r"frequen|letter|scale|scheme|legend",)
    return Unseen("violin teacher", Rendering((page,), (), "teacher.xlsx"), (job,), asks)


def call_centre() -> Unseen:
    """Two roles under each other, times as numeric cells shown in per cent."""
    heading = (
        "Activity",
        "Essential",
        "% of shift",
        "Keyboard (% of shift)",
        "Mouse (% of shift)",
        "Mouse hand",
        "Handwriting (% of shift)",
    )
    rows = {
        1: ("Bluebell Contact Centres Ltd",),
        3: ("Role", "Customer adviser", None, "Shift", "8 h", None, "Days per week", 5),
        4: heading,
        5: ("Inbound calls", "Y", 0.7, 0.4, 0.25, "R", 0.05),
        6: ("After-call notes", "Y", 0.2, 0.15, 0.05, "R"),
        8: ("Role", "Team leader", None, "Shift", "7.5 h", None, "Days per week", 5),
        9: heading,
        10: ("Listening in", "Y", 0.4, None, 0.2, "L", 0.1),
        11: ("Rota and reports", "N", 0.4, 0.24, 0.16, "L"),
    }
    shares = {f"{c}{r}": "0%" for c in "CDEG" for r in (5, 6, 10, 11)}
    page = sheet("Roles", rows, formats=shares)
    adviser = (
        WantedTask(
            "Inbound calls",
            True,
            5.6,
            (
                want("keyboarding", None, "D5", hours_per_day=3.2),
                want("mousing", "right", "E5", hours_per_day=2),
                want("handwriting", None, "G5", hours_per_day=0.4),
            ),
        ),
        WantedTask(
            "After-call notes",
            True,
            1.6,
            (
                want("keyboarding", None, "D6", hours_per_day=1.2),
                want("mousing", "right", "E6", hours_per_day=0.4),
            ),
        ),
    )
    leader = (
        WantedTask(
            "Listening in",
            True,
            3,
            (
                want("mousing", "left", "E10", hours_per_day=1.5),
                want("handwriting", None, "G10", hours_per_day=0.75),
            ),
        ),
        WantedTask(
            "Rota and reports",
            False,
            3,
            (
                want("keyboarding", None, "D11", hours_per_day=1.8),
                want("mousing", "left", "E11", hours_per_day=1.2),
            ),
        ),
    )
    employer = "Bluebell Contact Centres Ltd"
    jobs = (
        WantedJob("Customer adviser", employer, 8, 5, adviser),
        WantedJob("Team leader", employer, 7.5, 5, leader),
    )
    return Unseen("call centre", Rendering((page,), (), "roles.xlsx"), jobs)


def medical_secretary() -> Unseen:
    """A comma CSV with hours a day for each hand, no tasks."""
    page = sheet(
        "(csv)",
        {
            1: ("Job title", "Medical secretary"),
            2: ("Employer", "Fenwick Surgery"),
            3: ("Shift (hours)", 7.5),
            4: ("Days per week", 5),
            6: ("Activity", "Left (h/day)", "Right (h/day)"),
            7: ("Keyboarding", 3, 3.5),
            8: ("Mousing", None, 2),
            9: ("Handwriting", None, 0.75),
            10: ("Fine manipulation", 0.5, 0.5),
        },
    )
    demands = (
        want("keyboarding", "left", "B7", hours_per_day=3),
        want("keyboarding", "right", "C7", hours_per_day=3.5),
        want("mousing", "right", "C8", hours_per_day=2),
        want("handwriting", "right", "C9", hours_per_day=0.75),
        want("fine_manipulation", "left", "B10", hours_per_day=0.5),
        want("fine_manipulation", "right", "C10", hours_per_day=0.5),
    )
    job = WantedJob("Medical secretary", "Fenwick Surgery", 7.5, 5, (WantedTask("", None, None, demands),))
    return Unseen("medical secretary", Rendering((page,), (), "secretary.csv", delimiter=","), (job,))
