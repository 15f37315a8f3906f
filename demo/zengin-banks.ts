import type {Bank, BankBranch} from '../src/schemas/bank.js';
import {toBank, toBankBranch, type BankSource} from './sandbox/data/banks.js';
import {readZengin, toRows, type ZenginEntry} from './sandbox/data/zengin.js';

/** Every bank and branch of the Zengin package; its 2.5 MB are read when first asked for. */
export function createZenginBanks(): BankSource {
  let all: Record<string, ZenginEntry> | undefined;
  let banks: Bank[] | undefined;
  const branches = new Map<string, BankBranch[]>();
  const read = () => (all ??= readZengin());
  return {
    async banks() {
      return (banks ??= toRows(read()).map(toBank));
    },
    async branches(bankCode) {
      const bank = Object.hasOwn(read(), bankCode) ? read()[bankCode] : undefined;
      if (!bank) return undefined;
      const known = branches.get(bankCode) ?? toRows(bank.branches).map(row => toBankBranch(bankCode, row));
      branches.set(bankCode, known);
      return known;
    },
  };
}
