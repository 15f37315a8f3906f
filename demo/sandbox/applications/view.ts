import type {Application} from '../../../src/schemas/application.js';
import type {ApplicationRow} from './store.js';
import type {ContractRow} from '../contracts/store.js';
import {groupBy} from '../platform/group-by.js';
import {ProblemError} from '../platform/problem.js';
import type {StoreTransaction} from '../store/store.js';

/**
 * Returns any contractor's application; for the surety's office.
 * @throws {ProblemError} `not-found`.
 */
export async function requireApplication(
  tx: StoreTransaction,
  id: string,
  options?: {lock?: boolean},
): Promise<ApplicationRow> {
  const row = await tx.findApplication(id, options);
  if (!row) throw new ProblemError('not-found', {detail: '該当する申込が見つかりません。'});
  return row;
}

/** Returns applications with the contracts that came of them, in the same order. */
export async function withContracts(
  tx: StoreTransaction,
  rows: readonly ApplicationRow[],
): Promise<Application[]> {
  const contracts = await tx.listContractsOf(rows.map(({id}) => id));
  const byApplication = groupBy(contracts, ({applicationId}) => applicationId);
  return rows.map(row => toApplication(row, byApplication.get(row.id) ?? []));
}

/** Returns one application with the contracts that came of it. */
export async function withItsContracts(tx: StoreTransaction, row: ApplicationRow): Promise<Application> {
  const contracts = await tx.listContractsOf([row.id]);
  return toApplication(row, contracts);
}

/** Returns an application with the contracts that came of it, as the API shows it. */
export function toApplication(row: ApplicationRow, contracts: readonly ContractRow[]): Application {
  const {contractorId: _owner, ...rest} = row;
  return {...rest, contracts: contracts.map(({kind, number}) => ({kind, number}))};
}
