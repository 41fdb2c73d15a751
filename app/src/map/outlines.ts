// Outlines of countries (Natural Earth by way of world-atlas), packaged with the app. Borders are those that Natural Earth
// draws, the de facto ones; they are no statement about whose a place is.
import { geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import outlines from "world-atlas/countries-50m.json?url";

/** Width of the world in the units of this module; 0 is 180° west, and the north is up. */
export const WORLD = 1000;

const mercator = geoMercator()
  .scale(WORLD / (2 * Math.PI))
  .translate([WORLD / 2, WORLD / 2])
  .precision(0);

export interface Outlines {
  land: Path2D;
  borders: Path2D;
}

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
let loading: Promise<Outlines> | null = null;

export function loadOutlines(): Promise<Outlines> {
  loading ??= draw();
  return loading;
}

async function draw(): Promise<Outlines> {
  const world = (await (await fetch(outlines)).json()) as World;
  const path = geoPath(mercator);
  return {
    land: new Path2D(path(feature(world, world.objects.land)) ?? ""),
    borders: new Path2D(path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? ""),
  };
}

const POLE = 84; // degrees; Mercator has no end

export function project(lat: number, lon: number): [number, number] {
  const bounded = Math.max(-POLE, Math.min(POLE, lat));
  const y = Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360));
  return [((lon + 180) / 360) * WORLD, WORLD / 2 - (y / (2 * Math.PI)) * WORLD];
}

export function unproject(x: number, y: number): [number, number] {
  const lat = (Math.atan(Math.exp((WORLD / 2 - y) * ((2 * Math.PI) / WORLD))) * 360) / Math.PI - 90;
  return [lat, (x / WORLD) * 360 - 180];
}
