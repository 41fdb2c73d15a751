// The keys of the review, in one list: the help overlay and the page itself read it.

export interface Key {
  keys: string[];
  does: string;
}

export const REVIEW_KEYS: readonly { title: string; keys: readonly Key[] }[] = [
  {
    title: "Decide",
    keys: [
      { keys: ["c"], does: "confirm the event as it is shown; after changes: keep the correction" },
      { keys: ["x"], does: "reject it" },
      { keys: ["u"], does: "undo the last decision" },
      { keys: ["m"], does: "comment" },
    ],
  },
  {
    title: "Go",
    keys: [
      { keys: ["j"], does: "next event" },
      { keys: ["k"], does: "previous event" },
      { keys: ["/"], does: "filters" },
      { keys: ["?"], does: "this help" },
      { keys: ["Esc"], does: "leave what you are in; drop a correction" },
    ],
  },
  {
    title: "Correct",
    keys: [
      { keys: ["f"], does: "correct the fields; Tab goes from one to the next" },
      { keys: ["v"], does: "select words: into the text, at the event" },
      { keys: ["←", "→", "↑", "↓"], does: "in the text: the word before, after, above, below" },
      { keys: ["Shift", "←→↑↓"], does: "in the text: take more or fewer words" },
      { keys: ["e"], does: "with words selected: the field of that letter (a actor, p place …)" },
      { keys: ["+"], does: "with words selected: add an event that was missed, named by these words" },
    ],
  },
];
