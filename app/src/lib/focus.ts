/** Whether keys go to a field or to the map, and are no commands. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [role=application]");
}
