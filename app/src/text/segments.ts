// A text cut wherever evidence begins or ends, so that overlapping evidence is shown without nesting.
import type { Event } from "../api/shapes";
import { marksOf, type Mark } from "./marks";
import { offsetsOf, type Offsets } from "./offsets";
import type { SpanRole } from "./roles";

export interface Segment {
  text: string;
  /** Where the piece begins, in code points. */
  start: number;
  marks: Mark[];
  /** Those of `marks` whose last character is in this piece. */
  ending: Mark[];
}

export function segmentsOf(text: string, marks: readonly Mark[], offsets: Offsets): Segment[] {
  const length = offsets.toPoints(text.length);
  const inside = marks.filter((mark) => mark.start < mark.end && mark.end <= length);
  const cuts = [...new Set([0, length, ...inside.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const coming = inside.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at] as number;
    const end = cuts[at + 1] as number;
    open = open.filter((mark) => mark.end > start);
    for (let mark = coming[next]; mark && mark.start <= start; mark = coming[next]) {
      open.push(mark);
      next += 1;
    }
    segments.push({
      text: text.slice(offsets.toUnits(start), offsets.toUnits(end)),
      start,
      marks: [...open],
      ending: open.filter((mark) => mark.end === end),
    });
  }
  return segments;
}

/** An excerpt that begins at `start` of its report, with what in it the events rest on. */
export function excerptOf(events: readonly Event[], excerpt: string, start: number): Segment[] {
  const shifted = marksOf(events).map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  return segmentsOf(excerpt, shifted.filter((mark) => mark.start >= 0), offsetsOf(excerpt));
}

/** What a piece of an excerpt looks like: the words that name the event come before all others. */
export function roleOf({ marks }: Segment): SpanRole | undefined {
  const roles = marks.map(({ role }) => role);
  return (["trigger", "mention"] as const).find((role) => roles.includes(role)) ?? roles[0];
}
