// The outlines of countries, drawn once, when the app is built: what a browser would take a third of a second to make
// from the atlas is then a path to read. Natural Earth by way of world-atlas; its borders are those that are held,
// which is no statement about whose a place is. They are finer than those of a briefing
// (src/tacitus/analysis/outlines.json, 1:110 million), which is a page to send on and cannot be zoomed.
import { geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };
import { WORLD } from "./src/map/mercator.ts";

/** Steps of a path to a unit of the map: 400 m at the equator, far below what the atlas tells. */
const STEPS = 100;
const NAME = "virtual:outlines";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export function outlines(): Plugin {
  return {
    name: "outlines",
    resolveId: (id) => (id === NAME ? id : null),
    load: (id) => (id === NAME ? drawn() : null),
  };
}

function drawn(): string {
  const world = atlas as unknown as World;
  const size = WORLD * STEPS;
  const path = geoPath(geoMercator().scale(size / (2 * Math.PI)).translate([size / 2, size / 2]).precision(0));
  const [land, borders] = [feature(world, world.objects.land), mesh(world, world.objects.countries, (a, b) => a !== b)];
  const told = { steps: STEPS, land: inSteps(path(land) ?? ""), borders: inSteps(path(borders) ?? "") };
  return Object.entries(told).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join("\n");
}

/** A path of whole steps, each point told from the one before: a third as long. */
function inSteps(path: string): string {
  let [x, y] = [0, 0];
  let steps = "";
  for (const [, command, left, top] of path.matchAll(/([MLZ])(?:([-\d.e]+),([-\d.e]+))?/g)) {
    if (command === "Z") {
      steps += "z";
      continue;
    }
    const [right, down] = [Math.round(Number(left)) - x, Math.round(Number(top)) - y];
    [x, y] = [x + right, y + down];
    if (command === "M") steps += `M${x} ${y}`;
    else if (right || down) steps += `l${right}${down < 0 ? "" : " "}${down}`;
  }
  return steps;
}
