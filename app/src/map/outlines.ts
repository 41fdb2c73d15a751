// Outlines of countries, packaged with the app (see app/outlines.ts).

export interface Outlines {
  land: Path2D;
  borders: Path2D;
}

let loading: Promise<Outlines> | null = null;

export function loadOutlines(): Promise<Outlines> {
  loading ??= read();
  return loading;
}

async function read(): Promise<Outlines> {
  const { land, borders, steps } = await import("virtual:outlines");
  return { land: inUnits(land, steps), borders: inUnits(borders, steps) };
}

function inUnits(path: string, steps: number): Path2D {
  const made = new Path2D();
  made.addPath(new Path2D(path), new DOMMatrix().scale(1 / steps));
  return made;
}
