import {html} from 'lit';
import {hostStyles} from '../ui/host.styles.js';
import {printOut} from '../ui/print.js';
import {MOST_PRINTED_ROWS, printText} from '../ui/printed-rows.js';
import {printStyles} from '../ui/printed-table.styles.js';
import {contractHeads, renderContract} from './contract-rows.js';
import {issueHeads, renderIssue} from './issue-rows.js';
import {filterChips} from './filter-chips.js';
import type {ListPage, ListQuery} from './list-page.js';
import {append} from './list-page.js';
import {renderTable, type Head} from './list-table.js';
import {sortName} from './list-sort.js';
import {viewName} from './list-tabs.js';

/** Prints all rows that fit, as a dense table on A4 without the rest of the page; gives the number of rows. */
export async function printList(
  owner: object,
  pages: AsyncIterable<ListPage>,
  query: ListQuery,
): Promise<number> {
  let all: ListPage | undefined;
  for await (const page of pages) {
    all = all ? append(all, page) : page;
    if (all.items.length >= MOST_PRINTED_ROWS) break;
  }
  if (!all) return 0;
  printOut(owner, {content: renderSheet(all, query), styles: [...hostStyles, printStyles]});
  return Math.min(all.items.length, MOST_PRINTED_ROWS);
}

function renderSheet(page: ListPage, query: ListQuery) {
  const {view, words, filter, sort} = query;
  const conditions = [
    words && `「${words}」`,
    ...filterChips(filter).map(({text}) => text),
    sort && sortName(sort),
  ];
  const table = {caption: viewName(view), total: undefined, sort: '' as const, act: () => undefined};
  const {list, heads, rows} =
    page.kind === 'issues'
      ? {
          list: 'issues',
          heads: issueHeads(),
          rows: page.items.slice(0, MOST_PRINTED_ROWS).map((row, index) => renderIssue(row, index)),
        }
      : {
          list: 'contracts',
          heads: contractHeads(),
          rows: page.items.slice(0, MOST_PRINTED_ROWS).map((row, index) => renderContract(row, index)),
        };
  return html`<h2>${viewName(view)}</h2>
    <p class="conditions">${conditions.filter(Boolean).join('、')}</p>
    <p class="count">${printText(page)}</p>
    ${renderTable(
      table,
      {list, heads: heads.map(asText)},
      html`<tbody>
        ${rows}
      </tbody>`,
    )}`;
}

/** Nothing can be pressed on paper. */
const asText = ({fields = [], also, ...head}: Head): Head => ({
  ...head,
  label: fields.length ? [...fields.map(([, name]) => name), also ?? ''].join(' ').trim() : head.label,
});
