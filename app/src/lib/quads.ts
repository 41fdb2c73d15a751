// PLOVER's four quadrants give sixteen categories four colours; the category itself is always written beside.
import { session } from "./session.svelte";

export type Quad = "material-conflict" | "verbal-conflict" | "material-cooperation" | "verbal-cooperation";

export const QUADS: readonly Quad[] = [
  "material-conflict",
  "verbal-conflict",
  "material-cooperation",
  "verbal-cooperation",
];

export function quadOf(category: string): Quad {
  const row = session.codebook?.categories.find((known) => known.code === category);
  const quad = row?.quad.toLowerCase().replace(/[ _]/g, "-");
  return QUADS.find((known) => known === quad) ?? "verbal-cooperation";
}
