// Degrees as places on the map and back, by Mercator's projection.

/** Width of the world in the units of the map; 0 is 180° west, and the north is up. */
export const WORLD = 1000;

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
