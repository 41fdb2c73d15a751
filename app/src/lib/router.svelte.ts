// The page that is shown is in the address after `#`, with its filters, so that it can be bookmarked and sent on.

export type Filters = Record<string, string[]>;

class Route {
  path = $state<string[]>([]);
  filters = $state<Filters>({});

  constructor() {
    window.addEventListener("hashchange", () => this.#read());
    this.#read();
  }

  #read(): void {
    const [path = "", search = ""] = location.hash.slice(1).split("?", 2);
    this.path = path.split("/").filter(Boolean).map(decodeURIComponent);
    const filters: Filters = {};
    for (const [key, value] of new URLSearchParams(search)) (filters[key] ??= []).push(value);
    this.filters = filters;
  }

  one(key: string): string {
    return this.filters[key]?.[0] ?? "";
  }

  all(key: string): string[] {
    return this.filters[key] ?? [];
  }

  /** Change filters of the present page without a step in the history. */
  set(changes: Record<string, string | readonly string[] | null>): void {
    const filters: Filters = { ...this.filters };
    for (const [key, value] of Object.entries(changes)) {
      const values = (typeof value === "string" ? [value] : [...(value ?? [])]).filter(Boolean);
      if (values.length) filters[key] = values;
      else delete filters[key];
    }
    history.replaceState(null, "", href(this.path, filters));
    this.filters = filters;
  }
}

export const route = new Route();

export function href(path: readonly string[], filters: Filters = {}): string {
  const search = new URLSearchParams(Object.entries(filters).flatMap(([key, values]) => values.map((value) => [key, value])));
  const text = search.toString();
  return `#/${path.map(encodeURIComponent).join("/")}${text && `?${text}`}`;
}

export function go(path: readonly string[], filters: Filters = {}): void {
  location.hash = href(path, filters);
}
