import assert from 'node:assert/strict';
import {it} from 'node:test';
import * as domain from '../../src/entries/domain.js';

it('exports the public functions of surety-elements/domain, no more and no less', () => {
  const names = [
    'checkAmounts',
    'formatDate',
    'formatEra',
    'formatYen',
    'judgeEligibility',
    'parseAuthKey',
    'parseBankBranch',
    'parseCompanyName',
    'parseContractNumber',
    'parseDate',
    'parseDateRange',
    'parseEmail',
    'parsePersonName',
    'parsePhone',
    'parseWorksName',
    'parseYen',
    'planSubmission',
    'ratio',
    'readNoticeData',
    'verifyWebhook',
  ];
  assert.deepEqual(Object.keys(domain).sort(), names);
});
