"""What stands above a table (title, employer, shift), written in different ways, and legends."""

from drawn_pages import Page
from layout_words import Words

from job_profiles.profile import JobProfile


def stacked_pairs(page: Page, job: JobProfile, words: Words) -> int:
    """Name in column A, value in column B, under a title row."""
    page.put(0, 0, "PHYSICAL DEMANDS OF WORK")
    page.put_row(1, (words.employer, job.employer))
    page.put_row(2, (words.job, job.title))
    page.put_row(3, (words.shift, job.shift.hours_per_day))
    page.put_row(4, (words.days, job.shift.days_per_week))
    return 6


def bare_pairs(page: Page, job: JobProfile, words: Words) -> int:
    """Pairs from the first row on, with a colon after each name."""
    page.put_row(0, (f"{words.job}:", job.title))
    page.put_row(1, (f"{words.employer}:", job.employer))
    page.put_row(2, (f"{words.shift}:", job.shift.hours_per_day))
    page.put_row(3, (f"{words.days}:", job.shift.days_per_week))
    return 5


def spread_pairs(page: Page, job: JobProfile, words: Words) -> int:
    """Pairs beside each other on two rows, with a gap and a merged title above."""
    page.put(0, 1, "Job demands record")
    page.merge(0, 1, 0, 6)
    page.put_row(2, (words.employer, job.employer, None, words.job, job.title), 1)
    page.put_row(3, (words.shift, job.shift.hours_per_day, None, words.days, job.shift.days_per_week), 1)
    page.put(4, 1, "Recorded during two visits; ask the supervisor about anything unclear.")
    return 6


def one_cell_each(page: Page, job: JobProfile, words: Words) -> int:
    """Name and value together in one cell."""
    page.put(0, 0, f"{words.employer}: {job.employer}")
    page.put(1, 0, f"{words.job}: {job.title}")
    page.put(2, 0, f"{words.shift}: {job.shift.hours_per_day:g}")
    page.put(3, 0, f"{words.days}: {job.shift.days_per_week:g}")
    return 5


def in_a_sentence(page: Page, job: JobProfile, words: Words) -> int:
    """Employer and job in the title, shift and days in a line of text."""
    page.put(0, 0, f"{job.employer} – {job.title}")
    page.put(
        1,
        0,
        f"Shift {job.shift.hours_per_day:g} h, {job.shift.days_per_week:g} days per week, two paid breaks",
    )
    return 3


def legend_line(page: Page, row: int) -> int:
    """The legend in one cell."""
    page.put(
        row,
        0,
        "Key, share of the shift: N = never; O = occasionally, up to 33 %; "
        "F = frequently, 33 to 67 %; C = constantly, 67 to 100 %",
    )
    return row + 2


def legend_table(page: Page, row: int, col: int = 0) -> int:
    """The legend in two columns, a letter a row."""
    page.put_row(row, ("Letter", "Share of the shift"), col)
    page.put_row(row + 1, ("N", "never"), col)
    page.put_row(row + 2, ("O", "0-33 %"), col)
    page.put_row(row + 3, ("F", "33-67 %"), col)
    page.put_row(row + 4, ("C", "67-100 %"), col)
    return row + 6
