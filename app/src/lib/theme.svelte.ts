// Light or dark: what the system says, unless the person chose.

export type Choice = "system" | "light" | "dark";

const KEY = "tacitus.theme";

class Theme {
  choice = $state<Choice>((localStorage.getItem(KEY) as Choice | null) ?? "system");
  /** Counts changes, so that what is drawn on a canvas can be drawn again. */
  turn = $state(0);

  constructor() {
    this.#apply();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => (this.turn += 1));
  }

  set(choice: Choice): void {
    this.choice = choice;
    localStorage.setItem(KEY, choice);
    this.#apply();
    this.turn += 1;
  }

  #apply(): void {
    document.documentElement.dataset["theme"] = this.choice;
  }
}

export const theme = new Theme();

const probe = document.createElement("span");
probe.hidden = true;
document.documentElement.append(probe);

/** A colour of app.css as it is now, for canvases. */
export function colour(name: string): string {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}
