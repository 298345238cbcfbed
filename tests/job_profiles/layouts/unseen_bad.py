"""Workbooks with planted mistakes, and two that only look like demand sheets."""

from drawn_pages import Rendering
from unseen_good import KGF, sheet
from unseen_law import Planted, Unseen, WantedJob, WantedTask, want

from job_profiles.problem import Severity
from job_profiles.profile import FrequencyScale, ScaleBasis

ANY = (Severity.ERROR, Severity.WARNING, Severity.QUESTION)
GRAVE = (Severity.ERROR, Severity.WARNING)


def butcher() -> Unseen:
    """A row twice, impossible load and pinch, question marks for hours, a negative rate, too many hours."""
    rows = {
        1: ("Cleaver Lane Meats",),
        2: ("Job", "Butcher, cutting room"),
        3: ("Shift (h)", 8),
        4: ("Days/week", 5),
        6: ("Task", "Hours", "Demand", "Hand", "Force (N)", "Load (kg)", "Times per min"),
        7: ("Bone out shoulders", 3, "Power grip (knife)", "R", 95, None, 12),
        8: ("Bone out shoulders", 3, "Power grip (knife)", "R", 95, None, 12),
        9: ("Trim and dice", 2.5, "Key pinch", "L", 25, None, 20),
        10: ("Hang quarters", 1, "Lifting", "both", None, 450, 0.5),
        11: ("Tie roasts", 1.5, "Tip pinch", "R", 1600, None, 6),
        12: ("Wash down", "??", "Power grip", "R", 30, None, 10),
        13: ("Vacuum pack", 2, "Key pinch", "R", 12, None, -8),
    }
    tasks = (
        WantedTask(
            "Bone out shoulders",
            None,
            3,
            (want("power_grip", "right", "E7:E8", force_n=95, efforts_per_minute=12),),
        ),
        WantedTask(
            "Trim and dice", None, 2.5, (want("key_pinch", "left", "E9", force_n=25, efforts_per_minute=20),)
        ),
        WantedTask(
            "Wash down", None, None, (want("power_grip", "right", "E12", force_n=30, efforts_per_minute=10),)
        ),
        WantedTask("Vacuum pack", None, 2, ()),
    )
    planted = (
        Planted("Butcher", "A7:G8", ANY, "twice|duplicate|again|same"),
        Planted("Butcher", "F10", GRAVE),
        Planted("Butcher", "E11"),
        Planted("Butcher", "B12", (*ANY, Severity.NOTE)),
        Planted("Butcher", "G13"),
        Planted("Butcher", "B3:B13", GRAVE, "shift"),
    )
    job = WantedJob("Butcher, cutting room", "Cleaver Lane Meats", 8, 5, tasks)
    drawn = Rendering((sheet("Butcher", rows),), (), "butcher.xlsx")
    return Unseen("butcher", drawn, (job,), planted=planted, bad=True)


def nursery_assistant() -> Unseen:
    """Kilograms of force or mass, `maybe`, a typed error value, an unknown unit, an unknown letter."""
    rows = {
        1: ("Little Acorns Nursery",),
        2: ("Post: Nursery assistant",),
        3: ("Shift: 7.5 h, 5 days a week",),
        5: (
            "Activity",
            "Essential",
            "Hours per day",
            "Demand",
            "Hand",
            "How heavy / how strong",
            "Frequency",
        ),
        6: ("Push buggies", "Y", 1, "Pushing", "both", "10 kg", "O"),
        7: ("Craft table", "Y", 1.5, "Handling", "both", "2 kg", "O"),
        8: ("Serve meals", "maybe", 1, "Carrying", "R", "#N/A", "O"),
        9: ("Tidy toys", "N", 0.5, "Power grip", "both", "3 bananas", "O"),
        10: ("Change babies", "Y", 1, "Lifting", "both", "9 kg", "Z"),
        12: ("O = up to 1/3, F = 1/3 to 2/3, C = 2/3 of the shift and more",),
    }
    tasks = (
        WantedTask(
            "Push buggies",
            True,
            1,
            (want("pushing", "both", "F6", force_n=10 * KGF, frequency_band="O", hours_range=(0, 2.5, 1)),),
        ),
        WantedTask(
            "Craft table",
            True,
            1.5,
            (want("gross_handling", "each|both", "A7:G7", hours_range=(0, 2.5, 1.5)),),
        ),
        WantedTask("Serve meals", None, 1, ()),
        WantedTask("Tidy toys", False, 0.5, ()),
    )
    planted = (
        Planted("Nursery", "B8", GRAVE),
        Planted("Nursery", "F8"),
        Planted("Nursery", "F9"),
        Planted("Nursery", "G10"),
    )
    third = 1 / 3
    scale = FrequencyScale(
        ScaleBasis.SHARE_OF_SHIFT, (("O", (0, third)), ("F", (third, 2 * third)), ("C", (2 * third, 1)))
    )
    job = WantedJob("Nursery assistant", "Little Acorns Nursery", 7.5, 5, tasks, scale)
    drawn = Rendering((sheet("Nursery", rows),), (), "nursery.xlsx")
    asks = (r"kgf|force or (mass|weight)|mass or force|weight or force",)
    return Unseen("nursery assistant", drawn, (job,), asks, planted, ("F8", "F9"), bad=True)


def press_operator() -> Unseen:
    """Wide: a spreadsheet error, words for numbers, a duty cycle of 130 %, a column without heading."""
    rows = {
        1: ("Employer", "Anvil Street Pressings"),
        2: ("Job title", "Press operator"),
        3: ("Hours per shift", 8, None, "Days per week", 5),
        5: (
            "Task",
            "Hours per day",
            "Power grip RT (N)",
            "Power grip LT (N)",
            "Duty cycle (%)",
            None,
            "Lifting (kg)",
        ),
        6: ("Feed blanks", 4, 40, 35, 30, 7, 3),
        7: ("Change dies", 1, "very strong", 90, 130, 9, 12),
        8: ("Stack parts", "#DIV/0!", 50, 45, 25, 4, 8),
    }
    tasks = (
        WantedTask(
            "Feed blanks",
            None,
            4,
            (
                want("power_grip", "right", "C6", force_n=40),
                want("power_grip", "left", "D6", force_n=35),
                want("lifting", None, "G6", load_kg=3),
            ),
        ),
        WantedTask("Change dies", None, 1, (want("power_grip", "left", "D7", force_n=90),)),
        WantedTask("Stack parts", None, None, (want("power_grip", "right", "C8", force_n=50),)),
    )
    planted = (
        Planted("Press", "C7", GRAVE),
        Planted("Press", "E7"),
        Planted("Press", "B8"),
        Planted("Press", "F5:F8", ANY),
    )
    job = WantedJob("Press operator", "Anvil Street Pressings", 8, 5, tasks)
    drawn = Rendering((sheet("Press", rows),), (), "press.xlsx")
    return Unseen("press operator", drawn, (job,), planted=planted, never=("F6", "F7", "F8", "C7"), bad=True)


def grip_test() -> Unseen:
    """A clinic's test results: grip, pinch, hands and forces, but nothing that a job asks."""
    rows = {
        1: ("Hand therapy – strength test results",),
        2: ("Visit", "3", None, "Dynamometer", "Jamar, rung 2"),
        4: ("Test", "Hand", "Trial 1 (kg)", "Trial 2 (kg)", "Trial 3 (kg)", "Mean (kg)"),
        5: ("Grip", "Right", 18, 20, 19, 19),
        6: ("Grip", "Left", 31, 30, 32, 31),
        7: ("Key pinch", "Right", 4.5, 5, 4.8, 4.8),
        8: ("Tip pinch", "Right", 3, 3.2, 3.1, 3.1),
    }
    return Unseen("grip test", Rendering((sheet("Visit 3", rows),), (), "results.xlsx"), refused=True)


def rota() -> Unseen:
    """A staff rota: jobs and hours, no demand."""
    rows = {
        1: ("Rota week 12 – Harbour Café",),
        3: ("Name", "Job", "Mon", "Tue", "Wed", "Thu", "Fri", "Hours"),
        4: ("Ana", "Barista", 8, 8, None, 8, 8, 32),
        5: ("Ben", "Kitchen porter", 6, 6, 6, 6, None, 24),
        6: ("Cleo", "Waiter", None, 5, 5, 5, 5, 20),
        7: ("Total", None, 14, 19, 11, 19, 13, 76),
    }
    return Unseen("rota", Rendering((sheet("Week 12", rows),), (), "rota.xlsx"), refused=True)
