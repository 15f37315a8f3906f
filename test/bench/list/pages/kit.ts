import {measure} from './measure.js';

const element = document.querySelector('surety-contract-list') as HTMLElement & {
  contracts: readonly unknown[];
};
const root = () => element.shadowRoot as ShadowRoot;
const find = <Found extends Element>(selector: string) => root().querySelector(selector) as Found;

measure({
  ready: async () => {
    await customElements.whenDefined('surety-contract-list');
    element.contracts = [];
    while (!element.shadowRoot?.querySelector('[part=empty]')) await new Promise(requestAnimationFrame);
  },
  show: rows => (element.contracts = rows),
  searchField: () => find('#search'),
  search: words => {
    find<HTMLInputElement>('#search').value = words;
    find<HTMLFormElement>('form').requestSubmit();
  },
  sort: () => {
    const select = find<HTMLSelectElement>('#sort');
    select.value = '-worksPrice';
    select.dispatchEvent(new Event('change'));
  },
  scroller: () => find('.rows'),
  rows: () => root().querySelectorAll('tbody tr'),
});
