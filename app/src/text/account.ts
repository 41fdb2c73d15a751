// What an event says, line by line, in a fixed order: the account that every view shows.
import type { Event, Quantity, Span } from "../api/shapes";
import { amount, coordinates, days, partyName, placeName } from "../lib/phrases";
import type { Evidenced } from "./marks";
import type { SpanRole } from "./roles";

export interface Line {
  label: string;
  value: string;
  words: string | null;
  role: SpanRole | null;
  /** How the value was resolved. */
  rule: string | null;
}

export function accountOf(event: Event, others: readonly Event[]): Line[] {
  const lines: Line[] = [];
  const add = (label: string, value: string, evidence: Evidenced | null, role: SpanRole | null): void => {
    lines.push({ label, value, words: evidence?.text ?? null, role, rule: evidence?.rule ?? null });
  };
  if (event.time) add("when", days(event.time), event.time, "time");
  for (const party of event.actors) add("who", partyName(party), party, "actor");
  for (const party of event.recipients) add("to whom", partyName(party), party, "recipient");
  if (event.place) add("where", where(event.place), event.place, "place");
  quote(lines, "with", event.weapons, "weapon");
  harm(add, "killed", event.killed, "killed");
  harm(add, "injured", event.injured, "injured");
  if (event.count.low !== 1 || event.count.high !== 1) add("how many", `${amount(event.count)} events`, event.count, "count");
  add("realis", event.realis, null, null);
  if (event.attribution.length === 0) add("on the word of", "the report itself", null, null);
  quote(lines, "on the word of", event.attribution, "attribution");
  quote(lines, "claimed by", event.claimed_by, "claimed_by");
  for (const id of event.responds_to) add("in answer to", named(id, others), null, null);
  if (event.note) add("note", event.note, null, null);
  return lines;
}

function where(place: NonNullable<Event["place"]>): string {
  const name = placeName(place);
  return place.lat === null || place.lon === null ? name : `${name} (${coordinates(place.lat, place.lon)})`;
}

function quote(lines: Line[], label: string, spans: readonly Span[], role: SpanRole): void {
  for (const span of spans) lines.push({ label, value: "", words: span.text, role, rule: null });
}

function harm(
  add: (label: string, value: string, evidence: Evidenced | null, role: SpanRole) => void,
  label: "killed" | "injured",
  figure: Quantity | null,
  role: SpanRole,
): void {
  if (figure) add(label, amount(figure), figure, role);
}

function named(id: string, others: readonly Event[]): string {
  const other = others.find((event) => event.id === id);
  return other ? `${id} ${other.category}, ${other.trigger.text}` : id;
}
