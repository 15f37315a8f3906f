import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {planSubmission} from '../../src/domain/submission-plan.js';
import {stepText, submissionWarningText} from '../../src/i18n/submission-text.js';
import {obligees} from '../domain/obligees.js';
import {setLocale} from '../support/node-locale.js';

const kinds = ['performance', 'advance-payment', 'interim-payment'] as const;
const contract = {number: '12345-678901', worksName: 'Works', contractorName: 'Builder'};
const plans = obligees.flatMap(rule =>
  kinds.map(kind => ({rule, plan: planSubmission(rule, {...contract, kind})})),
);

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/u;

describe('how a notice is handed in, for every obligee and every kind of guarantee', () => {
  it('is said in English but for the obligee’s own words: names, blanks of its mail, and notes', async () => {
    await setLocale('en');
    for (const {rule, plan} of plans) {
      for (const step of plan.steps) {
        const own = [
          step.code === 'send' && step.recipient.name,
          step.code === 'ask-obligee' && step.obligee,
          step.code === 'call' && step.note,
        ].filter(words => words !== false);
        const text = own.reduce((rest, words) => rest.replace(words, ''), stepText(step));
        assert.doesNotMatch(text, japanese, `${rule.obligee}: ${step.code}`);
      }
      for (const warning of plan.warnings) {
        if (warning.code === 'note') continue;
        const text = submissionWarningText(warning)
          .replace(rule.obligee, '')
          .replace(/〔.*〕/, '');
        assert.doesNotMatch(text, japanese, `${rule.obligee}: ${warning.code}`);
      }
    }
    await setLocale('ja');
  });
});
