// Short notes at the edge of the screen: what was done, and what went wrong.

export interface Notice {
  id: number;
  text: string;
  isFault: boolean;
}

const SHOWN_MS = 4000;
const FAULT_SHOWN_MS = 12000;
let last = 0;

class Notices {
  list = $state<Notice[]>([]);

  tell(text: string): void {
    this.#add(text, false);
  }

  /** One line for whatever was thrown. */
  fault(fault: unknown): void {
    this.#add(fault instanceof Error ? fault.message : String(fault), true);
  }

  drop(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  #add(text: string, isFault: boolean): void {
    last += 1;
    const id = last;
    this.list = [...this.list.slice(-2), { id, text, isFault }];
    setTimeout(() => this.drop(id), isFault ? FAULT_SHOWN_MS : SHOWN_MS);
  }
}

export const notices = new Notices();
