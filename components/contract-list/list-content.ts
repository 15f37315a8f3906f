import type {ContractSummary} from '../../src/schemas/contract.js';
import {contractHeads, renderContract} from './contract-rows.js';
import {issueHeads, renderIssue} from './issue-rows.js';
import type {ListPage} from './list-page.js';
import type {NoticeChoice} from './notice-choice.js';
import {renderTable, type TableOptions} from './list-table.js';
import type {WindowContent} from './row-window.js';

/** Where a contract stands among the rows; -1 where it does not. */
export const findRow = (page: ListPage, contractNumber: string): number =>
  contractNumber && page.kind === 'contracts'
    ? page.items.findIndex(({number}) => number === contractNumber)
    : -1;

/** What a page is drawn with. */
export interface ContentOptions {
  table: Omit<TableOptions, 'total'>;
  selected: string;
  query: string;
  choice: NoticeChoice | undefined;
}

/** What the window has to draw of a page. */
export function toContent(page: ListPage, {table, selected, query, choice}: ContentOptions): WindowContent {
  const {items: rows, total = page.nextCursor ? undefined : rows.length} = page;
  const marked = findRow(page, selected);
  const [list, heads] =
    page.kind === 'issues'
      ? (['issues', issueHeads()] as const)
      : (['contracts', [...(choice ? [choice.renderHead(rows)] : []), ...contractHeads()]] as const);
  const renderChoice = choice && ((contract: ContractSummary) => choice.renderCell(contract));
  return {
    rows,
    total: total ?? 0,
    query,
    stamp: [table.caption, choice?.version],
    marked,
    renderTable: bodies => renderTable({...table, total}, {list, heads}, bodies),
    renderRows: (start, end) =>
      page.kind === 'issues'
        ? page.items.slice(start, end).map((row, index) => renderIssue(row, start + index))
        : page.items
            .slice(start, end)
            .map((row, index) =>
              renderContract(row, start + index, {isSelected: start + index === marked, renderChoice}),
            ),
  };
}
