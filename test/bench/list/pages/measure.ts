import type {ContractSummary} from '../../../../src/schemas/contract.js';
import {sampleContracts} from '../../../../stories/sample-contracts.js';

/** What a contestant's page can do; all of them show the same eight columns of the same contracts. */
export interface List {
  /** Resolves when its code is there. */
  ready(): Promise<unknown>;
  show(rows: readonly ContractSummary[]): unknown;
  searchField(): HTMLInputElement;
  search(words: string): unknown;
  /** 請負金額, the largest first. */
  sort(): unknown;
  scroller(): Element;
  /** Rows that are drawn, in any order. */
  rows(): Iterable<Element>;
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Resolves when what a frame draws is on its way to the screen, with whether it was there. */
const frame = (isThere: () => boolean): Promise<boolean> =>
  new Promise(resolve => {
    requestAnimationFrame(() => {
      const wasThere = isThere();
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(wasThere);
      port2.postMessage(undefined);
    });
  });

/** From an act to the first frame that shows its outcome. */
async function until(isThere: () => boolean, act: () => unknown): Promise<number> {
  await frame(() => true);
  const start = performance.now();
  act();
  while (!(await frame(isThere))) {
    if (performance.now() - start > 90_000) throw new Error(`Not drawn: ${String(isThere)}`);
  }
  return performance.now() - start;
}

/** The pixels between the upper and the lower end of what is scrolled that no row covers. */
function blankPixels(list: List): number {
  const box = list.scroller().getBoundingClientRect();
  const pieces = [...list.rows()]
    .map(row => row.getBoundingClientRect())
    .filter(({top, bottom}) => bottom > box.top && top < box.bottom)
    .sort((one, other) => one.top - other.top);
  let [blank, reached] = [0, pieces[0]?.top ?? box.bottom];
  for (const {top, bottom} of pieces) {
    blank += Math.max(0, top - reached);
    reached = Math.max(reached, bottom);
  }
  return blank + Math.max(0, box.bottom - reached - 24); // a scroll bar may lie along the lower end
}

/** Steps of the same length, one a frame; what is blank is looked at before the next step. */
async function scroll(list: List, steps: number, pixels: number) {
  const box = list.scroller();
  const times: number[] = [];
  let blank = 0;
  for (let step = 0; step < steps; step++) {
    times.push(await new Promise<number>(requestAnimationFrame));
    if (step && blankPixels(list) > 40) blank++;
    box.scrollTop += pixels;
  }
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0), blank};
}

/** Puts what the scenarios ask for into the page. */
export function measure(list: List): void {
  let rows: readonly ContractSummary[] = [];
  const shows = (contract: ContractSummary | undefined) => () => {
    const {top} = list.scroller().getBoundingClientRect();
    let first: Element | undefined;
    for (const row of list.rows()) {
      const {bottom} = row.getBoundingClientRect();
      if (bottom > top + 50 && (!first || bottom < first.getBoundingClientRect().bottom)) first = row;
    }
    return Boolean(contract && first?.textContent.includes(contract.number));
  };
  const largest = () =>
    rows.reduce((one, other) =>
      other.worksPrice > one.worksPrice || (other.worksPrice === one.worksPrice && other.number > one.number)
        ? other
        : one,
    );
  Object.assign(globalThis, {
    listBench: {
      ready: () => list.ready(),
      make: (count: number) => void (rows = sampleContracts(count)),
      render: () =>
        until(
          () => {
            const [first] = list.rows();
            return Boolean(first?.textContent.includes(rows[0]?.number ?? '?'));
          },
          () => list.show(rows),
        ),
      focusSearch: () => list.searchField().focus(),
      search: (words: string, index: number) => until(shows(rows[index]), () => list.search(words)),
      sort: () => until(shows(largest()), () => list.sort()),
      scroll: (steps: number, pixels: number) => scroll(list, steps, pixels),
      pause,
    },
  });
}
