// A list that the server gives in pages, gathered as it is scrolled.
import { aborted, get, type Query } from "../api/client";
import type { Page } from "../api/shapes";
import { notices } from "./notices.svelte";

const PAGE = 100;

export class Pages<Row> {
  rows = $state.raw<Row[]>([]);
  total = $state(0);
  isLoading = $state(false);
  hasLoaded = $state(false);
  readonly #path: string;
  #query: Query = {};
  #next: string | null = null;
  #asking: AbortController | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Begin anew with other filters; what is shown stays until the answer is there. */
  async load(query: Query): Promise<void> {
    this.#query = query;
    await this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.#next && !this.isLoading) await this.#ask(this.#next);
  }

  replace(isIt: (row: Row) => boolean, row: Row): void {
    this.rows = this.rows.map((known) => (isIt(known) ? row : known));
  }

  async #ask(cursor: string | null): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.isLoading = true;
    try {
      const page = await get<Page<Row>>(this.#path, { ...this.#query, limit: PAGE, cursor }, asking.signal);
      this.rows = cursor ? [...this.rows, ...page.items] : page.items;
      this.total = page.total;
      this.#next = page.next;
      this.hasLoaded = true;
    } catch (fault) {
      if (!aborted(fault)) notices.fault(fault);
    } finally {
      if (this.#asking === asking) this.isLoading = false;
    }
  }
}
