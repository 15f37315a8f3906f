import type {ContractSummary} from '../../../../src/schemas/contract.js';
import {byPrice, createRow, Folded} from './cells.js';
import {measure} from './measure.js';

// A window written by hand: rows of one height, as many as are seen and five more at both ends, used again.
const HEIGHT = 76;
const SPARE = 5;
const box = document.querySelector('.box') as HTMLElement;
const field = document.querySelector('input') as HTMLInputElement;
const sheet = document.createElement('div');
sheet.className = 'sheet';
sheet.role = 'rowgroup';
box.append(sheet);
const folded = new Folded();
const pool: (ReturnType<typeof createRow> & {index: number})[] = [];
let all: readonly ContractSummary[] = [];
let found: readonly ContractSummary[] = [];
let query = '';
let isSorted = false;

function draw() {
  const count = Math.min(found.length, Math.ceil(box.clientHeight / HEIGHT) + 2 * SPARE);
  const first = Math.max(0, Math.min(Math.floor(box.scrollTop / HEIGHT) - SPARE, found.length - count));
  while (pool.length < count) {
    const row = {...createRow(), index: -1};
    pool.push(row);
    sheet.append(row.element);
  }
  pool.forEach((row, slot) => {
    row.element.hidden = slot >= count;
    const index = first + ((((slot - first) % count) + count) % count);
    const contract = found[index];
    if (slot >= count || !contract || row.index === index) return;
    row.index = index;
    row.element.style.transform = `translateY(${index * HEIGHT}px)`;
    row.fill(contract, index);
  });
}

function refresh() {
  const matching = query ? all.filter(folded.matcher(query)) : [...all];
  found = isSorted ? matching.sort(byPrice) : matching;
  for (const row of pool) row.index = -1;
  sheet.style.height = `${found.length * HEIGHT}px`;
  box.scrollTop = 0;
  draw();
}

box.addEventListener('scroll', draw, {passive: true});
measure({
  ready: () => Promise.resolve(),
  show: rows => {
    all = rows;
    refresh();
  },
  searchField: () => field,
  search: words => {
    query = words;
    refresh();
  },
  sort: () => {
    isSorted = true;
    refresh();
  },
  scroller: () => box,
  rows: () => pool.map(({element}) => element),
});
