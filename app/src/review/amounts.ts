// A first guess at what selected words of number mean, for a person to check; the bounds follow the annotation guide.

export interface Bounds {
  low: number | null;
  high: number | null;
}

const SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SEVERAL: Record<string, number> = { several: 3, dozens: 24, scores: 40, hundreds: 200, thousands: 2000 };
const MORE = /\b(at least|more than|over|no fewer than|upwards? of)\b/;
const FEWER = /\b(at most|up to|fewer than|less than)\b/;

export function guessAmount(words: string): Bounds {
  const said = words.toLowerCase();
  for (const [word, low] of Object.entries(SEVERAL)) if (said.includes(word)) return { low, high: null };
  const numbers = numbersIn(said);
  const [first, second] = numbers;
  if (first === undefined) return { low: 1, high: 1 };
  if (second !== undefined && second > first && /\b(to|and|or)\b|[-–]/.test(said)) return { low: first, high: second };
  if (MORE.test(said)) return { low: first, high: null };
  if (FEWER.test(said)) return { low: null, high: first };
  return { low: first, high: first };
}

function numbersIn(said: string): number[] {
  const parts = said.match(/\d[\d,.]*\d|\d|[a-z]+(?:-[a-z]+)?/g) ?? [];
  return parts.map(numberOf).filter((number) => number !== null);
}

function numberOf(part: string): number | null {
  if (/^\d/.test(part)) return Number(part.replace(/[,.](?=\d{3}\b)/g, "")) || null;
  const small = SMALL.indexOf(part);
  if (small >= 0) return small;
  const [ten, unit] = part.split("-");
  const tens = TENS.indexOf(ten ?? "");
  if (tens < 0) return part === "dozen" ? 12 : null;
  return (tens + 2) * 10 + Math.max(SMALL.indexOf(unit ?? ""), 0);
}
