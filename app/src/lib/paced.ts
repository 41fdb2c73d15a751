// Acts at once after a change alone; after changes in a row, as in typing and dragging, once they pause.
const PAUSE_MS = 90;

/** What is returned takes each change's act, and returns how to take it back. Each waits for `after` as well. */
export function paced(after: () => Promise<void> = async () => undefined): (act: () => void) => () => void {
  let last = -Infinity;
  return (act) => {
    const isInRow = performance.now() - last < PAUSE_MS;
    last = performance.now();
    let isWanted = true;
    const timer = setTimeout(() => void after().then(() => isWanted && act()), isInRow ? PAUSE_MS : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  };
}
