import type {Findings, Scenario} from '../harness/bench.js';
import type {Contestant} from '../harness/lab.js';
import {heapBytes, taskSeconds, type Lab, type Visit} from '../harness/lab.js';
import {native} from './contestants.js';

const MIB = 1024 * 1024;
const SLOW = {cpu: 4} as const;
const SIZES = {100: 'few', 10_000: 'some', 100_000: 'many'} as const;
/** A person reaches for the mouse, types a word. */
const TYPING_MS = 2500;
const STEPS = 150;

const isTooMuch = ({name}: Contestant, rows: number) => name === native.name && rows > 10_000;

async function begin({page, ask}: Visit, rows: number): Promise<void> {
  await page.waitForFunction('globalThis.listBench');
  await ask('listBench.ready()');
  await ask(`listBench.make(${rows})`);
}

async function render(lab: Lab, contestant: Contestant): Promise<Findings> {
  const findings: Findings = {};
  const heaps: Record<string, number> = {};
  for (const [rows, name] of Object.entries(SIZES)) {
    if (isTooMuch(contestant, Number(rows))) continue;
    await lab.visit(contestant, SLOW, async visit => {
      await begin(visit, Number(rows));
      const before = await heapBytes(visit.cdp);
      findings[`${name}First`] = await visit.ask<number>('listBench.render()');
      await visit.ask('listBench.pause(500)');
      heaps[name] = (await heapBytes(visit.cdp)) - before;
    });
  }
  const {fewFirst = NaN, manyFirst = NaN} = findings;
  const growth = ((heaps['many'] ?? NaN) - (heaps['few'] ?? NaN)) / MIB;
  return {...findings, growth: manyFirst - fewFirst, heapGrowth: growth};
}

async function find(lab: Lab, contestant: Contestant): Promise<Findings> {
  if (isTooMuch(contestant, 100_000)) return {};
  return lab.visit(contestant, SLOW, async visit => {
    await begin(visit, 100_000);
    await visit.ask('listBench.render()');
    await visit.ask('listBench.focusSearch()');
    await visit.ask(`listBench.pause(${TYPING_MS})`);
    const search = await visit.ask<number>('listBench.search("護岸", 4)');
    const again = await visit.ask<number>('listBench.search("道路", 0)');
    await visit.ask('listBench.search("", 0)');
    await visit.ask('listBench.pause(500)');
    return {search, again, sort: await visit.ask<number>('listBench.sort()')};
  });
}

async function scroll(lab: Lab, contestant: Contestant): Promise<Findings> {
  return lab.visit(contestant, SLOW, async visit => {
    await begin(visit, 10_000);
    await visit.ask('listBench.render()');
    await visit.ask('listBench.pause(1000)');
    const before = await taskSeconds(visit.cdp);
    const {dropped, blank} = await visit.ask<{dropped: number; blank: number}>(
      `listBench.scroll(${STEPS}, 120)`,
    );
    const work = ((await taskSeconds(visit.cdp)) - before) * 1000;
    return {dropped, blank, scrollWork: work / STEPS};
  });
}

/** Rows P10 to P13. */
export const scenarios: readonly Scenario[] = [
  {name: 'render', measure: render},
  {name: 'find', measure: find},
  {name: 'scroll', measure: scroll},
];
