import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {diffRevisions} from '../../src/domain/revision-diff.js';
import type {Certificate} from '../../src/schemas/certificate.js';

const first: Certificate = {
  contractNumber: '05214-000123',
  kind: 'advance-payment',
  productName: '前払金保証',
  revision: 0,
  changeReason: null,
  issuedOn: '2026-02-03',
  arrivedAt: '2026-02-03T10:15:00+09:00',
  contractor: {name: '〇〇建設 株式会社', representative: '代表取締役 〇〇 〇〇', address: '秋田県にかほ市'},
  jointVentureName: null,
  obligeeName: 'にかほ市',
  guaranteeAmount: 20_000_000,
  validUntil: '2026-09-30',
  works: {
    name: '市道改良工事',
    price: 50_000_000,
    signedOn: '2026-02-01',
    period: {from: '2026-02-02', to: '2026-09-30'},
  },
  depositBankName: '〇〇銀行 ××支店',
  undertaking: '当社は、その責に任じます。',
  notes: [],
  surety: {name: '保証会社', address: '東京都', presidentTitle: '取締役社長', presidentName: '〇〇'},
  branch: {code: 'akita', name: '秋田支店', phone: '018', fax: '018', email: null, hours: ''},
};
const changed = (changes: Partial<Certificate>): Certificate => ({
  ...first,
  revision: 1,
  changeReason: '変更',
  issuedOn: '2026-05-01',
  arrivedAt: '2026-05-01T09:00:00+09:00',
  ...changes,
});

describe('diffRevisions', () => {
  it('finds nothing where only the number, reason and dates of the paper differ', () => {
    assert.deepEqual(diffRevisions(first, changed({})), []);
  });

  it('says by how much a sum grew or shrank', () => {
    assert.deepEqual(diffRevisions(first, changed({guaranteeAmount: 24_000_000})), [
      {
        field: 'guaranteeAmount',
        kind: 'amount',
        before: 20_000_000,
        after: 24_000_000,
        difference: 4_000_000,
      },
    ]);
    const [change] = diffRevisions(first, changed({works: {...first.works, price: 49_999_999}}));
    assert.equal(change?.kind === 'amount' && change.difference, -1);
  });

  it('counts the days of a later end, over the end of a month, a leap day and a year', () => {
    const days = (from: string, to: string) => {
      const [change] = diffRevisions({...first, validUntil: from}, changed({validUntil: to}));
      return change?.kind === 'date' ? change.days : undefined;
    };
    assert.equal(days('2026-09-30', '2026-10-01'), 1);
    assert.equal(days('2028-02-28', '2028-03-01'), 2);
    assert.equal(days('2026-12-31', '2027-01-01'), 1);
    assert.equal(days('2026-09-30', '2026-08-31'), -30);
  });

  it('counts no days where a date comes or goes', () => {
    assert.deepEqual(diffRevisions({...first, validUntil: null}, changed({})), [
      {field: 'validUntil', kind: 'date', before: null, after: '2026-09-30', days: null},
    ]);
  });

  it('takes 工期 as one row, and measures its last day', () => {
    const period = {from: '2026-02-02', to: '2026-12-25'};
    assert.deepEqual(diffRevisions(first, changed({works: {...first.works, period}})), [
      {field: 'worksPeriod', kind: 'period', before: first.works.period, after: period, days: 86},
    ]);
    const gone = diffRevisions(first, changed({works: {...first.works, period: null}}));
    assert.deepEqual(gone, [
      {field: 'worksPeriod', kind: 'period', before: first.works.period, after: null, days: null},
    ]);
    const later = {from: '2026-02-10', to: '2026-09-30'};
    const [moved] = diffRevisions(first, changed({works: {...first.works, period: later}}));
    assert.equal(moved?.kind === 'period' && moved.days, 0);
  });

  it('lists changes in the order of the certificate', () => {
    const fields = diffRevisions(
      first,
      changed({
        contractor: {...first.contractor, representative: '代表取締役 △△ △△'},
        jointVentureName: '〇〇・△△特定JV',
        obligeeName: 'にかほ市長',
        guaranteeAmount: 1,
        validUntil: null,
        works: {name: '別の工事', price: 1, signedOn: null, period: null},
        depositBankName: null,
        branch: {...first.branch, name: '宮城支店'},
      }),
    ).map(({field}) => field);
    assert.deepEqual(fields, [
      'contractor',
      'jointVentureName',
      'obligeeName',
      'guaranteeAmount',
      'validUntil',
      'worksName',
      'worksPrice',
      'worksPeriod',
      'worksSignedOn',
      'depositBankName',
      'branch',
    ]);
  });

  it('takes a new telephone number of the branch for no change of the certificate', () => {
    assert.deepEqual(diffRevisions(first, changed({branch: {...first.branch, phone: '018-000'}})), []);
  });
});
