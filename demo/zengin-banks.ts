import {createRequire} from 'node:module';
import type {Bank, BankBranch} from '../src/schemas/bank.js';
import {toBank, toBankBranch, type BankRow, type BankSource} from './sandbox/data/banks.js';

interface ZenginEntry {
  code: string;
  name: string;
  kana: string;
  hira: string;
  branches: Record<string, ZenginEntry>;
}

const row = ({code, name, kana, hira}: ZenginEntry): BankRow => [code, name, kana, hira];
const sorted = (entries: Record<string, ZenginEntry>) =>
  Object.values(entries).sort((one, other) => (one.code < other.code ? -1 : 1));

/** Every bank and branch of the Zengin package; its 2.5 MB are read when first asked for. */
export function createZenginBanks(): BankSource {
  let all: Record<string, ZenginEntry> | undefined;
  let banks: Bank[] | undefined;
  const branches = new Map<string, BankBranch[]>();
  const read = () => (all ??= createRequire(import.meta.url)('zengin-code') as Record<string, ZenginEntry>);
  return {
    async banks() {
      return (banks ??= sorted(read()).map(entry => toBank(row(entry))));
    },
    async branches(bankCode) {
      const bank = Object.hasOwn(read(), bankCode) ? read()[bankCode] : undefined;
      if (!bank) return undefined;
      const known =
        branches.get(bankCode) ?? sorted(bank.branches).map(entry => toBankBranch(bankCode, row(entry)));
      branches.set(bankCode, known);
      return known;
    },
  };
}
