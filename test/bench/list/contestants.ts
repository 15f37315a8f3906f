import type {Contestant} from '../harness/lab.js';

const at = (name: string): Contestant => ({name, page: `/list/${name}.html`});

/** The loader of the CDN build, with contracts that the page holds. */
export const kit = at('surety-elements');
/** A window of recycled rows written by hand. */
export const nativeVirtual = at('native-virtual');
/** Every row in the page. */
export const native = at('native');
/** Grids that one would pick instead. */
export const grids = [at('tabulator'), at('ag-grid')] as const;
/** Contestants that are a page of their own beside ours: entry, and a style sheet of a package where it needs one. */
export const pages: Readonly<Record<string, {entry: string; styles?: string}>> = {
  'native-virtual': {entry: 'native-virtual'},
  native: {entry: 'native'},
  tabulator: {entry: 'tabulator', styles: 'node_modules/tabulator-tables/dist/css/tabulator.min.css'},
  'ag-grid': {entry: 'ag-grid'},
};
