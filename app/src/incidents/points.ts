// Incidents as points of the map.
import type { Points } from "../api/shapes";
import { dayNumber, isoDay } from "../lib/dates";
import { count, period as periodName } from "../lib/phrases";
import { QUADS, quadOf } from "../lib/quads";
import type { Cell, Marks } from "../map/cells";
import { project } from "../map/mercator";
import type { Box } from "../map/view";

const OUTERMOST = 0.01; // of the points, on each side, that the map does not show at first
const ROOM = 2; // degrees about the others
const MOST_NORTH = 80;

export function marksOf(points: Points | null): Marks {
  const n = points?.ids.length ?? 0;
  const kinds = (points?.categories ?? []).map((category) => QUADS.indexOf(quadOf(category)));
  const made = { x: new Float32Array(n), y: new Float32Array(n), kind: new Uint8Array(n) };
  for (let at = 0; at < n; at += 1) {
    const [x, y] = project(points?.lat[at] ?? 0, points?.lon[at] ?? 0);
    made.x[at] = x;
    made.y[at] = y;
    made.kind[at] = kinds[points?.category[at] ?? 0] ?? 0;
  }
  return made;
}

/** Which points lie in a period; null: all of them. */
export function shownIn(points: Points | null, { from, to }: { from: string; to: string }): Uint8Array | null {
  if (!points || (!from && !to)) return null;
  const [first, last] = [from ? dayNumber(from) : -Infinity, to ? dayNumber(to) : Infinity];
  return Uint8Array.from(points.day, (day) => (day !== null && day >= first && day <= last ? 1 : 0));
}

/** Where most points lie. */
export function homeOf(points: Points | null): Box | null {
  if (!points?.ids.length) return null;
  const lats = Float64Array.from(points.lat).sort();
  const lons = Float64Array.from(points.lon).sort();
  const at = (sorted: Float64Array, share: number): number => sorted[Math.round((sorted.length - 1) * share)] as number;
  return [
    at(lons, OUTERMOST) - ROOM,
    Math.max(-MOST_NORTH, at(lats, OUTERMOST) - ROOM),
    at(lons, 1 - OUTERMOST) + ROOM,
    Math.min(MOST_NORTH, at(lats, 1 - OUTERMOST) + ROOM),
  ];
}

/** What a circle holds, in words. */
export function told(points: Points | null, cell: Cell): string {
  if (cell.n > 1) return `${count(cell.n)} incidents`;
  const day = points?.day[cell.one];
  const killed = points?.killed[cell.one];
  const category = points?.categories[points.category[cell.one] ?? 0] ?? "";
  return [category, day != null ? periodName(isoDay(day), null) : "no date", killed ? `${count(killed)} killed` : ""].filter(Boolean).join(" · ");
}

export function asQuery(box: Box): string {
  return box.map((edge) => edge.toFixed(4)).join(",");
}
