"""The publication date: ISO, and not in the future."""

from datetime import date, datetime, timedelta

from tacitus.intake._refused import Code, Refused


def published_on(value: str, today: date) -> date:
    """The day of an ISO date or datetime, as its publisher wrote it: no change of time zone."""
    try:
        published = datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise Refused(Code.UNREADABLE_DATE, f"has the date {value[:40]!r}; write it as YYYY-MM-DD") from None
    return checked_day(published, today)


def checked_day(published: date, today: date) -> date:
    """The day, refused if it is in the future."""
    # Where the report was published it may already be tomorrow.
    if published > today + timedelta(days=1):
        raise Refused(Code.FUTURE_DATE, f"is dated {published}, in the future (today is {today}); correct the date")
    return published
