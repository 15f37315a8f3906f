import {TabulatorFull as Tabulator} from 'tabulator-tables';
import type {ContractSummary} from '../../../../src/schemas/contract.js';
import {Folded, texts} from './cells.js';
import {measure} from './measure.js';

const box = document.querySelector('.box') as HTMLElement;
const field = document.querySelector('input') as HTMLInputElement;
const folded = new Folded();
const lines = (from: number, to: number) => (cell: Cell) => {
  const row = texts(cell.getData(), 0).slice(from, to);
  return row.map(text => `<div>${text}</div>`).join('');
};
const button = (label: string) => () => `<button>${label}</button>`;
interface Cell {
  getData(): ContractSummary;
}
let table: Tabulator | undefined;

measure({
  ready: () => Promise.resolve(),
  show: rows => {
    table = new Tabulator(box, {
      height: box.clientHeight,
      data: rows as ContractSummary[],
      reactiveData: false,
      layout: 'fitColumns',
      columns: [
        {title: 'No.', formatter: 'rownum', width: 80},
        {title: '保証種類', field: 'kind', width: 90, formatter: lines(1, 2)},
        {title: '保証契約番号', field: 'number', width: 150, formatter: lines(2, 4)},
        {title: '発注者名 工事名', field: 'worksName', formatter: lines(4, 6)},
        {title: '契約日', field: 'issuedOn', width: 120, formatter: lines(6, 8)},
        {title: '請負金額', field: 'worksPrice', width: 150, sorter: 'number', formatter: lines(8, 10)},
        {title: '電子保証', width: 90, formatter: button('詳細')},
        {title: '印刷', width: 90, formatter: button('印刷')},
      ],
    });
  },
  searchField: () => field,
  search: words => {
    if (words) table?.setFilter(folded.matcher(words));
    else table?.clearFilter(true);
  },
  sort: () =>
    table?.setSort([
      {column: 'number', dir: 'desc'},
      {column: 'worksPrice', dir: 'desc'},
    ]),
  scroller: () => box.querySelector('.tabulator-tableholder') ?? box,
  rows: () => box.querySelectorAll('.tabulator-row'),
});
