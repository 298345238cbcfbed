"""Forms and lists as an employer or an insurer makes them, and what a careful person reads out of each."""

from datetime import time

from trades_law import Trade, page

from job_profiles.grid.cells import CellError


def dock_worker() -> Trade:
    """An American form: a legend, marks under five words, weights with `#`, hands in the labels."""
    return Trade(
        (
            page(
                "PDA",
                ("Harbor Freight Terminal LLC",),
                ("PHYSICAL DEMANDS ANALYSIS",),
                ("Job Title:", "Dock worker", None, "Shift length:", "10 hours"),
                ("Days/week:", 4, None, "Analyst:", "J. Ruiz"),
                (None,),
                (
                    "Physical Demand",
                    "Never",
                    "Rarely",
                    "Occasionally",
                    "Frequently",
                    "Constantly",
                    "Max. weight / force",
                    "Comments",
                ),
                ("Standing", None, None, None, None, "X"),
                ("Lifting floor to waist", None, None, "X", None, None, "50#", "sacks"),
                ("Lifting overhead", None, "X", None, None, None, "20 lbs"),
                ("Carrying", None, None, None, "X", None, "35 lb", "up to 30 ft"),
                ("Push / pull", None, None, "X", None, None, "60 lbf", "pallet jack"),
                ("Pinch grip - right hand", None, None, None, "X", None, "4 lbf", "labels"),
                ("Simple grasping (both hands)", None, None, None, None, "X"),
                ("Fine finger manipulation", "X"),
                ("Vibration", "X"),
                (None,),
                ("Never=0%; Rarely=1-5%; Occasionally=6-33%; Frequently=34-66%; Constantly=67-100%",),
            ),
        ),
        read=(
            "Dock worker @ Harbor Freight Terminal LLC: 10 h, 4 d",
            "- Whole job: ? h, essential None",
            "  G8 lifting ? load_kg=22.68 hours_range=0.6..3.3 frequency_band=O",
            "  G9 lifting ? load_kg=9.072 hours_range=0.1..0.5 frequency_band=R",
            "  G10 carrying ? load_kg=15.88 hours_range=3.4..6.6 frequency_band=F",
            "  G11 pushing ? force_n=266.9 hours_range=0.6..3.3 frequency_band=O",
            "  G11 pulling ? force_n=266.9 hours_range=0.6..3.3 frequency_band=O",
            "  G12 key_pinch right force_n=17.79 hours_range=3.4..6.6 frequency_band=F",
            "  F13 power_grip each hours_range=6.7..10 frequency_band=C",
        ),
        found=(),
        asked=("which-kind", "hand-unknown", "no-tasks"),
    )


def phlebotomist() -> Trade:
    """An insurer's form: hours at one time and in a day beside ticks for the hands."""
    return Trade(
        (
            page(
                "Form",
                ("Job Demands Questionnaire",),
                ("Employer", "Westfield Clinic Group", None, "Job title", "Phlebotomist"),
                ("Hours per day", 8, None, "Days per week", 5),
                (None,),
                ("Hand activity", "Hours at one time", "Total hours per day", "R", "L", "Remarks"),
                ("Simple grasping", 0.5, 3, "x", "x"),
                ("Fine manipulation", 1, 4, "x", None, "needles, vials"),
                ("Keyboarding", "30 min", "2 hrs", "x", "x"),
                ("Pushing / pulling", 0.1, 0.5, "x", "x", "cart"),
                ("Reaching above shoulder", None, 0),
            ),
        ),
        read=(
            "Phlebotomist @ Westfield Clinic Group: 8 h, 5 d",
            "- Whole job: ? h, essential None",
            "  C6 power_grip each hours_per_day=3",
            "  C7 fine_manipulation right hours_per_day=4",
            "  C8 keyboarding each hours_per_day=2",
            "  C9 pushing both hours_per_day=0.5",
            "  C9 pulling both hours_per_day=0.5",
        ),
        found=(),
        asked=("no-tasks",),
    )


def warehouse_lifts() -> Trade:
    """Weights under letters: the greatest weight at each frequency, by height of the lift."""
    return Trade(
        (
            page(
                "Lifting",
                ("Position", "Order selector"),
                ("Shift", "8 h"),
                (None,),
                ("Material handling", "O", "F", "C"),
                ("Lifting floor to waist", "50 lb", "35 lb", "10 lb"),
                ("Lifting waist to shoulder", "40 lb", "25 lb", None),
                ("Carrying", "50 lb", "20 lb", "-"),
                (None,),
                ("O = up to 1/3 of the day, F = 1/3 to 2/3, C = more than 2/3",),
            ),
        ),
        read=(
            "Order selector @ None: 8 h, ? d",
            "- Whole job: ? h, essential None",
            "  B5 lifting ? load_kg=22.68 hours_range=0..2.667 frequency_band=O",
            "  C5 lifting ? load_kg=15.88 hours_range=2.667..5.333 frequency_band=F",
            "  D5 lifting ? load_kg=4.536 hours_range=5.333..8 frequency_band=C",
            "  B6 lifting ? load_kg=18.14 hours_range=0..2.667 frequency_band=O",
            "  C6 lifting ? load_kg=11.34 hours_range=2.667..5.333 frequency_band=F",
            "  B7 carrying ? load_kg=22.68 hours_range=0..2.667 frequency_band=O",
            "  C7 carrying ? load_kg=9.072 hours_range=2.667..5.333 frequency_band=F",
        ),
        found=(),
        asked=("hand-unknown", "no-tasks"),
    )


def dental_lab() -> Trade:
    """One sheet for each task, its name and hours as keys above a small table."""

    def task(name: str, hours: object, essential: str, *rows: tuple[object, ...]) -> object:
        return page(
            name[:20],
            ("Task:", name),
            ("Time per day:", hours),
            ("Essential:", essential),
            (None,),
            ("Demand", "Hand", "Amount", "Frequency"),
            *rows,
        )

    return Trade(
        (
            page(
                "Cover",
                ("Employer:", "Molar & Sons Dental Lab"),
                ("Job title:", "Dental technician"),
                ("Shift:", "8 h"),
                ("Days per week:", 5),
            ),
            task(
                "Polish crowns",
                "2 h",
                "Yes",
                ("Tip pinch", "both", "15 N", "20/min"),
                ("Vibration", "R", "2.1 m/s2", None),
            ),
            task(
                "Pour models",
                time(1, 30),
                "Yes",
                ("Gripping", "L", "40 N", "4 per min"),
                ("Lifting", "both", "3 kg", "10/h"),
            ),
        ),
        read=(
            "Dental technician @ Molar & Sons Dental Lab: 8 h, 5 d",
            "- Polish crowns: 2 h, essential True",
            "  C6 tip_pinch each force_n=15 efforts_per_minute=20",
            "  C7 hand_arm_vibration right ahv_m_s2=2.1",
            "- Pour models: 1.5 h, essential True",
            "  C6 power_grip left force_n=40 efforts_per_minute=4",
            "  C7 lifting both load_kg=3 efforts_per_minute=0.1667",
        ),
        found=(),
        asked=("shared-or-each", "hours-uncovered", "vibration-time-unknown"),
    )


def hurried_foreman() -> Trade:
    """Slips of a hurry: a hand misspelt, amounts by the week, an error cell, a word for a number, a total."""
    return Trade(
        (
            page(
                "Demands",
                ("Job", "Paver"),
                ("Shift", "8 h"),
                (None,),
                ("Task", "Task hours", "Demand", "Hand", "Amount", "Unit", "Frequency"),
                ("Lay bricks", 5, "Power grip", "Rigth", 80, "N", "8/min"),
                ("Lay bricks", 5, "Lifting", "both", 25, "kg", "3 per week"),
                ("Cut bricks", "5 h/week", "Vibration", "R", 7.5, "m/s²", "O"),
                ("Cut bricks", None, "Power grip", "both", CellError("#N/A"), "N", "2/min"),
                ("Sweep", 1, "Pushing", "boht", "heavy", "N", "F"),
                ("Sweep", 1, "Gripping", "L", 30, "stone-weight", "F"),
                ("Total", 11),
            ),
        ),
        read=(
            "Paver @ None: 8 h, ? d",
            "- Lay bricks: 5 h, essential None",
            "  E5 power_grip ? force_n=80 efforts_per_minute=8",
            "  E6 lifting both load_kg=25",
            "- Cut bricks: ? h, essential None",
            "  E7 hand_arm_vibration right ahv_m_s2=7.5 frequency_band=O",
            "  G8 power_grip each efforts_per_minute=2",
            "- Sweep: 1 h, essential None",
            "  G9 pushing ? frequency_band=F",
            "  G10 power_grip left frequency_band=F",
        ),
        found=(
            "unknown-hand Demands!D5",
            "counted-by-week Demands!G6",
            "counted-by-week Demands!B7",
            "error-cell Demands!E8",
            "unknown-hand Demands!D9",
            "text-in-number Demands!E9",
            "unknown-unit Demands!F10",
        ),
        asked=(
            "frequency-scheme",
            "hand-unknown",
            "task-hours-unknown",
            "essential-unknown",
            "what-was-meant",
        ),
    )


def handover_list() -> Trade:
    """No headings at all, but every amount bears its unit."""
    return Trade(
        (
            page(
                "Sheet1",
                ("Fill bags", "Power grip", "R", "60 N", "12/min"),
                ("Fill bags", "Lifting", "both", "15 kg", "2/min"),
                ("Sew bags", "Key pinch", "R", "20 N", "30/min"),
                ("Sew bags", "Wrist extension", "L", "30 deg", "30/min"),
            ),
        ),
        read=(
            "Job without a title @ None: ? h, ? d",
            "- Fill bags: ? h, essential None",
            "  D1 power_grip right force_n=60 efforts_per_minute=12",
            "  D2 lifting both load_kg=15 efforts_per_minute=2",
            "- Sew bags: ? h, essential None",
            "  D3 key_pinch right force_n=20 efforts_per_minute=30",
            "  D4 wrist_extension left angle_deg=30 efforts_per_minute=30",
        ),
        found=("headings-missing Sheet1!A1:E4",),
        asked=("title-unknown", "shift-unknown", "task-hours-unknown", "essential-unknown"),
    )


def bus_driver() -> Trade:
    """Words for how often that no scale knows: told, not guessed."""
    return Trade(
        (
            page(
                "Bus",
                ("Job title", "Bus driver"),
                ("Shift", "7 h 30"),
                (None,),
                ("Physical requirement", "Hand", "How often", "Weight or force"),
                ("Driving", "both", "6 h/day", None),
                ("Lifting", "both", "Daily", "10 kg"),
                ("Pushing wheelchairs", "both", "Weekly", "150 N"),
                ("Gripping", "both", "Constantly", "40 N"),
                ("Reaching forward", "R", "Often", None),
            ),
        ),
        read=(
            "Bus driver @ None: 7.5 h, ? d",
            "- Whole job: ? h, essential None",
            "  C5 driving both hours_per_day=6",
            "  D6 lifting both load_kg=10",
            "  D7 pushing both force_n=150",
            "  D8 power_grip each force_n=40 frequency_band=C",
            "  C9 reaching_forward right frequency_band=F",
        ),
        found=("text-in-number Bus!C6", "text-in-number Bus!C7"),
        asked=("frequency-scheme", "shared-or-each", "no-tasks", "what-was-meant"),
    )


SHEETS = (dock_worker, phlebotomist, warehouse_lifts, dental_lab, hurried_foreman, handover_list, bus_driver)
