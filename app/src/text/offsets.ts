// The API counts code points, the browser UTF-16 units. The two differ after the first character beyond U+FFFF.

export interface Offsets {
  /** Code points to UTF-16 units. */
  toUnits(point: number): number;
  /** UTF-16 units to code points. */
  toPoints(unit: number): number;
}

const SAME: Offsets = { toUnits: (point) => point, toPoints: (unit) => unit };

export function offsetsOf(text: string): Offsets {
  if (!/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text)) return SAME;
  const units: number[] = [];
  const points: number[] = [];
  let unit = 0;
  for (const char of text) {
    for (let half = 0; half < char.length; half += 1) points.push(units.length);
    units.push(unit);
    unit += char.length;
  }
  points.push(units.length);
  units.push(unit);
  return {
    toUnits: (point) => units[point] ?? unit,
    toPoints: (at) => points[at] ?? units.length - 1,
  };
}
