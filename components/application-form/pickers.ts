import {msg} from '@lit/localize';
import {toFullWidth} from '../../src/input/characters.js';
import type {SuretyClient} from '../../src/api/client.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {EntrySource} from '../ui/combobox.js';
import {entryKey, exactEntry, type Entry} from '../ui/entries.js';
import type {FurtherSource} from '../ui/further-entries.js';
import type {Draft} from './draft.js';
import {isNotFound, LocalBodies} from './local-bodies.js';
import type {AmountAdvice} from './amount-advice.js';
import type {ChosenObligee} from './eligibility.js';

const BANK_KIND = /(銀行|信金|金庫|信組|組合|組連|信連|農協|漁協|漁連|労金|中金|金連|機構|センター)$/;
const BRANCH_KIND = /(店|部|所|課|室|営業|センター|支社)$/;

/** Zengin leaves 「銀行」 and 「支店」 away; people do not. */
const bankName = (name: string) => (BANK_KIND.test(name) ? name : `${name}銀行`);
const branchName = (name: string) => (BRANCH_KIND.test(name) ? name : `${name}支店`);

/** Longer than that nobody waits for an answer that may as well not come. */
const PATIENCE_MS = 20_000;

/** The lists of the pickers: each is fetched once, when first needed, and again after a failure. */
export class Pickers {
  readonly #client: () => Promise<SuretyClient>;
  #lists = new Map<string, Promise<readonly Entry[]>>();
  #obligees = new Map<string, Obligee>();
  readonly #bodies: LocalBodies;

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
    this.#bodies = new LocalBodies(client);
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
        mark: () => msg('電子保証の案内あり'),
        key: entryKey(name, kana, prefecture, code),
      }));
    });

  /** An obligee by code, and the code that judges its rule; `unlisted` where no rule of it is known. */
  async chosen(code: string): Promise<ChosenObligee | 'unlisted'> {
    const judging = import('../../src/domain/eligibility.js');
    judging.catch(() => undefined); // said below, where it is needed
    const obligee = await this.#obligee(code);
    return obligee ? {obligee, judgeEligibility: (await judging).judgeEligibility} : 'unlisted';
  }

  /** From the list, which holds all that have a rule, or asked for where the list is not there. */
  async #obligee(code: string): Promise<Obligee | undefined> {
    if (this.#obligees.size) return this.#obligees.get(code);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return (await this.#client()).getObligee(code, {signal}).catch(thrown => {
      if (isNotFound(thrown)) return undefined;
      throw thrown;
    });
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
        key: entryKey(bankName(name), kana, hiragana, code),
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
            key: entryKey(branchName(name), kana, hiragana, code),
          })),
        )
      : Promise.resolve([]);

  /** The list that goes with a field. */
  for(path: string, draft: Draft): EntrySource {
    if (path === 'obligee/name') return this.obligees;
    if (path.endsWith('/bank')) return this.banks;
    return this.branches(draft[path.replace(/branch$/, 'bankCode')] ?? '');
  }

  /** Where more entries of a field are looked for than its list holds. */
  beyond(path: string): FurtherSource | undefined {
    return path === 'obligee/name' ? this.#bodies : undefined;
  }

  /** The one entry of a field that is called so, listed or not. */
  async named(path: string, draft: Draft, name: string): Promise<Entry | undefined> {
    const listed = await this.for(path, draft)().catch((): Entry[] => []);
    const entry = exactEntry(listed, name);
    const beyond = this.beyond(path);
    if (entry || !beyond) return entry;
    const found =
      beyond.known(name) ??
      (await beyond.find(name, AbortSignal.timeout(PATIENCE_MS)).catch(() => undefined));
    return exactEntry(found?.entries ?? [], name);
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
