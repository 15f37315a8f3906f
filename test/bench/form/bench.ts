import type {Bench} from '../harness/bench.js';
import {bundle, kit, native} from './contestants.js';
import {metrics} from './metrics.js';
import {scenarios} from './scenarios.js';
import {prepare} from './served.js';

/** The application form against the same form written by hand. */
export const form: Bench = {metrics, contestants: [kit, native, bundle], scenarios, prepare};
