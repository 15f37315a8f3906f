import {toFullWidth} from '../../src/input/characters.js';
import {searchKey} from '../../src/input/search.js';
import type {SuretyClient} from '../../src/api/client.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {Entry, EntrySource} from '../shared/combobox.js';
import type {Draft} from './draft.js';
import type {AmountAdvice} from './amount-advice.js';
import type {ChosenObligee} from './eligibility.js';

const keyOf = (...words: string[]) => words.map(searchKey).join(' ');

const BANK_KIND = /(銀行|信金|金庫|信組|組合|組連|信連|農協|漁協|漁連|労金|中金|金連|機構|センター)$/;
const BRANCH_KIND = /(店|部|所|課|室|営業|センター|支社)$/;

/** Zengin leaves 「銀行」 and 「支店」 away; people do not. */
const bankName = (name: string) => (BANK_KIND.test(name) ? name : `${name}銀行`);
const branchName = (name: string) => (BRANCH_KIND.test(name) ? name : `${name}支店`);

/** The lists of the pickers: each is fetched once, when first needed, and again after a failure. */
export class Pickers {
  readonly #client: () => Promise<SuretyClient>;
  #lists = new Map<string, Promise<readonly Entry[]>>();
  #obligees = new Map<string, Obligee>();

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
  }

  /** 発注者: by name, kana, prefecture or code. */
  obligees = () =>
    this.#once('obligees', async client => {
      const {items} = await client.listObligees();
      this.#obligees = new Map(items.map(each => [each.code, each]));
      return items.map(({code, name, kana, prefecture}) => ({
        value: code,
        label: name,
        detail: prefecture,
        key: keyOf(name, kana, prefecture, code),
      }));
    });

  /** An obligee by code, from the list where that is there, and the code that judges its rule. */
  async chosen(code: string, signal: AbortSignal): Promise<ChosenObligee> {
    const fetched = async () => (await this.#client()).getObligee(code, {signal});
    const [obligee, {judgeEligibility}] = await Promise.all([
      this.#obligees.get(code) ?? fetched(),
      import('../../src/domain/eligibility.js'),
    ]);
    return {obligee, judgeEligibility};
  }

  /** What an obligee says about amounts, with the code that holds amounts against it; nothing where it says nothing. */
  async advice(name: string): Promise<AmountAdvice | undefined> {
    const {items} = await (await this.#client()).listAmountRules(name);
    return items.length ? new (await import('./amount-advice.js')).AmountAdvice(items) : undefined;
  }

  /** 金融機関: by name, kana or code. */
  banks = () =>
    this.#once('banks', async client =>
      (await client.listBanks()).items.map(({code, name, kana, hiragana}) => ({
        value: code,
        label: toFullWidth(bankName(name)),
        detail: code,
        key: keyOf(bankName(name), kana, hiragana, code),
      })),
    );

  /** 支店 of a bank that was picked; of any other nothing is known. */
  branches = (bankCode: string) => () =>
    bankCode
      ? this.#once(`branches/${bankCode}`, async client =>
          (await client.listBankBranches(bankCode)).items.map(({code, name, kana, hiragana}) => ({
            value: code,
            label: toFullWidth(branchName(name)),
            detail: code,
            key: keyOf(branchName(name), kana, hiragana, code),
          })),
        )
      : Promise.resolve([]);

  /** The list that goes with a field. */
  for(path: string, draft: Draft): EntrySource {
    if (path === 'obligee/name') return this.obligees;
    if (path.endsWith('/bank')) return this.banks;
    return this.branches(draft[path.replace(/branch$/, 'bankCode')] ?? '');
  }

  #once(name: string, load: (client: SuretyClient) => Promise<Entry[]>): Promise<readonly Entry[]> {
    const known = this.#lists.get(name);
    if (known) return known;
    const list = this.#client().then(load);
    this.#lists.set(name, list);
    list.catch(() => this.#lists.delete(name));
    return list;
  }
}
