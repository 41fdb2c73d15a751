// Every stretch of a report's text that its events rest on.
import type { Event, Party, Span } from "../api/shapes";
import { amount, days, partyName, placeName } from "../lib/phrases";
import type { SpanRole } from "./roles";

/** A value and its words; a value that was deduced has none. */
export type Evidenced = Pick<Party, "text" | "start" | "end" | "rule">;

export interface Mark {
  start: number;
  end: number;
  event: string;
  role: SpanRole;
  meaning: string;
}

export function marksOf(events: readonly Event[]): Mark[] {
  return events.flatMap((event) => [...ofEvent(event)]);
}

function* ofEvent(event: Event): Generator<Mark> {
  yield mark(event, "trigger", event.trigger, event.category);
  for (const span of event.mentions) yield mark(event, "mention", span, event.category);
  for (const party of event.actors) yield* evidence(event, "actor", party, partyName(party));
  for (const party of event.recipients) yield* evidence(event, "recipient", party, partyName(party));
  if (event.place) yield* evidence(event, "place", event.place, placeName(event.place));
  if (event.time) yield* evidence(event, "time", event.time, days(event.time));
  for (const span of event.weapons) yield mark(event, "weapon", span, span.text);
  if (event.killed) yield* evidence(event, "killed", event.killed, `${amount(event.killed)} killed`);
  if (event.injured) yield* evidence(event, "injured", event.injured, `${amount(event.injured)} injured`);
  yield* evidence(event, "count", event.count, `${amount(event.count)} events`);
  for (const span of event.attribution) yield mark(event, "attribution", span, span.text);
  for (const span of event.claimed_by) yield mark(event, "claimed_by", span, span.text);
}

function mark(event: Event, role: SpanRole, span: Span, meaning: string): Mark {
  return { start: span.start, end: span.end, event: event.id, role, meaning };
}

function* evidence(event: Event, role: SpanRole, value: Evidenced, meaning: string): Generator<Mark> {
  if (value.start !== null && value.end !== null) {
    yield { start: value.start, end: value.end, event: event.id, role, meaning };
  }
}
