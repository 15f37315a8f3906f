import {msg, str} from '@lit/localize';
import type {ChosenObligee} from '../../../src/application/eligibility.js';
import {linkedFields, linkedTexts} from '../../../src/application/fields.js';
import type {SuretyClient} from '../../../src/api/client.js';
import {SuretyError} from '../../../src/errors.js';
import {toFullWidth} from '../../../src/input/characters.js';
import type {Obligee} from '../../../src/schemas/obligee.js';
import type {EntrySource} from '../../ui/combobox.js';
import {entryKey, exactEntry, queryWords, type Entry} from '../../ui/entries.js';
import type {Suggestions, SuggestionSource} from '../../ui/suggestion-search.js';
import type {FormStore} from '../form-store.js';

const BANK_KIND = /(銀行|信金|金庫|信組|組合|組連|信連|農協|漁協|漁連|労金|中金|金連|機構|センター)$/;
const BRANCH_KIND = /(店|部|所|課|室|営業|センター|支社)$/;

/** Zengin leaves 「銀行」 and 「支店」 away; people do not. */
const bankName = (name: string) => (BANK_KIND.test(name) ? name : `${name}銀行`);
const branchName = (name: string) => (BRANCH_KIND.test(name) ? name : `${name}支店`);

/** Timeout of a question whose answer only adds something. */
const TIMEOUT_MS = 20_000;

const OBLIGEE = 'obligee/name';

/** Whether the API has no such thing, or does not know such things at all. */
const isNotFound = (thrown: unknown) => SuretyError.from(thrown).code === 'not-found';

/** Finds prefectures and municipalities, also those without a known rule; the API searches them. */
class LocalBodies implements SuggestionSource {
  readonly #client: () => Promise<SuretyClient>;
  readonly #answers = new Map<string, Suggestions>();

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
  }

  known(query: string): Suggestions | undefined {
    return this.#answers.get(queryWords(query).join(' '));
  }

  /** @throws {SuretyError} Where the API cannot be asked; one that does not know local bodies has found none. */
  async find(query: string, signal: AbortSignal): Promise<Suggestions> {
    const client = await this.#client();
    const {items, isComplete} = await client.listLocalBodies({q: query.trim()}, {signal}).catch(thrown => {
      if (isNotFound(thrown)) return {items: [], isComplete: true};
      throw thrown;
    });
    const entries = items.map(({code, name, kana, prefecture}) => ({
      value: code,
      label: name,
      ...(prefecture !== name && {detail: prefecture}),
      key: entryKey(name, kana, prefecture, code),
    }));
    const found = {entries, isComplete};
    this.#answers.set(queryWords(query).join(' '), found);
    return found;
  }
}

/** The lists of the pickers: each is fetched when first needed, and again after a failure. */
class Lists {
  readonly localBodies: LocalBodies;
  readonly #client: () => Promise<SuretyClient>;
  readonly #lists = new Map<string, Promise<readonly Entry[]>>();
  #obligees = new Map<string, Obligee>();

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
    this.localBodies = new LocalBodies(client);
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

  /** 支店 of a bank of the list; of any other bank none is known. */
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

  /** Returns an obligee, and the code that judges its rule; nothing where no rule of it is known. */
  async chosen(code: string): Promise<ChosenObligee | undefined> {
    const [obligee, {judgeInWords}] = await Promise.all([
      this.#obligee(code),
      import('../../../src/i18n/eligibility-text.js'),
    ]);
    return obligee && {obligee, judgeInWords};
  }

  /** From the list, which holds all that have a rule, or asked for where the list is not there. */
  async #obligee(code: string): Promise<Obligee | undefined> {
    if (this.#obligees.size) return this.#obligees.get(code);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return (await this.#client()).getObligee(code, {signal}).catch(thrown => {
      if (isNotFound(thrown)) return undefined;
      throw thrown;
    });
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

/** Returns the path of the code of the bank that a branch belongs to. */
const bankCodePath = (branchPath: string) =>
  linkedFields.find(({pair}) => pair?.with === branchPath)?.codePath;

/**
 * Follows the names in the draft, however they were written: finds their codes, and what the obligee says about
 * electronic guarantees and about amounts.
 */
export class Lookups {
  readonly #store: FormStore;
  readonly #lists: Lists;
  /** The last pick of each field, so that a name that several have keeps the code that was chosen for it. */
  readonly #picked = new Map<string, Pick<Entry, 'value' | 'label'>>();
  /** What was last looked up for each field. */
  readonly #lookedUp = new Map<string, string>();
  readonly #pending = new Set<Promise<unknown>>();
  #code = '';
  #name = '';

  constructor(store: FormStore) {
    this.#store = store;
    this.#lists = new Lists(() => store.host.client());
    store.subscribe(() => this.follow());
    store.host.element.addEventListener('focusout', () => queueMicrotask(() => this.follow()));
  }

  /** Returns the list that goes with a field. */
  sourceOf(path: string): EntrySource {
    if (path === OBLIGEE) return this.#lists.obligees;
    const codePath = bankCodePath(path);
    return codePath ? this.#lists.branches(this.#store.text(codePath)) : this.#lists.banks;
  }

  /** Returns where more entries of a field are searched than its list holds. */
  furtherOf(path: string): SuggestionSource | undefined {
    return path === OBLIGEE ? this.#lists.localBodies : undefined;
  }

  /** Takes an entry of a list, name and code. */
  pick(path: string, entry: Pick<Entry, 'value' | 'label'>): void {
    this.#picked.set(path, entry);
    this.#store.set({undoable: undefined});
    this.#store.write({[path]: entry.label, ...linkedTexts(path, entry.value)});
  }

  /** Looks up again what the obligee says. */
  forget(): void {
    this.#code = '';
    this.#name = '';
    this.#lookedUp.clear();
    this.follow();
  }

  /** Whether something is being looked up. */
  get isPending(): boolean {
    return this.#pending.size > 0;
  }

  /** Settles when nothing is being looked up any more. */
  async settled(): Promise<void> {
    while (this.isPending) await Promise.allSettled(this.#pending);
  }

  follow(): void {
    const {store, name, code} = this.#read();
    if (store.isRecord) return;
    for (const {path, codePath, isShown} of linkedFields) {
      if (!store.text(path).trim()) this.#lookedUp.delete(path);
      else if (!store.text(codePath) && isShown(store.facts)) this.#findCode(path);
    }
    if (code !== this.#code) this.#track(this.#followCode((this.#code = code)));
    // A name that is still being typed belongs to nobody yet.
    if (name !== this.#name && (code || !store.isFocused(OBLIGEE)))
      this.#track(this.#followName((this.#name = name)));
  }

  #read() {
    const store = this.#store;
    return {store, name: store.text(OBLIGEE).trim(), code: store.text('obligee/code')};
  }

  #track(lookup: Promise<unknown>) {
    this.#pending.add(lookup);
    void lookup.finally(() => this.#pending.delete(lookup));
  }

  /** A name typed out in full is as good as one picked. */
  #findCode(path: string) {
    const store = this.#store;
    const text = store.text(path);
    const bankCode = store.text(bankCodePath(path) ?? '');
    const picked = this.#picked.get(path);
    if (picked?.label === text && !bankCodePath(path)) return this.#writeCode(path, picked.value);
    // While it is being typed, only what is there already is searched.
    const isSettled = !store.isFocused(path);
    const question = [text, bankCode, isSettled].join('\n');
    if (this.#lookedUp.get(path) === question) return;
    this.#lookedUp.set(path, question);
    this.#track(this.#search(path, text, isSettled));
  }

  async #search(path: string, text: string, isSettled: boolean) {
    const listed = await this.sourceOf(path)().catch((): Entry[] => []);
    const further = this.furtherOf(path);
    const findings = (isSettled && (await this.#searchFurther(further, text))) || further?.known(text);
    const entry = exactEntry(listed, text) ?? exactEntry(findings?.entries ?? [], text);
    if (entry && this.#store.text(path) === text) this.#writeCode(path, entry.value);
  }

  async #searchFurther(
    further: SuggestionSource | undefined,
    text: string,
  ): Promise<Suggestions | undefined> {
    return (
      further?.known(text) ?? further?.find(text, AbortSignal.timeout(TIMEOUT_MS)).catch(() => undefined)
    );
  }

  #writeCode(path: string, code: string) {
    this.#store.write(linkedTexts(path, code)); // the person did nothing, so what can be undone stays
    this.#store.host.edited();
  }

  async #followCode(code: string) {
    if (this.#store.state.chosen) this.#store.set({chosen: undefined});
    if (!code) return;
    const chosen = await this.#lists.chosen(code).catch(() => 'failed' as const);
    if (code !== this.#store.text('obligee/code') || chosen === 'failed') return;
    if (chosen) this.#store.set({chosen});
    else this.#tellUnlisted(code);
  }

  /** Said aloud where the person is; somebody who looks at a restored draft reads it. */
  #tellUnlisted(code: string) {
    this.#store.set({unlistedCode: code});
    const words = unlistedText(this.#store);
    if (words && this.#store.host.element.matches(':focus-within')) this.#store.host.announce(words);
  }

  async #followName(name: string) {
    const store = this.#store;
    if (store.state.amountAdvice) store.set({amountAdvice: undefined});
    if (!name) return;
    try {
      const {items} = await (await store.host.client()).listAmountRules(name);
      if (!items.length) return;
      const {adviceAt} = await import('./amount-advice.js');
      if (name === this.#name) store.set({amountAdvice: path => adviceAt(store, items, path)});
    } catch {
      // Without its rules an obligee says nothing about amounts, and nothing is warned of.
    }
  }
}

/** Returns what to say of a chosen obligee whose rule is not known, and whom to ask. */
export function unlistedText(store: FormStore): string | undefined {
  const [code, name] = [store.text('obligee/code'), store.text(OBLIGEE).trim()];
  if (!code || code !== store.state.unlistedCode) return undefined;
  return msg(
    str`「${name}」の電子保証の案内は登録されていません。電子保証を希望する場合は、利用できるかどうかと提出の方法を、契約の担当課にご確認ください。`,
  );
}
