import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readChange, type ChangeField, type TypedChange} from '../../demo/office/change-entry.js';
import type {Contract} from '../../src/schemas/contract.js';

const contract: Contract = {
  number: '05214-000123',
  kind: 'advance-payment',
  productName: '前払金保証',
  certificateForm: 'electronic',
  state: 'in-force',
  obligeeName: 'にかほ市',
  worksName: '市道〇〇線道路改良工事',
  worksPrice: 50_000_000,
  guaranteeAmount: 20_000_000,
  issuedOn: '2026-02-24',
  validUntil: '2027-03-19',
  arrivedAt: '2026-02-24T10:15:00+09:00',
  revision: 0,
  applicationId: 'a',
  obligeeCode: '052141',
  contractorName: '〇〇建設 株式会社',
  jointVentureName: null,
  depositBankName: '〇〇銀行 ××支店',
  revisions: [{revision: 0, arrivedAt: '2026-02-24T10:15:00+09:00'}],
  keyViews: [],
};
const current = {period: {from: '2026-02-21', to: '2027-03-19'}};

const typed = (changes: Partial<TypedChange>): TypedChange => ({
  guaranteeAmount: '',
  worksPrice: '',
  from: '',
  to: '',
  validUntil: '',
  reason: '設計変更',
  ...changes,
});
const errorsOf = (
  changes: Partial<TypedChange>,
  known = current as {period: typeof current.period | null},
) => {
  const change = readChange(typed(changes), contract, known);
  return 'errors' in change ? (Object.keys(change.errors) as ChangeField[]) : [];
};

describe('what the office types for a change', () => {
  it('sends only what becomes different, with the revision that was seen', () => {
    const change = readChange(
      typed({guaranteeAmount: '２，４００万円', to: '令和9年6月30日'}),
      contract,
      current,
    );
    assert.ok('request' in change);
    assert.deepEqual(change.request, {
      revision: 0,
      reason: '設計変更',
      guaranteeAmount: 24_000_000,
      period: {from: '2026-02-21', to: '2027-06-30'},
    });
  });

  it('says each change as before and after, so that it can be confirmed', () => {
    const change = readChange(typed({worksPrice: '60,000,000', validUntil: '2027-06-30'}), contract, current);
    assert.ok('lines' in change);
    assert.deepEqual(change.lines, [
      {label: '請負金額', before: '50,000,000円', after: '60,000,000円'},
      {label: '保証期限', before: '令和9年3月19日', after: '令和9年6月30日'},
    ]);
  });

  it('wants a reason and at least one change', () => {
    assert.deepEqual(errorsOf({guaranteeAmount: '1円', reason: ' '}), ['reason']);
    assert.deepEqual(errorsOf({}), ['guaranteeAmount']);
  });

  it('names the field that cannot be read', () => {
    assert.deepEqual(errorsOf({worksPrice: 'およそ', validUntil: '2027-02-30'}).sort(), [
      'validUntil',
      'worksPrice',
    ]);
  });

  it('refuses a period that ends before it begins', () => {
    assert.deepEqual(errorsOf({to: '2026-02-20'}), ['to']);
  });

  it('wants both ends of a period that it does not know', () => {
    assert.deepEqual(errorsOf({to: '2027-06-30'}, {period: null}), ['from']);
  });
});
