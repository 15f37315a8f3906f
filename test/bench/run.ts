import {parseArgs} from 'node:util';
import {launchChromium} from '../support/chromium.js';
import {buildProbe} from './harness/build.js';
import type {Bench} from './harness/bench.js';
import type {Contestant} from './harness/lab.js';
import {Lab} from './harness/lab.js';
import {toRows, toTable, type Samples} from './harness/report.js';
import {startServer} from './harness/server.js';

/** Benches by name; a further one is a folder and a line here. */
const benches: Record<string, () => Promise<Bench>> = {
  form: async () => (await import('./form/bench.js')).form,
  list: async () => (await import('./list/bench.js')).list,
  notice: async () => (await import('./notice/bench.js')).notice,
};

interface Options {
  runs: number;
  /** Names of scenarios; all when empty. */
  only: readonly string[];
  /** Names of further contestants to show; without any word of them, those of the bench. */
  others: readonly string[] | undefined;
}

function record(samples: Map<string, Samples>, name: string, findings: Record<string, number>): void {
  const known = samples.get(name) ?? {};
  for (const [key, value] of Object.entries(findings)) (known[key] ??= []).push(value);
  samples.set(name, known);
}

/** Contestants take turns, in the other order every second time, so that a slow minute hits all alike. */
async function compete(lab: Lab, bench: Bench, contestants: readonly Contestant[], {runs, only}: Options) {
  const samples = new Map<string, Samples>();
  const scenarios = bench.scenarios.filter(({name}) => !only.length || only.includes(name));
  for (const scenario of scenarios) {
    for (let run = 0; run < runs; run++) {
      process.stderr.write(`\r${scenario.name} ${run + 1}/${runs}   `);
      const order = run % 2 ? contestants.toReversed() : contestants;
      for (const contestant of order) {
        record(samples, contestant.name, await scenario.measure(lab, contestant));
      }
    }
  }
  process.stderr.write('\n');
  return samples;
}

async function run(name: string, options: Options): Promise<void> {
  const load = benches[name];
  if (!load) throw new Error(`There is no bench "${name}"; there is: ${Object.keys(benches).join(', ')}.`);
  const bench = await load();
  const [ours, baseline, ...rest] = bench.contestants;
  const others = rest.filter(({name: other}) => options.others?.includes(other) ?? bench.showsAll);
  const [probe, served] = await Promise.all([buildProbe(), bench.prepare()]);
  const [server, browser] = await Promise.all([startServer(served), launchChromium()]);
  try {
    const lab = new Lab(browser, server, probe);
    const samples = await compete(lab, bench, [ours, baseline, ...others], options);
    const metrics = bench.metrics.filter(({key}) => samples.get(ours.name)?.[key]);
    const names = [ours.name, baseline.name, ...others.map(other => other.name)] as const;
    console.log(`\n${name}: medians of ${options.runs}, Chromium ${browser.version()}\n`);
    console.log(toTable(toRows(metrics, names, samples)));
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {runs: {type: 'string', default: '5'}, only: {type: 'string'}, with: {type: 'string'}},
});
const list = (text = '') => text.split(',').filter(Boolean);
for (const name of positionals.length ? positionals : Object.keys(benches)) {
  await run(name, {
    runs: Number(values.runs),
    only: list(values.only),
    others: values.with === undefined ? undefined : list(values.with),
  });
}
