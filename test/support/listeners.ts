type Patched = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** Counts what listens to the page itself (window and document) from now on; `stop()` ends the counting. */
export function countListeners() {
  const held = new Map<string, Set<unknown>>();
  const pages: readonly EventTarget[] = [window, document, document.documentElement];
  const {addEventListener, removeEventListener}: Patched = EventTarget.prototype;
  const listenersOf = (target: EventTarget, type: string) => {
    const key = `${pages.indexOf(target)}:${type}`;
    const found = held.get(key) ?? new Set<unknown>();
    held.set(key, found);
    return found;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const isOnce = typeof options === 'object' && (options.once || options.signal);
    if (listener && !isOnce && pages.includes(this)) listenersOf(this, type).add(listener);
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (pages.includes(this)) listenersOf(this, type).delete(listener);
    removeEventListener.call(this, type, listener, options);
  };
  return {
    /** Types of event that something listens to, once a listener. */
    get types(): string[] {
      return [...held].flatMap(([key, listeners]) => Array<string>(listeners.size).fill(key)).sort();
    },
    stop: () => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
}
