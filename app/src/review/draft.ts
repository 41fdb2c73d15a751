// Changes to an event under correction: new values, never the old one altered.
import type { Event, Interval, Party, Place, Quantity, Span } from "../api/shapes";
import type { Evidenced } from "../text/marks";
import type { SpanRole } from "../text/roles";
import { guessAmount } from "./amounts";

export const BY_HAND = "chosen by a person";
/** Of a value that rests on no words of the text. */
export const NO_WORDS = { text: null, start: null, end: null, rule: BY_HAND };

export function emptyEvent(trigger: Span, category: string): Event {
  return {
    id: "new",
    category,
    mode: [],
    acled: null,
    trigger,
    mentions: [],
    actors: [],
    recipients: [],
    place: null,
    time: null,
    weapons: [],
    killed: null,
    injured: null,
    count: { low: 1, high: 1, text: null, start: null, end: null, rule: null },
    realis: "occurred",
    attribution: [],
    claimed_by: [],
    responds_to: [],
    confidence: null,
    note: null,
  };
}

function evidence(span: Span): Evidenced {
  return { text: span.text, start: span.start, end: span.end, rule: BY_HAND };
}

function partyFrom(span: Span): Party {
  return { ...evidence(span), name: span.text, country: null, sector: null };
}

function placeFrom(span: Span): Place {
  const nowhere = { country: null, lat: null, lon: null, region: null, geonames_id: null };
  return { ...evidence(span), ...nowhere, name: span.text, precision: "exact" };
}

function timeFrom(span: Span, published: string | null): Interval {
  const today = published ?? new Date().toISOString().slice(0, 10);
  return { ...evidence(span), from: today, to: today, precision: "day", timex: null };
}

function quantityFrom(span: Span): Quantity {
  return { ...evidence(span), ...guessAmount(span.text) };
}

/** The event with words in a role; what can hold one value has it replaced, what can hold several gets one more. */
export function withWords(event: Event, role: SpanRole, span: Span, published: string | null): Event {
  switch (role) {
    case "trigger":
      return { ...event, trigger: span };
    case "mention":
      return { ...event, mentions: withSpan(event.mentions, span) };
    case "actor":
      return { ...event, actors: [...event.actors, partyFrom(span)] };
    case "recipient":
      return { ...event, recipients: [...event.recipients, partyFrom(span)] };
    case "place":
      return { ...event, place: event.place ? { ...event.place, ...evidence(span) } : placeFrom(span) };
    case "time":
      return { ...event, time: event.time ? { ...event.time, ...evidence(span), timex: null } : timeFrom(span, published) };
    case "weapon":
      return { ...event, weapons: withSpan(event.weapons, span) };
    case "killed":
    case "injured":
    case "count":
      return { ...event, [role]: quantityFrom(span) };
    case "attribution":
      return { ...event, attribution: withSpan(event.attribution, span) };
    case "claimed_by":
      return { ...event, claimed_by: withSpan(event.claimed_by, span) };
  }
}

function withSpan(spans: readonly Span[], span: Span): Span[] {
  return spans.some((known) => known.start === span.start && known.end === span.end) ? [...spans] : [...spans, span];
}

export function without<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_, index) => index !== at);
}

export function replaced<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return list.map((known, index) => (index === at ? item : known));
}
