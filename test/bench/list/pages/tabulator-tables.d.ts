/** The part of the grid that the bench uses; the package brings no types. */
declare module 'tabulator-tables' {
  export class TabulatorFull {
    constructor(element: HTMLElement, options: object);
    setFilter(matches: (row: never) => boolean): void;
    clearFilter(all: boolean): void;
    setSort(sorters: readonly {column: string; dir: 'asc' | 'desc'}[]): void;
  }
}
