// Fingers and pointers on the map: one drags, two pinch, and one that hardly travels clicks.
import { panned, zoomed, type Size, type View } from "./view";

type Point = [number, number];

const CLICK_PX = 5; // farther than a hand trembles

export class Gestures {
  #pointers = new Map<number, Point>();
  #travelled = 0;

  down({ pointerId, offsetX, offsetY }: PointerEvent): void {
    this.#pointers.set(pointerId, [offsetX, offsetY]);
    this.#travelled = 0;
  }

  isDown({ pointerId }: PointerEvent): boolean {
    return this.#pointers.has(pointerId);
  }

  /** The view after a pointer that is down has moved. */
  moved({ pointerId, offsetX, offsetY }: PointerEvent, view: View, size: Size): View {
    const now: Point = [offsetX, offsetY];
    const before = this.#pointers.get(pointerId) ?? now;
    const other = [...this.#pointers].find(([id]) => id !== pointerId)?.[1];
    this.#travelled += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
    this.#pointers.set(pointerId, now);
    const share = other ? 0.5 : 1;
    const shifted = panned(view, size, (now[0] - before[0]) * share, (now[1] - before[1]) * share);
    if (!other) return shifted;
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    return zoomed(shifted, size, factor, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
  }

  /** Whether the pointer that is lifted has clicked. */
  up({ pointerId }: PointerEvent): boolean {
    return this.#pointers.delete(pointerId) && this.#travelled < CLICK_PX && this.#pointers.size === 0;
  }

  lost({ pointerId }: PointerEvent): void {
    this.#pointers.delete(pointerId);
  }
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
