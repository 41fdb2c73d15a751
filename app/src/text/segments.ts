// A text cut wherever evidence begins or ends, so that overlapping evidence is shown without nesting.
import type { Mark } from "./marks";
import type { Offsets } from "./offsets";

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
