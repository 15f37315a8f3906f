import type {Bank, BankBranch} from '../../../src/schemas/bank.js';

/** Where banks come from: the whole package on a server, a small excerpt in a page. */
export interface BankSource {
  banks(): Promise<readonly Bank[]>;
  /** Undefined for an unknown bank. */
  branches(bankCode: string): Promise<readonly BankBranch[] | undefined>;
}

/** code, name, kana, hiragana: as `generate-banks.ts` writes them. */
export type BankRow = readonly [code: string, name: string, kana: string, hiragana: string];

const branchEnding = /(営業部|本部|支部|出張所|支所|本所|営業所|事務所|センター|プラザ|店)$/;

/** The Zengin list leaves out what every bank's name ends in; people and certificates write it. */
export function toBank([code, name, kana, hiragana]: BankRow): Bank {
  const full = name.replace(/信金$/, '信用金庫').replace(/信組$/, '信用組合');
  const isBank = /^(0[0-35]|9900)/.test(code) && !full.endsWith('銀行');
  return {code, name: isBank ? `${full}銀行` : full, kana, hiragana};
}

/** A branch; 支店 is added where the list leaves it out. Co-ops and ゆうちょ use other words, so theirs stay. */
export function toBankBranch(bankCode: string, [code, name, kana, hiragana]: BankRow): BankBranch {
  const isBranch = /^[0-2]/.test(bankCode) && !branchEnding.test(name);
  return {code, name: isBranch ? `${name}支店` : name, kana, hiragana};
}

/** The banks inside a page: all of them, but branches of a few only. Loaded when first asked for. */
export const pageBanks: BankSource = {
  async banks() {
    const {default: rows} = await import('./banks.json');
    return (rows as unknown as BankRow[]).map(toBank);
  },
  async branches(bankCode) {
    const {default: all} = await import('./bank-branches.json');
    const rows = new Map(Object.entries(all)).get(bankCode) as unknown as BankRow[] | undefined;
    if (rows) return rows.map(row => toBankBranch(bankCode, row));
    return (await this.banks()).some(({code}) => code === bankCode) ? [] : undefined;
  },
};
