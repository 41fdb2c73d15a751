// Points that would lie on each other are drawn as one circle. The grid stands still in the world, so that circles
// do not change while the map is moved.
import { distance } from "./gestures";
import { toScreen, type Size, type View } from "./view";

export interface Marks {
  x: Float32Array;
  y: Float32Array;
  /** Index of the colour of each point. */
  kind: Uint8Array;
}

export interface Cell {
  x: number;
  y: number;
  n: number;
  kinds: Uint32Array;
  /** One of the points, the only one where `n` is 1. */
  one: number;
}

const CELL_PX = 14;
const REACH_PX = 5; // beyond the rim of a circle

export function cellsOf(marks: Marks, shown: Uint8Array | null, view: View, nKinds: number): Cell[] {
  const scale = view.zoom / CELL_PX;
  const cells = new Map<number, Cell>();
  for (let at = 0; at < marks.x.length; at += 1) {
    if (shown && !shown[at]) continue;
    const x = marks.x[at] as number;
    const y = marks.y[at] as number;
    const key = Math.floor(x * scale) * 1e6 + Math.floor(y * scale);
    let cell = cells.get(key);
    if (!cell) {
      cell = { x: 0, y: 0, n: 0, kinds: new Uint32Array(nKinds), one: at };
      cells.set(key, cell);
    }
    cell.x += x;
    cell.y += y;
    cell.n += 1;
    const kind = marks.kind[at] as number;
    cell.kinds[kind] = (cell.kinds[kind] ?? 0) + 1;
  }
  return [...cells.values()].map((cell) => ({ ...cell, x: cell.x / cell.n, y: cell.y / cell.n }));
}

export function radius(n: number): number {
  return Math.min(2.6 + 1.25 * Math.log2(n) + 0.05 * Math.sqrt(n), 17);
}

/** The colour that most points of a cell have. */
export function leading(cell: Cell): number {
  return cell.kinds.indexOf(Math.max(...cell.kinds));
}

/** The circle under a point of the screen, or within reach of it. */
export function cellAt(cells: readonly Cell[], left: number, top: number, view: View, size: Size): Cell | null {
  let nearest: Cell | null = null;
  let least = Infinity;
  for (const cell of cells) {
    const away = distance(toScreen(view, size, cell.x, cell.y), [left, top]) - radius(cell.n);
    if (away < Math.min(REACH_PX, least)) [nearest, least] = [cell, away];
  }
  return nearest;
}
