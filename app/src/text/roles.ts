// What a stretch of text can be to an event. Hues are those of Okabe and Ito, told apart with every common form of
// colour blindness; each role also has a letter and a line of its own (app.css), so nothing is told by colour alone.

export type SpanRole =
  | "trigger"
  | "mention"
  | "actor"
  | "recipient"
  | "place"
  | "time"
  | "weapon"
  | "killed"
  | "injured"
  | "count"
  | "attribution"
  | "claimed_by";

export interface RoleInfo {
  role: SpanRole;
  /** The mark in the text and the key that gives the role to selected words. */
  letter: string;
  name: string;
  help: string;
}

export const ROLES: readonly RoleInfo[] = [
  { role: "trigger", letter: "e", name: "event", help: "the words that name the event where it is told best" },
  { role: "mention", letter: "m", name: "told again", help: "other words for the same event" },
  { role: "actor", letter: "a", name: "actor", help: "who did it" },
  { role: "recipient", letter: "r", name: "recipient", help: "whom or what it was done to" },
  { role: "place", letter: "p", name: "place", help: "where it happened" },
  { role: "time", letter: "t", name: "time", help: "when it happened" },
  { role: "weapon", letter: "w", name: "weapon", help: "with what" },
  { role: "killed", letter: "k", name: "killed", help: "number of people killed" },
  { role: "injured", letter: "i", name: "injured", help: "number of people injured" },
  { role: "count", letter: "n", name: "number", help: "how many events this stands for" },
  { role: "attribution", letter: "s", name: "source", help: "on whose word the event rests" },
  { role: "claimed_by", letter: "c", name: "claimed by", help: "who claimed responsibility" },
];

const BY_ROLE = new Map(ROLES.map((info) => [info.role, info]));
const BY_LETTER = new Map(ROLES.map((info) => [info.letter, info]));

export function infoOf(role: SpanRole): RoleInfo {
  return BY_ROLE.get(role) as RoleInfo;
}

export function roleOfKey(key: string): RoleInfo | undefined {
  return BY_LETTER.get(key.toLowerCase());
}
