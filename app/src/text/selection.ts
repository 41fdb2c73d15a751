// The words that are selected in a text that is shown in pieces, each an element with `data-start`.
import type { Span } from "../api/shapes";
import type { Offsets } from "./offsets";

/** The selected words as a span of the report, taken to whole words; null where none are selected. */
export function selectedSpan(pane: HTMLElement, text: string, offsets: Offsets): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null;
  const start = unitAt(pane, range.startContainer, range.startOffset, offsets);
  const end = unitAt(pane, range.endContainer, range.endOffset, offsets);
  return wholeWords(text, start, end, offsets);
}

function unitAt(pane: HTMLElement, node: Node, offset: number, offsets: Offsets): number {
  // The length of everything before the point: pieces hold nothing but the report's text.
  const before = document.createRange();
  before.setStart(pane, 0);
  before.setEnd(node, offset);
  const first = pane.querySelector<HTMLElement>("[data-start]");
  return before.toString().length + offsets.toUnits(Number(first?.dataset["start"] ?? 0));
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

function wholeWords(text: string, from: number, to: number, offsets: Offsets): Span | null {
  let start = from;
  let end = to;
  while (start < end && !WORD.test(text[start] ?? "") && !isSurrogate(text[start])) start += 1;
  while (end > start && !WORD.test(text[end - 1] ?? "") && !isSurrogate(text[end - 1])) end -= 1;
  if (start === end) return null;
  while (start > 0 && WORD.test(text[start - 1] ?? "")) start -= 1;
  while (end < text.length && WORD.test(text[end] ?? "")) end += 1;
  return { text: text.slice(start, end), start: offsets.toPoints(start), end: offsets.toPoints(end) };
}

function isSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= "\uD800" && unit <= "\uDFFF";
}

type Step = "word" | "line";

/** Move or extend the selection within a pane, as the arrow keys do in an editor. */
export function step(pane: HTMLElement, forward: boolean, by: Step, extend: boolean): void {
  const selection = document.getSelection();
  if (!selection) return;
  if (!selection.anchorNode || !pane.contains(selection.anchorNode)) putCaret(pane, 0);
  if (extend) {
    selection.modify("extend", forward ? "forward" : "backward", by);
    keepInside(pane, selection);
    return;
  }
  if (!forward) selection.collapseToStart();
  else selection.collapseToEnd();
  selection.modify("move", forward ? "forward" : "backward", by);
  if (!selection.anchorNode || !pane.contains(selection.anchorNode)) putCaret(pane, 0);
  selectWordAtCaret(selection);
}

/** Select the words between two offsets (code points). */
export function selectWords(pane: HTMLElement, start: number, end: number, offsets: Offsets): void {
  const from = pointAt(pane, start, offsets);
  const to = pointAt(pane, end, offsets);
  if (from && to) document.getSelection()?.setBaseAndExtent(...from, ...to);
}

function putCaret(pane: HTMLElement, offset: number): void {
  document.getSelection()?.collapse(pane, offset);
}

function selectWordAtCaret(selection: Selection): void {
  // Arriving at the end of a word or between two: go to the start of one, then take it.
  selection.modify("move", "forward", "character");
  selection.modify("move", "backward", "word");
  selection.modify("extend", "forward", "word");
}

function keepInside(pane: HTMLElement, selection: Selection): void {
  if (selection.focusNode && !pane.contains(selection.focusNode)) {
    selection.extend(pane, pane.compareDocumentPosition(selection.focusNode) & Node.DOCUMENT_POSITION_FOLLOWING ? pane.childNodes.length : 0);
  }
}

function pointAt(pane: HTMLElement, point: number, offsets: Offsets): [Node, number] | null {
  const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  const first = pane.querySelector<HTMLElement>("[data-start]");
  let left = offsets.toUnits(point) - offsets.toUnits(Number(first?.dataset["start"] ?? 0));
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}
