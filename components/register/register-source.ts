import type {RegisterQuery, SuretyClient} from '../../src/api/client.js';
import type {RegisterEntry, RegisterEntryPage} from '../../src/schemas/register-entry.js';
import type {ListQuery, ListSource, PageRequest} from '../ui/list-controller.js';

/** What is looked for; an empty text is no condition. */
export interface RegisterListQuery extends ListQuery {
  readonly form: RegisterQuery['form'] | '';
  readonly kind: RegisterQuery['kind'] | '';
  readonly state: RegisterQuery['state'] | '';
  readonly notice: RegisterQuery['notice'] | '';
}

/** The query that nothing is left out of. */
export const wholeRegister: RegisterListQuery = {words: '', form: '', kind: '', state: '', notice: ''};

/** Loads entries of the register from the API. */
export class RegisterSource implements ListSource<RegisterListQuery, RegisterEntryPage> {
  readonly #client: () => Promise<SuretyClient>;

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
  }

  async load(
    {words, form, kind, state, notice}: RegisterListQuery,
    {limit, cursor}: PageRequest,
    signal: AbortSignal,
  ): Promise<RegisterEntryPage> {
    const query: RegisterQuery = {
      limit,
      ...(words && {q: words}),
      ...(form && {form}),
      ...(kind && {kind}),
      ...(state && {state}),
      ...(notice && {notice}),
      ...(cursor && {cursor}),
    };
    return (await this.#client()).listRegisterEntries(query, {signal});
  }

  keyOf({id}: RegisterEntry): string {
    return id;
  }
}
