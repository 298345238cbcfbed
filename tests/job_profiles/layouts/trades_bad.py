"""Workbooks that are wrong, or none of ours: what must be said, and what must not be read."""

from datetime import date

from trades_law import Trade, page


def timesheet() -> Trade:
    """A time sheet: job, task and hours, but no demand."""
    return Trade(
        (
            page(
                "June",
                (
                    "Timesheet",
                    "A. Kovacs",
                ),
                (
                    "Job",
                    "Packer",
                ),
                (
                    "Date",
                    "Start",
                    "End",
                    "Break",
                    "Hours",
                    "Task",
                ),
                (
                    "2026-06-01",
                    "08:00",
                    "16:30",
                    "0:30",
                    8,
                    "Lifting line",
                ),
                (
                    "2026-06-02",
                    "08:00",
                    "16:30",
                    "0:30",
                    8,
                    "Packing",
                ),
            ),
        ),
        read=(),
        found=("no-demands !",),
        asked=(),
    )


def risk_assessment() -> Trade:
    """A risk assessment that says vibration and manual handling."""
    return Trade(
        (
            page(
                "Risk",
                ("Risk assessment – warehouse",),
                (
                    "Hazard",
                    "Who is at risk",
                    "Likelihood",
                    "Severity",
                    "Action",
                ),
                (
                    "Manual handling",
                    "Pickers",
                    3,
                    4,
                    "Training",
                ),
                (
                    "Hand-arm vibration",
                    "Fitters",
                    2,
                    4,
                    "Gloves",
                ),
                (
                    "Cold store",
                    "All",
                    2,
                    2,
                    "Jackets",
                ),
            ),
        ),
        read=(),
        found=("no-demands !",),
        asked=(),
    )


def panel_beater() -> Trade:
    """Figures that no hand and no day can have, and words for them."""
    return Trade(
        (
            page(
                "Poste",
                (
                    "Employeur",
                    "Carrosserie Ml",
                ),
                (
                    "Poste",
                    "Tôlier",
                ),
                (
                    "Durée du poste (h)",
                    7,
                ),
                (None,),
                (
                    "Tâche",
                    "Heures par jour",
                    "Exigence",
                    "Main",
                    "Force (N)",
                    "Charge (kg)",
                    "Répétitions par minute",
                ),
                (
                    "Redresser",
                    26,
                    "Préhension en force",
                    "droite",
                    60,
                    None,
                    4,
                ),
                (
                    "Poncer",
                    2,
                    "Pince latérale",
                    "gauche",
                    1200,
                    None,
                    6,
                ),
                (
                    "Porter pièces",
                    1,
                    "Soulever",
                    "les deux",
                    None,
                    -5,
                    1,
                ),
                (
                    "Peindre",
                    1,
                    "Préhension en force",
                    "tête",
                    "fort",
                    None,
                    900,
                ),
            ),
        ),
        read=(
            "Tôlier @ Carrosserie Ml: 7 h, ? d",
            "- Redresser: ? h, essential None",
            "  E6 power_grip right force_n=60 efforts_per_minute=4",
            "- Poncer: 2 h, essential None",
            "  E7 key_pinch left efforts_per_minute=6",
            "- Porter pièces: 1 h, essential None",
            "  F8 lifting both efforts_per_minute=1",
            "- Peindre: 1 h, essential None",
            "  G9 power_grip ?",
        ),
        found=(
            "unknown-hand Poste!D9",
            "text-in-number Poste!E9",
            "impossible-value Poste!B6",
            "impossible-value Poste!E7",
            "impossible-value Poste!F8",
            "impossible-value Poste!G9",
        ),
        asked=(
            "hand-unknown",
            "task-hours-unknown",
            "essential-unknown",
            "efforts-unknown",
            "what-was-meant",
        ),
    )


def sorter() -> Trade:
    """Ranges that became dates, a task without a name, letters and units of nowhere."""
    return Trade(
        (
            page(
                "PDA",
                (
                    "Job",
                    "Sorter",
                ),
                (
                    "Shift",
                    "8 h",
                ),
                (None,),
                (
                    "Task",
                    "Hours",
                    "Demand",
                    "Hand",
                    "Amount",
                    "Unit",
                    "Frequency",
                ),
                (
                    "Sort",
                    date(2026, 2, 1),
                    "Power grip",
                    "R",
                    30,
                    "N",
                    "6/min",
                ),
                (
                    "Bag",
                    "lots",
                    "Juggling",
                    "L",
                    20,
                    "N",
                    "2/min",
                ),
                (
                    None,
                    3,
                    "Key pinch",
                    "L",
                    12,
                    "N",
                    "Q",
                ),
                (
                    "Stack",
                    2,
                    "Power grip",
                    "R",
                    date(2026, 5, 3),
                    "kg",
                    "O",
                ),
                (
                    "Weigh",
                    1,
                    "Lifting",
                    "both",
                    12,
                    "zz",
                ),
            ),
        ),
        read=(
            "Sorter @ None: 8 h, ? d",
            "- Sort: ? h, essential None",
            "  E5 power_grip right force_n=30 efforts_per_minute=6",
            "- Bag: ? h, essential None",
            "- Task in row 7: 3 h, essential None",
            "  E7 key_pinch left force_n=12",
            "- Stack: 2 h, essential None",
            "  G8 power_grip right frequency_band=O",
            "- Weigh: 1 h, essential None",
            "  C9 lifting both",
        ),
        found=(
            "date-in-amount PDA!B5",
            "text-in-number PDA!B6",
            "unknown-demand PDA!C6",
            "task-name-missing PDA!A7",
            "text-in-number PDA!G7",
            "date-in-amount PDA!E8",
            "unknown-unit PDA!F9",
        ),
        asked=(
            "frequency-scheme",
            "task-hours-unknown",
            "essential-unknown",
            "efforts-unknown",
            "what-was-meant",
        ),
    )


BAD_TRADES = (
    timesheet,
    risk_assessment,
    panel_beater,
    sorter,
)
