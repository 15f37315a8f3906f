import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {ContractSort, ContractSortField} from '../../src/schemas/contract.js';
import {ariaSort, sortButton} from './list-sort.js';

/** What a table shows besides its rows. */
export interface TableOptions {
  caption: string;
  /** Rows of all pages together, fetched or not. */
  total: number | undefined;
  sort: ContractSort | '';
  act(sort: ContractSort | ''): void;
}

/** A column. */
export interface Head {
  label: string;
  kind?: string;
  /** Names what else stands in the column. */
  also?: string;
  /** Fields that can be sorted by here, with their names. */
  fields?: readonly (readonly [ContractSortField, string])[];
  /** Stands there instead of the label, which then only names it. */
  content?: TemplateResult;
  /** Changes with the content. */
  stamp?: string;
}

// Roles are written out because a table that is drawn as cards is no table to some screen readers any more.

/** Draws a table around bodies of rows. */
export const renderTable = (
  {caption, total, sort, act}: TableOptions,
  {list, heads}: {list: string; heads: readonly Head[]},
  bodies: unknown,
): TemplateResult =>
  html`<table
    part="table"
    role="table"
    data-list=${list}
    ?data-choosing=${heads.some(({content}) => content)}
    aria-rowcount=${total === undefined ? nothing : total + 1}
  >
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      ${guard(
        [caption, sort, ...heads.map(({stamp}) => stamp)],
        () =>
          html`<tr role="row" aria-rowindex="1">
            ${heads.map(head => renderHead(head, sort, act))}
          </tr>`,
      )}
    </thead>
    ${bodies}
  </table>`;

const renderHead = (
  {label, kind, also, fields = [], content}: Head,
  sort: ContractSort | '',
  act: TableOptions['act'],
) => {
  const order = ariaSort(
    sort,
    fields.map(([field]) => field),
  );
  const buttons = fields.map(([field, name]) => sortButton(field, name, {sort, act}));
  return html`<th
    role="columnheader"
    scope="col"
    data-kind=${kind ?? nothing}
    ?data-sorts=${fields.length > 0}
    aria-sort=${order ?? nothing}
    aria-label=${content ? label : nothing}
  >
    ${content ? html`<span class="visually-hidden">${label}</span>${content}` : fields.length ? html`${buttons} ${also ?? nothing}` : label}
  </th>`;
};
