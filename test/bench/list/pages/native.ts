import type {ContractSummary} from '../../../../src/schemas/contract.js';
import {byPrice, createRow, Folded} from './cells.js';
import {measure} from './measure.js';

// The simplest thing: every row is in the page.
const box = document.querySelector('.box') as HTMLElement;
const field = document.querySelector('input') as HTMLInputElement;
const folded = new Folded();
let all: readonly ContractSummary[] = [];
let query = '';
let isSorted = false;

function draw() {
  const found = query ? all.filter(folded.matcher(query)) : [...all];
  if (isSorted) found.sort(byPrice);
  const fragment = document.createDocumentFragment();
  found.forEach((contract, index) => {
    const row = createRow();
    row.fill(contract, index);
    fragment.append(row.element);
  });
  box.replaceChildren(fragment);
}

measure({
  ready: () => Promise.resolve(),
  show: rows => {
    all = rows;
    draw();
  },
  searchField: () => field,
  search: words => {
    query = words;
    draw();
  },
  sort: () => {
    isSorted = true;
    draw();
  },
  scroller: () => box,
  rows: function* () {
    // Only those near the upper end: reading the place of 10,000 rows would be what is measured.
    const first = Math.max(0, Math.floor(box.scrollTop / 80) - 20);
    for (let index = first; index < first + 40; index++) {
      const row = box.children[index];
      if (row) yield row;
    }
  },
});
