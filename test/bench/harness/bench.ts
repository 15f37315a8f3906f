import type {Contestant, Lab} from './lab.js';
import type {Served} from './server.js';

/** A bound: of the ratio to the baseline in the same run, or of the value itself. */
export interface Limit {
  of: 'ratio' | 'value';
  max: number;
}

/** One row of the table; goals are those of `requirements/performance.md`. */
export interface Metric {
  /** Key in what scenarios return. */
  key: string;
  /** Row of performance.md, e.g. `P2`. */
  id: string;
  title: string;
  unit: 'ms' | 'KiB' | 'MiB' | 'frames';
  /** Name of the contestant that a ratio is to; the baseline unless it says another. */
  against?: string;
  goal: Limit;
  must?: Limit;
}

/** What one measurement found, by metric key. */
export type Findings = Record<string, number>;

/** Something that is done with one contestant in a browser of its own. */
export interface Scenario {
  name: string;
  measure(lab: Lab, contestant: Contestant): Promise<Findings>;
}

/** One benchmark: `npm run bench -- <name>`. */
export interface Bench {
  metrics: readonly Metric[];
  /** The first is ours, the second the baseline; others are only shown. */
  contestants: readonly [Contestant, Contestant, ...Contestant[]];
  /** Whether others than the first two are compared unasked. */
  showsAll?: boolean;
  scenarios: readonly Scenario[];
  /** Builds what is compared and says what to serve. */
  prepare(): Promise<Served>;
}
