import {msg} from '@lit/localize';
import type {SubmissionStep} from '../domain/submission-plan.js';

/** Steps that are the same for every obligee; the others are in its own words. */
const steps: Partial<Record<SubmissionStep['code'], () => string>> = {
  'check-certificate': () => msg('保証証書の内容が契約と合っていることを確認します。'),
  'download-notice': () => msg('「認証キー」のお知らせをダウンロードします。'),
  'print-certificate': () => msg('保証証書の画面を印刷します。'),
};

/** One thing to do, in the language in force where it does not come from the obligee. */
export const stepText = ({code, text}: SubmissionStep): string => steps[code]?.() ?? text;
