// The filters of the incidents, kept in the address; table, map and timeline ask with the same ones.
import type { Query } from "../api/client";
import { route } from "../lib/router.svelte";

const SINGLE = ["q", "actor", "recipient", "party", "min_killed", "min_reports", "contradicting"] as const;
const SEVERAL = ["category", "country", "realis", "kind"] as const;
const NARROWING = [...SINGLE, ...SEVERAL, "from", "to", "box"] as const;

/** What every view asks for: all filters but period and box. */
export function subject(): Query {
  const query: Query = {};
  for (const key of SINGLE) if (route.one(key)) query[key] = route.one(key);
  for (const key of SEVERAL) if (route.all(key).length) query[key] = route.all(key);
  return query;
}

export function period(): { from: string; to: string } {
  return { from: route.one("from"), to: route.one("to") };
}

export function box(): string {
  return route.one("box");
}

export function clear(): void {
  route.set(Object.fromEntries(NARROWING.map((key) => [key, null])));
}

export function isNarrowed(): boolean {
  return NARROWING.some((key) => route.one(key));
}
