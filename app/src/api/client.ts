// Requests to the server that served this page, and to no other.

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

interface ErrorBody {
  code: string;
  message: string;
  status: number;
  details: { where: string; message: string }[];
}

/** An answer that is not what was asked for; `message` is one line for the person at the screen. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ErrorBody["details"];

  constructor(body: ErrorBody) {
    super(body.message);
    this.code = body.code;
    this.status = body.status;
    this.details = body.details;
  }
}

export const DECIDED_MEANWHILE = "W-12";

let csrf: string | null = null;
let onLoggedOut: () => void = () => undefined;

export function setToken(token: string | null): void {
  csrf = token;
}

export function whenLoggedOut(act: () => void): void {
  onLoggedOut = act;
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "object") for (const one of value) search.append(key, one);
    else search.append(key, String(value));
  }
  const text = search.toString();
  return `api/${path}${text && `?${text}`}`;
}

export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return await send<Answer>(address(path, query), signal ? { signal } : {});
}

export async function post<Answer>(path: string, body: unknown, etag?: string): Promise<Answer> {
  return await change<Answer>("POST", path, JSON.stringify(body), "application/json", etag);
}

export async function postFile<Answer>(file: File): Promise<Answer> {
  return await change<Answer>("POST", address("jobs", { filename: file.name }).slice(4), file, "application/octet-stream");
}

export async function remove<Answer>(path: string): Promise<Answer> {
  return await change<Answer>("DELETE", path, null, null);
}

async function change<Answer>(
  method: string,
  path: string,
  body: BodyInit | null,
  type: string | null,
  etag?: string,
): Promise<Answer> {
  const headers: Record<string, string> = { "X-CSRF-Token": csrf ?? "" };
  if (type) headers["Content-Type"] = type;
  if (etag) headers["If-Match"] = etag;
  return await send<Answer>(`api/${path}`, { method, body, headers });
}

async function send<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const answer = await reach(url, init);
  if (answer.ok) return (answer.status === 204 ? null : await answer.json()) as Answer;
  const fault = new ApiError(await told(answer));
  if (answer.status === 401 && !url.startsWith("api/login")) onLoggedOut();
  throw fault;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: "same-origin", ...init });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") throw fault;
    const message = "The server does not answer. Is `tacitus serve` still running?";
    throw new ApiError({ code: "", message, status: 0, details: [] });
  }
}

async function told(answer: Response): Promise<ErrorBody> {
  try {
    return ((await answer.json()) as { error: ErrorBody }).error;
  } catch {
    return { code: "", message: `The server answered ${answer.status}.`, status: answer.status, details: [] };
  }
}

/** Part of an address for a name that may hold any character. */
export function part(name: string | number): string {
  return encodeURIComponent(String(name));
}

export function aborted(fault: unknown): boolean {
  return fault instanceof DOMException && fault.name === "AbortError";
}
