"""An event record in one line of a page."""

from collections.abc import Iterator

from tacitus.analysis.agreement import Value

NOTHING = "no event"


def told(event: Value) -> str:
    """`ASSAULT “shelled” by Rebels on Harim, at Harim (SYR), 2016-11-07, killed 4 or more, told by the governor`."""
    return "".join(_parts(event))


def value_told(value: Value | None) -> str:
    """A party, place, date, number or source in its words; empty for none."""
    if not value:
        return ""
    return " ".join(str(value.get("text") or value.get("name") or _amount(value)).split())


def _parts(event: Value) -> Iterator[str]:
    realis = event.get("realis") or "occurred"
    yield f"{event['category']} “{value_told(event['trigger'])}”"
    if realis != "occurred":
        yield f" ({realis})"
    if actors := event.get("actors"):
        yield f" by {_listed(actors)}"
    if recipients := event.get("recipients"):
        yield f" on {_listed(recipients)}"
    if place := event.get("place"):
        yield f", at {_place(place)}"
    if (time := event.get("time") or {}).get("from"):
        yield f", {time['from']}" if time["from"] == time["to"] else f", {time['from']} to {time['to']}"
    for key in ("killed", "injured"):
        if harm := event.get(key):
            yield f", {key} {_amount(harm)}"
    if sources := event.get("attribution"):
        yield f", told by {_listed(sources)}"


def _listed(values: list[Value]) -> str:
    return " and ".join(value_told(value) for value in values)


def _place(place: Value) -> str:
    point = f" {place['lat']:.1f} {place['lon']:.1f}" if place.get("lat") is not None else ""
    where = f"{place.get('country') or ''}{point}".strip()
    name = place.get("name") or value_told(place)
    return f"{name} ({where})" if where else name


def _amount(number: Value) -> str:
    low, high = number.get("low"), number.get("high")
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"
