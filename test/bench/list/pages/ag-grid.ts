import {AllCommunityModule, createGrid, ModuleRegistry, type GridApi} from 'ag-grid-community';
import type {ContractSummary} from '../../../../src/schemas/contract.js';
import {Folded, texts} from './cells.js';
import {measure} from './measure.js';

ModuleRegistry.registerModules([AllCommunityModule]);
const box = document.querySelector('.box') as HTMLElement;
const field = document.querySelector('input') as HTMLInputElement;
const folded = new Folded();
let matches: ((row: ContractSummary) => boolean) | undefined;
let grid: GridApi<ContractSummary> | undefined;

function lines(from: number, to: number) {
  return ({data}: {data?: ContractSummary}) => {
    const cell = document.createElement('div');
    if (!data) return cell;
    for (const text of texts(data, 0).slice(from, to)) {
      const line = document.createElement('div');
      line.textContent = text;
      cell.append(line);
    }
    return cell;
  };
}
function button(label: string) {
  return () => {
    const element = document.createElement('button');
    element.textContent = label;
    return element;
  };
}

measure({
  ready: () => Promise.resolve(),
  show: rows => {
    grid = createGrid<ContractSummary>(box, {
      rowData: rows as ContractSummary[],
      rowHeight: 76,
      isExternalFilterPresent: () => matches !== undefined,
      doesExternalFilterPass: ({data}) => !matches || !data || matches(data),
      columnDefs: [
        {headerName: 'No.', valueGetter: ({node}) => (node?.rowIndex ?? 0) + 1, width: 80},
        {headerName: '保証種類', cellRenderer: lines(1, 2), width: 90},
        {headerName: '保証契約番号', field: 'number', cellRenderer: lines(2, 4), width: 150},
        {headerName: '発注者名 工事名', field: 'worksName', cellRenderer: lines(4, 6), flex: 1},
        {headerName: '契約日', field: 'issuedOn', cellRenderer: lines(6, 8), width: 120},
        {headerName: '請負金額', field: 'worksPrice', cellRenderer: lines(8, 10), width: 150},
        {headerName: '電子保証', cellRenderer: button('詳細'), width: 90},
        {headerName: '印刷', cellRenderer: button('印刷'), width: 90},
      ],
    });
  },
  searchField: () => field,
  search: words => {
    matches = words ? folded.matcher(words) : undefined;
    grid?.onFilterChanged();
  },
  sort: () =>
    grid?.applyColumnState({
      state: [
        {colId: 'worksPrice', sort: 'desc', sortIndex: 0},
        {colId: 'number', sort: 'desc', sortIndex: 1},
      ],
    }),
  scroller: () => box.querySelector('.ag-grid-viewport') ?? box,
  rows: () => box.querySelectorAll('.ag-grid-scrolling-container .ag-row'),
});
