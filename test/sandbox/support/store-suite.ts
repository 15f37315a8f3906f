import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Store} from '../../../demo/sandbox/store/store.js';

const claim = (key: string) => ({
  accountId: 'tester',
  key,
  requestHash: 'hash',
  createdAt: '2026-03-02T10:15:00+09:00',
  status: null,
  answer: null,
  applicationId: null,
});

/** Transactions, which every other promise rests on. */
export function storeSuite(store: () => Store): void {
  describe('a transaction', () => {
    it('that throws leaves nothing behind', async () => {
      const failing = store().transaction(async tx => {
        await tx.nextCount('rolled-back');
        await tx.reserveIdempotencyKey(claim('rolled-back'));
        throw new Error('on purpose');
      });
      await assert.rejects(failing, /on purpose/);
      await store().transaction(async tx => {
        assert.equal(await tx.findIdempotencyKey('tester', 'rolled-back'), undefined);
        assert.equal(await tx.nextCount('rolled-back'), 1);
      });
    });

    it('counts without gaps or doubles when many run at once', async () => {
      const counts = await Promise.all(
        Array.from({length: 25}, () => store().transaction(tx => tx.nextCount('parallel'))),
      );
      assert.deepEqual(
        counts.sort((one, other) => one - other),
        Array.from({length: 25}, (_, index) => index + 1),
      );
    });

    it('finds a key reserved that another transaction has reserved and completed', async () => {
      const results = await Promise.all(
        Array.from({length: 5}, () =>
          store().transaction(async tx => {
            const before = await tx.reserveIdempotencyKey(claim('contested'));
            if (!before)
              await tx.completeIdempotencyKey({...claim('contested'), status: 201, answer: {n: 1}});
            return before;
          }),
        ),
      );
      assert.equal(results.filter(before => before === undefined).length, 1);
      for (const before of results) if (before) assert.deepEqual(before.answer, {n: 1});
    });

    it('gives copies: changing a row that was read changes nothing', async () => {
      const moment = '2026-03-02T10:15:00+09:00';
      const session = {tokenHash: 'copy', accountId: 'a', role: 'surety' as const, expiresAt: moment};
      await store().transaction(tx => tx.insertSession(session));
      const found = await store().transaction(tx => tx.findSession('copy'));
      assert.ok(found);
      found.accountId = 'changed';
      assert.deepEqual(await store().transaction(tx => tx.findSession('copy')), session);
    });
  });
}
