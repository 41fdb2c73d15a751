// What the page of incidents shows, and in which order it asks for it. The table comes first: it is what a person reads.
// What is drawn and counted waits for it, since one server answers all.
import { untrack } from "svelte";
import { aborted, get, type Query } from "../api/client";
import { onSettled } from "../api/live";
import type { Facets, IncidentRow, Points, Timeline } from "../api/shapes";
import { binEnd, dayNumber, isoDay } from "../lib/dates";
import { notices } from "../lib/notices.svelte";
import { paced } from "../lib/paced";
import { Pages } from "../lib/pages.svelte";
import { route } from "../lib/router.svelte";
import { box, period, subject } from "./filters";

const SPARE = 0.02; // of the whole time, before its first day and after its last
const LEAST_SPARE_DAYS = 2;

type Days = [number, number];

export class Board {
  readonly incidents = new Pages<IncidentRow>("incidents");
  points = $state.raw<Points | null>(null);
  bins = $state.raw<Timeline | null>(null);
  facets = $state.raw<Facets | null>(null);
  /** The days that the timeline is zoomed to. */
  domain = $state.raw<Days | null>(null);
  /** All days that have incidents. */
  whole = $state.raw<Days | null>(null);
  /** Whether the first rows are there. */
  isRead = $state(false);
  #renewed = $state(0);
  #reading: Promise<void>;
  readonly #asking = new Map<string, AbortController>();

  // Each view asks for what the filters leave, less what it filters by itself.
  readonly #forPoints = $derived(JSON.stringify(subject()));
  readonly #forBins = $derived(JSON.stringify({ ...subject(), box: box(), ...this.#inSight() }));
  readonly #forCounts = $derived(JSON.stringify({ ...subject(), ...period(), box: box() }));
  readonly #forTable = $derived(JSON.stringify({ ...(JSON.parse(this.#forCounts) as Query), order: route.one("order") || "newest" }));

  /** To be made while a component is: what is asked for follows the address as long as that is there. */
  constructor() {
    // At once, while the page is still put together.
    this.#reading = untrack(() => this.incidents.load(JSON.parse(this.#forTable) as Query));
    void this.#reading.then(() => (this.isRead = true));
    this.#followTable();
    this.#follow<Timeline>("incidents/timeline", () => this.#forBins, (found) => this.#takeBins(found));
    this.#follow<Points>("incidents/points", () => this.#forPoints, (found) => (this.points = found));
    this.#follow<Facets>("incidents/facets", () => this.#forCounts, (found) => (this.facets = found));
    // Incidents are what linking made of the events: a decision alone moves none.
    $effect(() => onSettled(["linking"], () => (this.#renewed += 1)));
    $effect(() => () => this.#asking.forEach((asked) => asked.abort()));
  }

  #followTable(): void {
    const pace = paced();
    let isAsked = true;
    $effect(() => {
      const query = JSON.parse(this.#forTable) as Query;
      void this.#renewed;
      if (isAsked) return void (isAsked = false);
      return pace(() => void (this.#reading = this.incidents.load(query)));
    });
  }

  #follow<Answer>(path: string, question: () => string, take: (answer: Answer) => void): void {
    const pace = paced(() => this.#reading);
    $effect(() => {
      const query = JSON.parse(question()) as Query;
      void this.#renewed;
      return pace(() => void this.#ask(path, query, take));
    });
  }

  async #ask<Answer>(path: string, query: Query, take: (answer: Answer) => void): Promise<void> {
    this.#asking.get(path)?.abort();
    const mine = new AbortController();
    this.#asking.set(path, mine);
    try {
      take(await get<Answer>(path, query, mine.signal));
    } catch (fault) {
      if (!aborted(fault)) notices.fault(fault);
    }
  }

  #inSight(): Query {
    return this.domain ? { from: isoDay(this.domain[0]), to: isoDay(this.domain[1] - 1) } : {};
  }

  #takeBins(found: Timeline): void {
    this.bins = found;
    const [first, last] = [found.starts[0], found.starts.at(-1)];
    if (!first || !last || this.domain) return;
    const spare = Math.max(LEAST_SPARE_DAYS, (dayNumber(last) - dayNumber(first)) * SPARE);
    this.whole = [dayNumber(first) - spare, binEnd(last, found.unit) + spare];
  }
}
