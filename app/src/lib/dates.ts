// Days as numbers, counted from 1970-01-01, as the API's columns have them.
import { MONTHS } from "./phrases";

const MS = 86_400_000;

export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / MS);
}

export function isoDay(number: number): string {
  return new Date(Math.round(number) * MS).toISOString().slice(0, 10);
}

/** The day after a bin's last one. */
export function binEnd(start: string, unit: string): number {
  const date = new Date(`${start}T00:00:00Z`);
  if (unit === "week") date.setUTCDate(date.getUTCDate() + 7);
  else if (unit === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  else if (unit === "year") date.setUTCFullYear(date.getUTCFullYear() + 1);
  else date.setUTCDate(date.getUTCDate() + 1);
  return Math.round(date.getTime() / MS);
}

export interface Tick {
  at: number;
  label: string;
}

const YEAR_DAYS = 365.25;
const MONTH_DAYS = 30.4;

/** About `most` ticks at the beginnings of years, months or days. */
export function ticks(first: number, last: number, most: number): Tick[] {
  const days = Math.max(1, last - first);
  if (days / YEAR_DAYS > most / 2) return years(first, last, Math.ceil(days / YEAR_DAYS / most));
  if (days / MONTH_DAYS > most / 2) return months(first, last, Math.ceil(days / MONTH_DAYS / most));
  return plainDays(first, last, Math.max(1, Math.ceil(days / most)));
}

function years(first: number, last: number, step: number): Tick[] {
  const found: Tick[] = [];
  const from = new Date(first * MS).getUTCFullYear();
  for (let year = Math.ceil(from / step) * step; ; year += step) {
    const at = Date.UTC(year, 0, 1) / MS;
    if (at > last) return found;
    if (at >= first) found.push({ at, label: String(year) });
  }
}

function months(first: number, last: number, atLeast: number): Tick[] {
  const step = [1, 2, 3, 6].find((one) => one >= atLeast) ?? 12;
  const found: Tick[] = [];
  const from = new Date(first * MS);
  for (let month = 0; ; month += step) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), month, 1));
    const at = date.getTime() / MS;
    if (at > last) return found;
    if (at < first) continue;
    const name = MONTHS[date.getUTCMonth()] as string;
    found.push({ at, label: date.getUTCMonth() === 0 || found.length === 0 ? `${name} ${date.getUTCFullYear()}` : name });
  }
}

function plainDays(first: number, last: number, step: number): Tick[] {
  const found: Tick[] = [];
  for (let at = Math.ceil(first / step) * step; at <= last; at += step) {
    const [, month, day] = isoDay(at).split("-").map(Number);
    found.push({ at, label: `${day} ${MONTHS[(month ?? 1) - 1]}` });
  }
  return found;
}
