import type {Findings, Scenario} from '../harness/bench.js';
import type {Contestant} from '../harness/lab.js';
import {heapBytes, taskSeconds, type Lab, type Visit} from '../harness/lab.js';
import {p95} from '../harness/statistics.js';
import {blank} from './contestants.js';

const KIB = 1024;
const MIB = KIB * KIB;
const SLOW = {cpu: 4} as const;
const FORMS = 100;

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function click({page, ask}: Visit, text: string): Promise<void> {
  const {x, y} = await ask<{x: number; y: number}>(`bench.place(${JSON.stringify(text)})`);
  await page.mouse.click(x, y);
}

/** Keys at a typist's pace, each at another moment of the frame. */
async function typeKeys({page}: Visit, keys: Iterable<string>): Promise<number> {
  let count = 0;
  for (const key of keys) {
    await page.keyboard.press(key);
    await pause(60 + ((count * 7) % 17));
    count++;
  }
  return count;
}

/** The page as it stands before anybody has touched it. */
const untouched = (contestant: Contestant): Contestant => ({
  ...contestant,
  page: `${contestant.page}#untouched`,
});

function takeBytes(lab: Lab): number {
  const fetched = lab.server.takeLog().filter(({path}) => /\.(?:js|css)$/.test(path));
  return fetched.reduce((sum, file) => sum + file.bytes, 0) / KIB;
}

async function load(lab: Lab, contestant: Contestant): Promise<Findings> {
  const bytes = await lab.visit(untouched(contestant), {}, async ({ask}) => {
    await ask('bench.usable()');
    await ask('bench.settled()');
    return takeBytes(lab);
  });
  return lab.visit(contestant, {...SLOW, network: 'fast-4g'}, async ({ask}) => {
    const usable = await ask<number>('bench.usable()');
    await ask('bench.settled()');
    return {usable, bytes, bytesInUse: takeBytes(lab), blocked: await ask<number>('bench.blocked()')};
  });
}

const digits = ['5', '0', '0', '0', '0', '0', '0', 'Backspace', 'Backspace', 'Backspace'];

/** Two rounds of the same keys, for the listener that times a paint would count as work of the page. */
async function keyCosts(visit: Visit): Promise<Findings> {
  const {ask, cdp} = visit;
  const rounds = Array.from({length: 4}, () => digits).flat();
  await ask('bench.enter("前払金保証金額")');
  await typeKeys(visit, digits);
  const before = await taskSeconds(cdp);
  const count = await typeKeys(visit, rounds);
  const keyWork = ((await taskSeconds(cdp)) - before) / count;
  await ask('bench.recordKeys()');
  await typeKeys(visit, rounds);
  return {keyWork: keyWork * 1000, keyPaint: p95(await ask<number[]>('bench.takeKeys()'))};
}

async function empty({page, ask}: Visit, label: string): Promise<void> {
  await ask(`bench.enter(${JSON.stringify(label)})`);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

async function keyPaints(visit: Visit): Promise<Findings> {
  const {page, ask} = visit;
  await empty(visit, '前払金保証金額');
  await typeKeys(visit, '2000000');
  await ask('bench.watchText("keydown", "40\\\\.0%")');
  await page.keyboard.press('0');
  const ratioPaint = await ask<number>('bench.seen()');
  await pause(200);
  await ask('bench.watchText("keydown", "前払金保証金額を数字で入力")');
  await page.keyboard.press('x');
  return {ratioPaint, errorPaint: await ask<number>('bench.seen()')};
}

/** The way of someone who sends too early: price, both guarantees, then a failed try and an amount. */
async function typing(lab: Lab, contestant: Contestant): Promise<Findings> {
  return lab.visit(contestant, SLOW, async visit => {
    const {ask} = visit;
    await ask('bench.usable()');
    await ask('bench.settled()');
    await ask('bench.watchControl("click", "前払金保証を申し込む")');
    await click(visit, '保証の申込内容');
    const sectionPaint = await ask<number>('bench.seen()');
    await click(visit, '前払金保証を申し込む');
    await click(visit, '契約保証を申し込む');
    const submitPaint = await failSubmit(visit);
    await click(visit, '請負工事の情報');
    await ask('bench.enter("請負金額")');
    await typeKeys(visit, '50000000');
    await click(visit, '保証の申込内容');
    return {sectionPaint, submitPaint, ...(await keyCosts(visit)), ...(await keyPaints(visit))};
  });
}

/** At least so many fields are required once both guarantees are asked for. */
const LEAST_ERRORS = 15;

async function failSubmit(visit: Visit): Promise<number> {
  const {ask} = visit;
  await pause(300);
  await ask('bench.watchErrors()');
  await click(visit, '申込内容を確認する');
  const time = await ask<number>('bench.seen()');
  const errors = await ask<number>('bench.countErrors()');
  if (errors < LEAST_ERRORS) throw new Error(`Only ${errors} errors were drawn.`);
  return time;
}

async function heap(lab: Lab, contestant: Contestant): Promise<Findings> {
  const bare = await lab.visit(blank, {}, async ({ask, cdp}) => {
    await ask('bench.settled()');
    return heapBytes(cdp);
  });
  const measure = (page: Contestant) =>
    lab.visit(page, {}, async ({ask, cdp}) => {
      await ask('bench.usable()');
      await ask('bench.settled()');
      return ((await heapBytes(cdp)) - bare) / MIB;
    });
  return {heap: await measure(untouched(contestant)), heapInUse: await measure(contestant)};
}

/** How a page with many forms would add one more. */
const adders = {
  element: `count => {
    const forms = Array.from({length: count}, () => document.createElement('surety-application-form'));
    document.querySelector('surety-provider').append(...forms);
  }`,
  native: `async count => {
    const {addForms} = await import('/native/form.js');
    addForms(document.querySelector('form'), count);
  }`,
};

async function many(lab: Lab, contestant: Contestant): Promise<Findings> {
  return lab.visit(contestant, SLOW, async ({ask, cdp}) => {
    await ask('bench.usable()');
    await ask('bench.settled()');
    const before = await heapBytes(cdp);
    const add = contestant.host ? adders.element : adders.native;
    const manyTime = await ask<number>(`bench.addForms(${FORMS}, ${add})`);
    await ask('bench.settled()');
    return {manyTime, manyHeap: ((await heapBytes(cdp)) - before) / FORMS / KIB};
  });
}

/** What is done with each contestant, each in a fresh browser profile. */
export const scenarios: readonly Scenario[] = [
  {name: 'load', measure: load},
  {name: 'typing', measure: typing},
  {name: 'heap', measure: heap},
  {name: 'many', measure: many},
];
