/** What to do for a button or link that carries `data-<name>`, with the attribute's value. */
export type Handlers = Readonly<Record<string, (value: string) => unknown>>;

/** Finds what was pressed, and does what its data attribute stands for; one listener serves the whole form. */
export function delegate(event: Event, handlers: Handlers): void {
  const names = Object.keys(handlers);
  const selector = names.map(name => `[data-${name}]`).join();
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
  for (const name of names) {
    const value = target?.dataset[name];
    if (value) handlers[name]?.(value);
  }
}
