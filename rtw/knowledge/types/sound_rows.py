"""What rows of several tables have to hold alike. Each rule raises ValueError; the loader names the line."""


def require_people(n: int | None) -> None:
    """Refuse a study that followed nobody, or fewer."""
    if n is not None and n <= 0:
        raise ValueError(f"n counts people: {n} cannot be")


def require_ages(age_from: int, age_to: int | None) -> None:
    """Refuse a band of ages that runs backwards, or begins before birth; `age_to` None: and older."""
    if age_from < 0 or (age_to is not None and age_to < age_from):
        raise ValueError(f"age band {age_from} to {age_to} runs backwards")


def require_spread(mean: float, sd: float) -> None:
    """Refuse a mean or a standard deviation that cannot be of strength, time or count."""
    if sd <= 0 or mean <= 0:
        raise ValueError("mean and standard deviation are above zero")


def require_rising(names: str, *values: float | None) -> None:
    """Refuse values that fall, in the order of their names; those not given are passed over."""
    given = [value for value in values if value is not None]
    if given != sorted(given):
        raise ValueError(f"{names} must rise")
