// Runs inside the page, before anything of it: finds controls by the words a person goes by, and waits for paint.

/** Selector of the element whose shadow root holds the controls; empty where the document does. */
declare const benchHost: string;

type Root = Document | ShadowRoot;

const roots = (): Root[] =>
  benchHost
    ? [...document.querySelectorAll(benchHost)].flatMap(({shadowRoot}) => shadowRoot ?? [])
    : [document];

const textOf = (root: Root): string => (root instanceof Document ? root.body : root)?.textContent ?? '';
const shows = (pattern: RegExp): boolean => roots().some(root => pattern.test(textOf(root)));

const isVisible = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.checkVisibility();

function findByText(selector: string, text: string): HTMLElement | undefined {
  return roots()
    .flatMap(root => [...root.querySelectorAll<HTMLElement>(selector)])
    .find(element => element.textContent.trim().startsWith(text) && isVisible(element));
}

/** The control that a label names. */
function control(label: string): HTMLElement | undefined {
  const found = findByText('label', label);
  return found instanceof HTMLLabelElement ? (found.control ?? undefined) : undefined;
}

const find = (text: string): HTMLElement | undefined =>
  control(text) ?? findByText('button, [role=tab]', text);

/** Where to click to reach what a text names. */
function place(text: string): {x: number; y: number} {
  const element = find(text);
  if (!element) throw new Error(`Nothing on the page is called ${text}.`);
  element.scrollIntoView({block: 'center'});
  const {x, y, width, height} = element.getBoundingClientRect();
  return {x: x + width / 2, y: y + height / 2};
}

/** Puts the caret at the end of the field that a label names. */
function enter(label: string): void {
  const field = control(label);
  if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${label}.`);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Calls back when what this frame draws is on its way to the screen. */
function afterPaint(): Promise<number> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
}

/** Resolves with the time of the first frame that shows something, or fails after half a minute. */
async function painted(isThere: () => boolean): Promise<number> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    let wasThere = false;
    await new Promise(resolve =>
      requestAnimationFrame(() => {
        wasThere = isThere();
        const {port1, port2} = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(undefined);
      }),
    );
    const now = performance.now();
    if (wasThere) return now;
    if (now > deadline) throw new Error(`Not drawn: ${String(isThere)}`);
  }
}

/** The next event of a kind, as soon as the page could hear of it. */
const next = (type: string): Promise<Event> =>
  new Promise(resolve => addEventListener(type, resolve, {capture: true, once: true}));

/** From an event to the frame that shows a text; started before the event, awaited after it. */
let watched: Promise<number> | undefined;
function watch(type: string, isThere: () => boolean): void {
  watched = next(type).then(async ({timeStamp}) => (await painted(isThere)) - timeStamp);
  watched.catch(() => undefined); // reported by whoever awaits it
}

const watchText = (type: string, source: string): void => {
  const pattern = new RegExp(source);
  if (shows(pattern)) throw new Error(`${source} is there already.`);
  watch(type, () => shows(pattern));
};
const watchControl = (type: string, label: string): void => watch(type, () => Boolean(control(label)));

const countErrors = (): number =>
  roots()
    .flatMap(root => [...root.querySelectorAll('.error, [data-go]')])
    .filter(({textContent}) => textContent.trim() !== '').length;

/** From a click to the frame with the last of all errors: the count has to stand still for half a second. */
function watchErrors(): void {
  let count = 0;
  let since = 0;
  watched = next('click').then(async ({timeStamp}) => {
    await painted(() => {
      const now = performance.now();
      const errors = countErrors();
      if (errors !== count) [count, since] = [errors, now];
      return count > 0 && now - since > 500;
    });
    // The frame that first had them all was painted soon after its callback ran.
    return since - timeStamp;
  });
  watched.catch(() => undefined);
}

const seen = (): Promise<number> => watched ?? Promise.reject(new Error('Nothing was watched.'));

/** From each key to the next paint, until `takeKeys` collects them. */
let keys: number[] = [];
function recordKeys(): void {
  addEventListener('keydown', ({timeStamp}) => void afterPaint().then(now => keys.push(now - timeStamp)), {
    capture: true,
  });
}
function takeKeys(): number[] {
  const taken = keys;
  keys = [];
  return taken;
}

let blocked = 0;
new PerformanceObserver(list => {
  for (const {duration} of list.getEntries()) blocked += Math.max(0, duration - 50);
}).observe({type: 'longtask', buffered: true});

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}

/** When the first field can take the focus and an amount is understood: the page has come alive. */
async function usable(): Promise<number> {
  const time = await painted(() => {
    const price = control('請負金額');
    if (!control('発注者名') || !(price instanceof HTMLInputElement)) return false;
    if (shows(/321万円/)) return true;
    type(price, '3210000');
    return shows(/321万円/);
  });
  const price = control('請負金額');
  if (price instanceof HTMLInputElement) type(price, '');
  return time;
}

/** Resolves when the tree has stood still for a second. */
async function settled(): Promise<void> {
  let size = -1;
  let since = performance.now();
  while (performance.now() - since < 1000) {
    const now = roots().reduce((sum, root) => sum + root.querySelectorAll('*').length, 0);
    if (now !== size) [size, since] = [now, performance.now()];
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Adds forms with what the page offers for that, and waits until each has drawn its first field. */
async function addForms(count: number, add: (count: number) => unknown): Promise<number> {
  const start = performance.now();
  await add(count);
  const hasLabel = (element: ParentNode) => element.querySelector('label') !== null;
  const drawn = () =>
    benchHost
      ? roots().filter(hasLabel).length
      : [...document.querySelectorAll('form')].filter(hasLabel).length;
  return (await painted(() => drawn() > count)) - start;
}

const bench = {
  usable: () => usableTime,
  blocked: () => blocked,
  settled,
  place,
  enter,
  watchText,
  watchControl,
  watchErrors,
  countErrors,
  seen,
  recordKeys,
  takeKeys,
  addForms,
};
Object.assign(globalThis, {bench});

/** When the first field is there, on a page that nobody touches. */
const drawn = (): Promise<number> => painted(() => Boolean(control('発注者名')));

const isForm = !/^\/(blank|list)/.test(location.pathname);
const usableTime = !isForm ? Promise.resolve(0) : location.hash === '#untouched' ? drawn() : usable();
usableTime.catch(() => undefined); // whoever awaits it hears of it
