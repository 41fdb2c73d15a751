// Values in words, as a person would write them; the same words as in the terminal and in notebooks.
import type { Interval, Party, Place, Quantity } from "../api/shapes";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WHERE = { exact: "", near: "near ", region: "in ", country: "in " };

const UNDATED = "no date";

/** `1,234`. Not by the browser's own means, which take 45 ms to load at the first view. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** `26 Oct 2023`, whatever the locale. */
export function day(iso: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `Thu 26 Oct 2023`. */
export function weekday(iso: string): string {
  return `${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]} ${day(iso)}`;
}

export function period(first: string | null, last: string | null): string {
  if (!first) return last ? `to ${day(last)}` : UNDATED;
  if (!last || first === last) return day(first);
  return `${shortened(first, last)} – ${day(last)}`;
}

/** The first of two days without the year, or month, that it shares with the second. */
function shortened(first: string, last: string): string {
  const words = day(first).split(" ");
  if (first.slice(0, 7) === last.slice(0, 7)) return words[0] as string;
  return first.slice(0, 4) === last.slice(0, 4) ? words.slice(0, 2).join(" ") : words.join(" ");
}

export function days(time: Interval): string {
  if (time.from === time.to) return weekday(time.from);
  const span = `${weekday(time.from)} – ${weekday(time.to)}`;
  return time.precision === "day" || time.precision === "days" ? span : `${span} (${time.precision})`;
}

/** The bounds in words; an open bound stays open. */
export function amount({ low, high }: Pick<Quantity, "low" | "high">): string {
  if (low === null) return high === null ? "an untold number" : `up to ${count(high)}`;
  if (high === null) return `at least ${count(low)}`;
  return low === high ? count(low) : `${count(low)} to ${count(high)}`;
}

export function partyName(party: Party): string {
  const known = [party.country, party.sector].filter(Boolean).join(" ");
  return known ? `${party.name} (${known})` : party.name;
}

export function placeName(place: Place): string {
  const region = place.region === place.name ? null : place.region;
  return WHERE[place.precision] + [place.name, region, place.country].filter(Boolean).join(", ");
}

export function coordinates(lat: number, lon: number): string {
  return `${Math.abs(lat).toFixed(2)}°${lat >= 0 ? "N" : "S"} ${Math.abs(lon).toFixed(2)}°${lon >= 0 ? "E" : "W"}`;
}

export function at(instant: string): string {
  return `${day(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}

export function share(part: number): string {
  return `${Math.round(part * 100)} %`;
}
