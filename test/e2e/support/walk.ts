import type {Page} from 'playwright-core';
import type {Started} from '../../sandbox/support/start.js';

/** What the contractor wrote after the application had come back. */
export const MENDED = '第１２号 令和７年度 市道〇〇線道路改良工事';

/** What the steps of the journey share: who takes part, and what earlier steps have brought about. */
export interface Walk {
  readonly server: Started;
  readonly contractor: Page;
  readonly surety: Page;
  readonly obligee: Page;
  readonly numbers: readonly string[];
  readonly folder: string;
  authKey: string;
  /** What a step has brought about is fit to be read by everybody. */
  readonly look: (page: Page, name: string) => Promise<void>;
}
