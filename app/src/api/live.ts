// What others change, as it happens: server-sent events, joined again by the browser whenever they break off.

/** Something new in the ledger; of a job, `detail` is the job. */
export interface Change {
  sequence: number;
  kind: "report" | "coding" | "decision" | "link_decision" | "linking" | "sample" | "job";
  at: string | null;
  by: string | null;
  report_id: string | null;
  event_id: string | null;
  incident_id: string | null;
  detail: Record<string, unknown> | null;
}

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
const watchers = new Set<(up: boolean) => void>();
let source: EventSource | null = null;

/** Call `act` for every change until the returned function is called. */
export function onChange(act: Listener): () => void {
  listeners.add(act);
  return () => listeners.delete(act);
}

const SETTLE_MS = 600; // a job of many reports tells of each

/** Call `act` once changes of these kinds have come to rest. */
export function onSettled(kinds: readonly Change["kind"][], act: () => void): () => void {
  let settling: ReturnType<typeof setTimeout>;
  const stop = onChange((change) => {
    if (!kinds.includes(change.kind)) return;
    clearTimeout(settling);
    settling = setTimeout(act, SETTLE_MS);
  });
  return () => {
    clearTimeout(settling);
    stop();
  };
}

export function onConnection(act: (up: boolean) => void): () => void {
  watchers.add(act);
  return () => watchers.delete(act);
}

export function connect(sequence: number): void {
  source?.close();
  source = new EventSource(`api/live?since=${sequence}`);
  source.onopen = () => watchers.forEach((watch) => watch(true));
  source.onerror = () => watchers.forEach((watch) => watch(false));
  source.addEventListener("change", (message: MessageEvent<string>) => {
    const change = JSON.parse(message.data) as Change;
    listeners.forEach((listen) => listen(change));
  });
}

export function disconnect(): void {
  source?.close();
  source = null;
}
