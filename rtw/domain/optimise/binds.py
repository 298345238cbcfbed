def with_binds(schedule, brief):
    return schedule
