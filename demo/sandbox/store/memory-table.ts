/** Steps that undo the changes of a transaction, in the order of the changes. */
export type UndoLog = (() => void)[];

interface ListOptions<Row> {
  newestFirst?: boolean;
  limit?: number;
  order?: {name: string; compare: (one: Row, other: Row) => number} | undefined;
}

/** A table whose changes can be undone: rows go in and come out as copies, so that a caller cannot change a stored one. */
export class Table<Row extends object> {
  readonly #rows = new Map<string, Row>();
  readonly #undo: UndoLog;
  readonly #orders = new Map<string, readonly Row[]>();

  constructor(undo: UndoLog) {
    this.#undo = undo;
  }

  get(key: string): Row | undefined {
    const row = this.#rows.get(key);
    return row && structuredClone(row);
  }

  /** The row of the key, else any other. */
  getOrAny(key: string): Row | undefined {
    const row = this.#rows.get(key) ?? this.#rows.values().next().value;
    return row && structuredClone(row);
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  set(key: string, row: Row): void {
    const before = this.#rows.get(key);
    this.#undo.push(() => {
      this.#orders.clear();
      return before ? this.#rows.set(key, before) : this.#rows.delete(key);
    });
    this.#orders.clear();
    this.#rows.set(key, structuredClone(row));
  }

  /** As a unique constraint does: refuses a second row under the same key. */
  insert(key: string, row: Row): void {
    if (this.has(key)) throw new Error('duplicate key');
    this.set(key, row);
  }

  update(key: string, row: Row): void {
    if (!this.has(key)) throw new Error('no such row');
    this.set(key, row);
  }

  delete(key: string): void {
    const before = this.#rows.get(key);
    if (!before) return;
    // A deletion is rare (sessions, tries) and nothing relies on the order of those rows.
    this.#undo.push(() => {
      this.#orders.clear();
      this.#rows.set(key, before);
    });
    this.#orders.clear();
    this.#rows.delete(key);
  }

  deleteWhere(condition: (row: Row) => boolean): void {
    for (const [key, row] of [...this.#rows]) if (condition(row)) this.delete(key);
  }

  /** A look at one row without a copy, for conditions. */
  test(key: string, condition: (row: Row) => boolean): boolean {
    const row = this.#rows.get(key);
    return row !== undefined && condition(row);
  }

  count(condition: (row: Row) => boolean): number {
    let count = 0;
    for (const row of this.#rows.values()) if (condition(row)) count += 1;
    return count;
  }

  /** Rows in an order that is kept until one of them changes: pages of one list are sorted once. */
  #ordered(name: string, compare: (one: Row, other: Row) => number): readonly Row[] {
    const known = this.#orders.get(name);
    if (known) return known;
    const rows = [...this.#rows.values()].sort(compare);
    this.#orders.set(name, rows);
    return rows;
  }

  /** In the order of insertion; `newestFirst` turns it round, `order` replaces it. Stops at `limit`. */
  list(
    condition: (row: Row) => boolean,
    {newestFirst = false, limit = Infinity, order}: ListOptions<Row> = {},
  ): Row[] {
    const found: Row[] = [];
    const rows = order
      ? this.#ordered(order.name, order.compare)
      : newestFirst
        ? [...this.#rows.values()].reverse()
        : this.#rows.values();
    for (const row of rows) {
      if (found.length >= limit) break;
      if (condition(row)) found.push(structuredClone(row));
    }
    return found;
  }
}
