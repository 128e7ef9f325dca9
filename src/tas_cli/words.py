"""Words that every room has a use for."""


def counted(number: int, noun: str) -> str:
    """Return a number and what it counts: 1 day, 2 days."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
