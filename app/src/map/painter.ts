// What is on the map's canvas, from back to front.
import { colour } from "../lib/theme.svelte";
import { leading, radius, type Cell } from "./cells";
import type { Outlines } from "./outlines";
import { toScreen, type Size, type View } from "./view";

const FULL_CIRCLE = 2 * Math.PI;

export function paintWorld(brush: CanvasRenderingContext2D, outlines: Outlines | null, view: View, size: Size, ratio: number): void {
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.fillStyle = colour("sea");
  brush.fillRect(0, 0, size.width, size.height);
  if (!outlines) return;
  const scale = ratio * view.zoom;
  brush.setTransform(scale, 0, 0, scale, ratio * (size.width / 2 - view.x * view.zoom), ratio * (size.height / 2 - view.y * view.zoom));
  brush.fillStyle = colour("land");
  brush.fill(outlines.land);
  brush.strokeStyle = colour("border");
  brush.lineWidth = 0.8 / view.zoom;
  brush.stroke(outlines.land);
  brush.stroke(outlines.borders);
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
}

export function paintCells(brush: CanvasRenderingContext2D, cells: readonly Cell[], colours: readonly string[], view: View, size: Size): void {
  brush.lineWidth = 1;
  brush.strokeStyle = colour("sheet");
  // Large circles first, so that small ones lie on top of them.
  for (const cell of cells.toSorted((a, b) => b.n - a.n)) {
    const [left, top] = toScreen(view, size, cell.x, cell.y);
    const r = radius(cell.n);
    if (left < -r || top < -r || left > size.width + r || top > size.height + r) continue;
    brush.globalAlpha = 0.82;
    brush.fillStyle = colours[leading(cell)] ?? "grey";
    brush.beginPath();
    brush.arc(left, top, r, 0, FULL_CIRCLE);
    brush.fill();
    brush.globalAlpha = 1;
    brush.stroke();
  }
}

export function paintRing(brush: CanvasRenderingContext2D, x: number, y: number, view: View, size: Size): void {
  const [left, top] = toScreen(view, size, x, y);
  brush.lineWidth = 2;
  brush.strokeStyle = colour("ink");
  brush.beginPath();
  brush.arc(left, top, 9, 0, FULL_CIRCLE);
  brush.stroke();
}

export function paintCross(brush: CanvasRenderingContext2D, size: Size): void {
  brush.lineWidth = 1;
  brush.strokeStyle = colour("ink");
  brush.beginPath();
  brush.moveTo(size.width / 2 - 10, size.height / 2);
  brush.lineTo(size.width / 2 + 10, size.height / 2);
  brush.moveTo(size.width / 2, size.height / 2 - 10);
  brush.lineTo(size.width / 2, size.height / 2 + 10);
  brush.stroke();
}
