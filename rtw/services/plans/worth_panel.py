"""Why panels of what an accommodation is worth, and of what it costs."""

from typing import Final

from rtw.domain.optimise.worth import DAYS_IN_WEEK, Worth
from rtw.domain.why import Input, Origin, Why
from rtw.knowledge.load import knowledge
from rtw.services import limit_sources

WHOLE_JOB: Final = (
    "Full duty is full hours of every essential task of the job. Where one is handed over it is not reached, "
    "so no days are counted."
)


def worth_panel(name: str, worth: Worth, plan: str = "the plan in the making") -> Why:
    """Say how the days an accommodation is worth were found."""
    with_it, sooner = worth.with_it.full_duty_week, worth.days_sooner
    without = (
        None if with_it is None or sooner is None or worth.at_least else with_it + sooner // DAYS_IN_WEEK
    )
    found = "proven earliest" if worth.with_it.proven else "found, not proven earliest"
    return Why(
        subject=f"Worth of {name}",
        result=worth_words(worth),
        formula="(first week of full duty without it − with it) × 7 days, each found anew by the solver",
        inputs=(
            Input("With it", _with_it(worth), Origin.COMPUTED, found),
            Input(
                "Without it", f"week {without}" if without else "not in these weeks", Origin.COMPUTED, plan
            ),
        ),
        steps=((f"{without} − {with_it} weeks = {sooner} days",) if without and with_it else ()),
        cautions=(
            "All other limits and accommodations stay as they are: worths of several do not add up.",
            *((WHOLE_JOB,) if worth.gives_away else ()),
            *(
                ("Without it full duty lies beyond the plan, so it may be worth more.",)
                if worth.at_least
                else ()
            ),
        ),
    )


def _with_it(worth: Worth) -> str:
    week = worth.with_it.full_duty_week
    if worth.gives_away:
        return f"no full duty of this job; {_rest(worth)}"
    return f"week {week}" if week else "not in these weeks"


def _rest(worth: Worth) -> str:
    week = worth.with_it.full_duty_week
    return f"the rest at full hours from week {week}" if week else "the rest not at full hours in these weeks"


def worth_words(worth: Worth) -> str:
    """Write the worth in days, the tasks it opens, those it leaves out, and what is essential of them."""
    days, tasks = worth.days_sooner, _tasks_words(worth)
    if worth.gives_away:
        opens = f"opens {', '.join(worth.opens)}; " if worth.opens else ""
        essential = ", ".join(worth.gives_away)
        return f"No full duty of this job: {opens}hands over essential work ({essential}); {_rest(worth)}"
    if days:
        least = "at least " if worth.at_least else ""
        words = f"{least}{abs(days)} days {'sooner' if days > 0 else 'later'}"
        return ", ".join(filter(None, (words, tasks)))
    if tasks:
        return f"{tasks[0].upper()}{tasks[1:]}"
    return "Full duty no sooner" if days == 0 else "Full duty is not reached in these weeks with it either"


def _tasks_words(worth: Worth) -> str:
    opens = f"opens {', '.join(worth.opens)}" if worth.opens else ""
    left = f"leaves out {', '.join(worth.leaves_out)}" if worth.leaves_out else ""
    shorter = f"with fewer full hours of {', '.join(worth.shortens)}" if worth.shortens else ""
    return "; ".join(filter(None, (opens, left, shorter if worth.days_sooner else "")))


def cost_panel() -> Why:
    """Say what the bands of cost are, and what employers reported."""
    return Why(
        subject="Cost of accommodations",
        result="a band by convention",
        formula="a band by the kind of thing, set by this product; no estimate for a case",
        coefficients=limit_sources.costs(),
        cautions=(knowledge().costs.text,),
    )
