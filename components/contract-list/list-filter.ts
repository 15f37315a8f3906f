import type {ContractQuery} from '../../src/api/client.js';

/** What a list is narrowed down to. */
export type ListFilter = Readonly<
  Pick<
    ContractQuery,
    | 'kind'
    | 'state'
    | 'handIn'
    | 'toDo'
    | 'obligee'
    | 'issuedFrom'
    | 'issuedTo'
    | 'worksPriceFrom'
    | 'worksPriceTo'
    | 'amountFrom'
    | 'amountTo'
  >
>;

/** One field of the panel, which is also its id. */
export type FilterField = keyof ListFilter;
/** What stands in the panel, as typed. */
export type FilterTexts = Readonly<Record<FilterField, string>>;

/** How many conditions are in force; the two ends of a range are one. */
export const countConditions = (filter: ListFilter): number =>
  new Set(
    Object.entries(filter).flatMap(([field, value]) =>
      value === undefined || value === '' ? [] : field.replace(/From$|To$/, ''),
    ),
  ).size;
