// Who works here, and what the ledger holds.
import { get, post, setToken, whenLoggedOut } from "../api/client";
import { connect, disconnect, onChange, onConnection } from "../api/live";
import type { CodebookPage, Role, Summary, Whoami } from "../api/shapes";

const RANK: Record<Role, number> = { reader: 0, coder: 1, adjudicator: 2, admin: 3 };
const CUT_OFF_MS = 5000; // a connection that is only being made needs no notice
const SETTLE_MS = 400; // a job of many reports tells of each; the counts need not follow every one

class Session {
  who = $state.raw<Whoami | null>(null);
  summary = $state.raw<Summary | null>(null);
  codebook = $state.raw<CodebookPage | null>(null);
  isCutOff = $state(false);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    whenLoggedOut(() => this.#forget());
    onConnection((up) => {
      clearTimeout(this.#waiting);
      if (up) this.isCutOff = false;
      else this.#waiting = setTimeout(() => (this.isCutOff = true), CUT_OFF_MS);
    });
    onChange(() => {
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => void this.count().catch(() => undefined), SETTLE_MS);
    });
  }

  get mustLogIn(): boolean {
    return this.who !== null && this.who.name === null;
  }

  may(role: Role): boolean {
    return this.who?.role ? RANK[this.who.role] >= RANK[role] : false;
  }

  async start(): Promise<void> {
    await this.#enter(await get<Whoami>("whoami"));
  }

  async logIn(name: string, password: string): Promise<void> {
    await this.#enter(await post<Whoami>("login", { name, password }));
  }

  async logOut(): Promise<void> {
    this.#forget();
    this.who = await post<Whoami>("logout", {});
  }

  async count(): Promise<void> {
    this.summary = await get<Summary>("summary");
  }

  async #enter(who: Whoami): Promise<void> {
    setToken(who.csrf);
    this.who = who;
    if (who.name === null) return;
    // The page is there by now, and asks for its own; what it needs of these it takes when they come.
    this.codebook = await get<CodebookPage>("codebook");
    await this.count();
    connect(this.summary?.sequence ?? 0);
  }

  #forget(): void {
    disconnect();
    if (this.who) this.who = { ...this.who, name: null, role: null };
  }
}

export const session = new Session();
