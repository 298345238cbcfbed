"""Limits that a process sets on itself before it looks at a stranger's file."""

import resource


def set_limits(memory_bytes: int, cpu_s: int) -> None:
    """Bound this process's address space and processor time; never above what it was allowed."""
    for what, wanted in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CPU, cpu_s)):
        _, hard = resource.getrlimit(what)
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
