// One report on the desk: its events, the one in hand, the draft of a correction, and what is decided about it.
import { ApiError, DECIDED_MEANWHILE, get, part, post } from "../api/client";
import type { Action, Event, ReportPage, ReviewedEvent, Span } from "../api/shapes";
import { notices } from "../lib/notices.svelte";
import { session } from "../lib/session.svelte";
import type { SpanRole } from "../text/roles";
import { emptyEvent, withWords } from "./draft";

export const NEW = "new";
const DONE: Record<Action, string> = {
  confirm: "Confirmed",
  reject: "Rejected",
  correct: "Corrected",
  add: "Added",
  comment: "Comment kept",
  undo: "Taken back",
};

export class Desk {
  page = $state<ReportPage | null>(null);
  /** Id within the report of the event in hand; `new` for one that is being added. */
  active = $state<string | null>(null);
  /** The event that the pointer or the focus is on. */
  pointed = $state<string | null>(null);
  draft = $state<Event | null>(null);
  comment = $state("");
  isBusy = $state(false);
  readonly sample: number | null;
  #opened: string | null = null;
  #decided: string[] = [];

  constructor(sample: number | null = null) {
    this.sample = sample;
  }

  get current(): ReviewedEvent | null {
    return this.page?.events.find((reviewed) => reviewed.event.id === this.active) ?? null;
  }

  /** The events as they stand, with the draft in its place. */
  get events(): Event[] {
    const events = (this.page?.events ?? []).map(({ event }) => (event.id === this.draft?.id ? this.draft : event));
    return this.draft?.id === NEW ? [...events, this.draft] : events;
  }

  get lit(): string | null {
    return this.pointed ?? this.active;
  }

  get isChanged(): boolean {
    return this.draft !== null && JSON.stringify(this.draft) !== JSON.stringify(this.current?.event);
  }

  async open(report: string, event: string | null = null): Promise<void> {
    if (this.#opened !== report) {
      const page = await get<ReportPage>(`reports/${part(report)}`, { sample: this.sample });
      this.#opened = report;
      this.draft = null;
      this.active = null;
      this.page = page;
    }
    const events = this.page?.events ?? [];
    this.take(event ?? (events.find(({ state }) => state === "open") ?? events[0])?.event.id ?? null);
  }

  /**
   * Read the report anew, as after somebody else's decision. An event under correction stays as it was read: keeping
   * the correction then fails, instead of overwriting what the other person decided.
   */
  async renew(): Promise<void> {
    if (!this.#opened) return;
    const page = await get<ReportPage>(`reports/${part(this.#opened)}`, { sample: this.sample });
    const held = this.draft ? this.current : null;
    this.page = { ...page, events: page.events.map((read) => (read.id === held?.id ? held : read)) };
  }

  take(event: string | null): void {
    if (event === this.active) return;
    this.active = event;
    this.draft = null;
    this.comment = "";
    this.pointed = null;
  }

  beside(step: 1 | -1): string | null {
    const events = this.page?.events ?? [];
    const at = events.findIndex(({ event }) => event.id === this.active);
    return events[at + step]?.event.id ?? null;
  }

  /** Begin a correction, or go on with the one in hand. */
  correct(): Event | null {
    this.draft ??= this.current ? structuredClone($state.snapshot(this.current.event)) as Event : null;
    return this.draft;
  }

  change(changes: Partial<Event>): void {
    const draft = this.correct();
    if (draft) this.draft = { ...draft, ...changes };
  }

  giveWords(role: SpanRole, span: Span): void {
    const draft = this.correct();
    if (draft) this.draft = withWords(draft, role, span, this.page?.report.published ?? null);
  }

  add(trigger: Span): void {
    const category = this.current?.event.category ?? session.codebook?.categories.at(-1)?.code ?? "";
    this.active = NEW;
    this.draft = emptyEvent(trigger, category);
    this.comment = "";
  }

  drop(): void {
    const wasNew = this.draft?.id === NEW;
    this.draft = null;
    if (wasNew) this.active = this.page?.events[0]?.event.id ?? null;
  }

  /** Confirm the event as it is shown: with changes that is a correction, for a new event its addition. */
  async confirm(): Promise<boolean> {
    if (this.draft?.id === NEW) return await this.#add(this.draft);
    return this.isChanged ? await this.#decide("correct", this.draft) : await this.#decide("confirm");
  }

  reject(): Promise<boolean> {
    return this.#decide("reject");
  }

  say(): Promise<boolean> {
    return this.comment.trim() ? this.#decide("comment") : Promise.resolve(false);
  }

  /** Take back the last decision made here, or else the last one about the event in hand. */
  async undo(): Promise<ReviewedEvent | null> {
    const id = this.#decided.pop() ?? this.current?.id;
    if (!id) return null;
    return await this.#attempt(async () => {
      const event = await get<ReviewedEvent>(`events/${part(id)}`, { sample: this.sample });
      const undone = await post<ReviewedEvent | null>(`events/${part(id)}/decisions`, this.#body("undo"), event.etag);
      notices.tell(DONE.undo);
      this.draft = null;
      await this.renew();
      return undone ?? event;
    });
  }

  async #decide(action: Action, event: Event | null = null): Promise<boolean> {
    const current = this.current;
    if (!current || this.isBusy) return false;
    const decided = await this.#attempt(() =>
      post<ReviewedEvent>(`events/${part(current.id)}/decisions`, this.#body(action, event), current.etag),
    );
    if (!decided) return false;
    if (action !== "comment") this.#decided.push(decided.id);
    this.#put(decided);
    this.draft = null;
    this.comment = "";
    notices.tell(DONE[action]);
    return true;
  }

  async #add(event: Event): Promise<boolean> {
    if (!this.#opened || this.isBusy) return false;
    const body = { event: $state.snapshot(event), comment: this.comment || null, sample: this.sample };
    const added = await this.#attempt(() => post<ReviewedEvent>(`reports/${part(this.#opened ?? "")}/events`, body));
    if (!added) return false;
    this.#decided.push(added.id);
    this.draft = null;
    this.#put(added);
    this.active = added.event.id;
    notices.tell(DONE.add);
    return true;
  }

  #body(action: Action, event: Event | null = null): object {
    return { action, event: event && $state.snapshot(event), comment: this.comment.trim() || null, sample: this.sample };
  }

  #put(decided: ReviewedEvent): void {
    if (!this.page) return;
    const events = this.page.events.filter(({ id }) => id !== decided.id);
    events.push(decided);
    events.sort((a, b) => a.event.trigger.start - b.event.trigger.start);
    this.page = { ...this.page, events };
  }

  async #attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | null> {
    this.isBusy = true;
    try {
      return await act();
    } catch (fault) {
      if (!(fault instanceof ApiError && fault.code === DECIDED_MEANWHILE)) notices.fault(fault);
      else {
        this.draft = null;
        await this.renew();
        notices.fault("Somebody else decided about this event meanwhile; it is shown as it now stands.");
      }
      return null;
    } finally {
      this.isBusy = false;
    }
  }
}
