// The words that a person has picked in the text on the desk, and how the keyboard picks them.
import type { Span } from "../api/shapes";
import { offsetsOf } from "../text/offsets";
import { selectedSpan, selectWords, step } from "../text/selection";

const ARROWS: Record<string, [boolean, "word" | "line"]> = {
  ArrowLeft: [false, "word"],
  ArrowRight: [true, "word"],
  ArrowUp: [false, "line"],
  ArrowDown: [true, "line"],
};

export class Picked {
  words = $state.raw<Span | null>(null);
  /** The element that holds the text. */
  pane = $state.raw<HTMLElement>();
  readonly #text: () => string;
  readonly #offsets = $derived.by(() => offsetsOf(this.#text()));

  constructor(text: () => string) {
    this.#text = text;
  }

  /** Take what the browser has selected. */
  take(): void {
    this.words = this.pane ? selectedSpan(this.pane, this.#text(), this.#offsets) : null;
  }

  letGo(): void {
    document.getSelection()?.empty();
    this.words = null;
  }

  /** Into the text, at some of its words. */
  begin(at: Span | undefined): void {
    this.pane?.focus();
    if (this.pane && at) selectWords(this.pane, at.start, at.end, this.#offsets);
  }

  /** Move by an arrow key, or take more words with Shift; false for any other key, and where the text has no focus. */
  move({ key, shiftKey }: KeyboardEvent): boolean {
    const arrow = ARROWS[key];
    if (!arrow || !this.pane || document.activeElement !== this.pane) return false;
    step(this.pane, ...arrow, shiftKey);
    return true;
  }
}
