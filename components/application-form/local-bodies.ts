import type {SuretyClient} from '../../src/api/client.js';
import {SuretyError} from '../../src/errors.js';
import {entryKey, queryWords} from '../ui/entries.js';
import type {Findings, FurtherSource} from '../ui/further-entries.js';

/** Whether the API has no such thing, or does not know such things at all. */
export const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof SuretyError && thrown.code === 'not-found';

/** All prefectures and municipalities, also those without a known rule; the API looks for them. */
export class LocalBodies implements FurtherSource {
  readonly #client: () => Promise<SuretyClient>;
  readonly #answers = new Map<string, Findings>();

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
  }

  known(query: string): Findings | undefined {
    return this.#answers.get(queryWords(query).join(' '));
  }

  /** @throws {SuretyError} Where the API cannot be asked; one that does not know them has found none. */
  async find(query: string, signal: AbortSignal): Promise<Findings> {
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
