import type { Figure } from "../api/shapes";
import { count } from "../lib/phrases";

/** `4`, or `4 (2–6)` where reports differ; an open bound shows a plus. */
export function figure(known: Figure | null): string {
  if (!known) return "";
  const best = known.best === null ? "?" : count(known.best);
  const range = rangeOf(known);
  return range && range !== best ? `${best} (${range})` : best;
}

function rangeOf({ low, high }: Pick<Figure, "low" | "high">): string {
  if (low === null && high === null) return "";
  if (high === null) return `${count(low ?? 0)}+`;
  return low === high ? count(high) : `${count(low ?? 0)}–${count(high)}`;
}
