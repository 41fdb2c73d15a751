// Which part of the world a map shows: the middle in world units, and how many pixels a unit takes.
import { project, unproject, WORLD } from "./mercator";

export interface View {
  x: number;
  y: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

const CLOSEST = 400; // pixels a unit: about a hundred metres to a pixel at the equator
const MARGIN = 1.25;

/** The whole of a set of boxes' points, with a margin. */
export function fit([west, south, east, north]: Box, size: Size, closest = 60): View {
  const [left, bottom] = project(south, west);
  const [right, top] = project(north, east);
  const zoom = Math.min(size.width / ((right - left) * MARGIN), size.height / ((bottom - top) * MARGIN), closest);
  return bounded({ x: (left + right) / 2, y: (top + bottom) / 2, zoom }, size);
}

export function world(size: Size): View {
  return fit([-170, -56, 178, 76], size);
}

export function bounded({ x, y, zoom }: View, size: Size): View {
  const least = Math.min(size.width, size.height * 1.6) / WORLD;
  return {
    x: Math.max(0, Math.min(WORLD, x)),
    y: Math.max(0, Math.min(WORLD, y)),
    zoom: Math.max(least || 0.1, Math.min(CLOSEST, zoom)),
  };
}

export function toScreen(view: View, size: Size, x: number, y: number): [number, number] {
  return [(x - view.x) * view.zoom + size.width / 2, (y - view.y) * view.zoom + size.height / 2];
}

export function toWorld(view: View, size: Size, left: number, top: number): [number, number] {
  return [(left - size.width / 2) / view.zoom + view.x, (top - size.height / 2) / view.zoom + view.y];
}

/** Zoom so that the point under the pointer stays where it is. */
export function zoomed(view: View, size: Size, factor: number, left = size.width / 2, top = size.height / 2): View {
  const [x, y] = toWorld(view, size, left, top);
  const zoom = bounded({ ...view, zoom: view.zoom * factor }, size).zoom;
  const kept = view.zoom / zoom;
  return bounded({ x: x + (view.x - x) * kept, y: y + (view.y - y) * kept, zoom }, size);
}

export function panned(view: View, size: Size, right: number, down: number): View {
  return bounded({ ...view, x: view.x - right / view.zoom, y: view.y - down / view.zoom }, size);
}

export function boxOf(view: View, size: Size): Box {
  const [left, top] = toWorld(view, size, 0, 0);
  const [right, bottom] = toWorld(view, size, size.width, size.height);
  const [north, west] = unproject(Math.max(0, left), top);
  const [south, east] = unproject(Math.min(WORLD, right), bottom);
  return [west, Math.max(-90, south), east, Math.min(90, north)];
}

const PAN_PX = 60;
const KEYS: Record<string, (view: View, size: Size) => View> = {
  ArrowLeft: (view, size) => panned(view, size, PAN_PX, 0),
  ArrowRight: (view, size) => panned(view, size, -PAN_PX, 0),
  ArrowUp: (view, size) => panned(view, size, 0, PAN_PX),
  ArrowDown: (view, size) => panned(view, size, 0, -PAN_PX),
  "+": (view, size) => zoomed(view, size, 1.5),
  "=": (view, size) => zoomed(view, size, 1.5),
  "-": (view, size) => zoomed(view, size, 1 / 1.5),
};

/** The view after a key; null where the key moves no map. */
export function afterKey(key: string, view: View, size: Size): View | null {
  return KEYS[key]?.(view, size) ?? null;
}
