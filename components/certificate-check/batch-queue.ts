import type {ErrorCode} from '../../src/errors.js';
import type {Finding, ReadProblem} from '../../src/reading/finding.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import type {ComparedField} from './expected.js';

/** Files beyond these are left out. */
export const MAX_FILES = 100;

/** State of a row. `waiting` and `checking` are passed through on the way to `checked`, `mismatch` or `failed`. */
export type RowState =
  | 'reading'
  | 'unreadable'
  | 'needs-key'
  | 'duplicate'
  | 'waiting'
  | 'checking'
  | 'checked'
  | 'mismatch'
  | 'failed';

/** A notice of the batch. Its key is not here: the queue holds it apart until it was used. */
export interface BatchRow {
  readonly id: number;
  readonly name: string;
  readonly state: RowState;
  readonly contractNumber?: string;
  /** Why an `unreadable` row could not be read. */
  readonly problem?: ReadProblem;
  /** Why the key that was typed in a `needs-key` row was refused. */
  readonly keyError?: string | undefined;
  /** Why a `failed` row could not be checked. */
  readonly error?: ErrorCode;
  readonly check?: RegisterCheck;
  /** Left out where the page gave nothing to compare with; empty where it gave nothing for this contract. */
  readonly comparison?: readonly ComparedField[] | undefined;
}

/** A row whose number and key are to be sent. */
export interface QueuedCheck {
  id: number;
  contractNumber: string;
  authKey: string;
}

/** The notices of a batch with their states. Pure data: reads no file, sends nothing, draws nothing. */
export class BatchQueue {
  /** Files of the last addition that were left out. */
  leftOut = 0;
  #rows: readonly BatchRow[] = [];
  #files = new Map<number, File>();
  /** In memory only, each until it was used; never drawn. */
  #keys = new Map<number, string>();
  #lastId = 0;

  get rows(): readonly BatchRow[] {
    return this.#rows;
  }

  count(...states: readonly RowState[]): number {
    return this.#rows.filter(({state}) => states.includes(state)).length;
  }

  /** Rows that are neither being read nor waiting for their check. */
  get done(): number {
    return this.#rows.length - this.count('reading', 'waiting', 'checking');
  }

  /** Adds a row that is to be read for each file. */
  add(files: readonly File[]): void {
    const added = files.slice(0, Math.max(0, MAX_FILES - this.#rows.length));
    this.leftOut = files.length - added.length;
    for (const file of added) {
      const id = ++this.#lastId;
      this.#files.set(id, file);
      this.#rows = [...this.#rows, {id, name: file.name, state: 'reading'}];
    }
  }

  /** Takes the next file that is to be read. */
  takeFile(): {id: number; file: File} | undefined {
    for (const [id, file] of this.#files) {
      this.#files.delete(id);
      return {id, file};
    }
    return undefined;
  }

  /** Replaces the row of a file by a row for each thing that was read from it. */
  resolve(id: number, findings: readonly Finding[]): void {
    const resolved: BatchRow[] = [];
    for (const finding of findings) resolved.push(this.#rowOf(finding, resolved));
    this.#rows = this.#rows.flatMap(row => (row.id === id ? resolved : row));
  }

  #rowOf({name, contractNumber, authKey, problem}: Finding, siblings: readonly BatchRow[]): BatchRow {
    const id = ++this.#lastId;
    if (!contractNumber) return {id, name, state: 'unreadable', problem: problem ?? 'not-a-notice'};
    if (!authKey) return {id, name, contractNumber, state: 'needs-key'};
    const isDuplicate = [...this.#rows, ...siblings].some(
      row => row.contractNumber === contractNumber && this.#keys.get(row.id) === authKey,
    );
    if (isDuplicate) return {id, name, contractNumber, state: 'duplicate'};
    this.#keys.set(id, authKey);
    return {id, name, contractNumber, state: 'waiting'};
  }

  /** Takes the next row that waits for its check. */
  takeCheck(): QueuedCheck | undefined {
    const row = this.#rows.find(({state}) => state === 'waiting');
    if (!row) return undefined;
    this.#update(row.id, {state: 'checking'});
    return {id: row.id, contractNumber: row.contractNumber ?? '', authKey: this.#keys.get(row.id) ?? ''};
  }

  /** Records what the register answered. The key is forgotten: it is not needed again. */
  settle(
    id: number,
    outcome: Pick<BatchRow, 'check' | 'comparison'> & {state: 'checked' | 'mismatch'},
  ): void {
    this.#keys.delete(id);
    this.#update(id, outcome);
  }

  fail(id: number, error: ErrorCode): void {
    this.#update(id, {state: 'failed', error});
  }

  /** Has a row that was taken wait again. */
  release(id: number): void {
    this.#update(id, {state: 'waiting'});
  }

  /** Has all rows in a state wait again. */
  requeue(state: 'checking' | 'failed'): void {
    this.#rows = this.#rows.map(row => (row.state === state ? {...row, state: 'waiting'} : row));
  }

  /** Sets the key that was typed in a row. */
  setKey(id: number, authKey: string): void {
    this.#keys.set(id, authKey);
    this.#update(id, {state: 'waiting', keyError: undefined});
  }

  refuseKey(id: number, keyError: string): void {
    this.#update(id, {keyError});
  }

  /** Keeps the obligee's answer to a certificate, so that it opens with it again. */
  setAnswering(contractNumber: string, answering: RegisterCheck['answering']): void {
    this.#rows = this.#rows.map(row =>
      row.check && row.contractNumber === contractNumber ? {...row, check: {...row.check, answering}} : row,
    );
  }

  /** Removes the rows whose files were not read. */
  dropUnread(): void {
    this.#files.clear();
    this.#rows = this.#rows.filter(({state}) => state !== 'reading');
  }

  /** Removes everything, the keys included. */
  clear(): void {
    this.#rows = [];
    this.#files.clear();
    this.#keys.clear();
    this.leftOut = 0;
  }

  #update(id: number, changes: Partial<BatchRow>) {
    this.#rows = this.#rows.map(row => (row.id === id ? {...row, ...changes} : row));
  }
}
