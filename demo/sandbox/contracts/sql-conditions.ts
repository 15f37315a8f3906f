import {desc, eq, gte, isNotNull, isNull, lt, lte, type SQL, sql} from 'drizzle-orm';
import type {PgColumn} from 'drizzle-orm/pg-core';
import {soonUntil} from '../../../src/domain/contract-to-do.js';
import type {ContractSort, ContractSortField} from '../../../src/schemas/contract.js';
import {readSort} from './order.js';
import type {ContractFilter, ContractPageFilter} from './store.js';
import {contracts} from '../store/schema.js';

/** Text by code point, as the indexes have it. */
const byCode = (column: PgColumn) => sql`${column} collate "C"`;

const number = byCode(contracts.number);
const sortColumns: Record<ContractSortField, SQL> = {
  issuedOn: byCode(contracts.issuedOn),
  guaranteeAmount: sql`${contracts.guaranteeAmount}`,
  worksPrice: sql`${contracts.worksPrice}`,
  validUntil: byCode(contracts.validUntil),
  obligeeName: byCode(contracts.obligeeName),
  number,
};

/** That a text holds all of some words. */
export const holds = (column: PgColumn, words: readonly string[] = []): SQL[] =>
  words.map(word => sql`strpos(${column}, ${word}) > 0`);

/** That a contract is one of those asked for, wherever the page starts. */
export function contractConditions(filter: ContractFilter): SQL[] {
  const {contractorId, certificateForm, kind, state, toDo, handIn} = filter;
  const conditions: (SQL | false | '' | undefined)[] = [
    contractorId && eq(contracts.contractorId, contractorId),
    certificateForm && eq(contracts.certificateForm, certificateForm),
    kind && eq(contracts.kind, kind),
    ...(state ? stateConditions(state) : []),
    ...(toDo ? toDoConditions(toDo) : []),
    ...(handIn ? handInConditions(handIn) : []),
    filter.issuedFrom && sql`${sortColumns.issuedOn} >= ${filter.issuedFrom}`,
    filter.issuedTo && sql`${sortColumns.issuedOn} <= ${filter.issuedTo}`,
    filter.worksPriceFrom !== undefined && gte(contracts.worksPrice, filter.worksPriceFrom),
    filter.worksPriceTo !== undefined && lte(contracts.worksPrice, filter.worksPriceTo),
    filter.amountFrom !== undefined && gte(contracts.guaranteeAmount, filter.amountFrom),
    filter.amountTo !== undefined && lte(contracts.guaranteeAmount, filter.amountTo),
    ...holds(contracts.searchText, filter.searchWords),
    ...holds(contracts.obligeeText, filter.obligeeWords),
  ];
  return conditions.flatMap(condition => condition || []);
}

/** The same clauses as `stateOn`. */
function stateConditions({is, today}: NonNullable<ContractFilter['state']>): SQL[] {
  if (is === 'cancelled') return [isNotNull(contracts.cancelledAt)];
  const isReleased = sql`coalesce(${byCode(contracts.releasedOn)} <= ${today}, false)`;
  if (is === 'released') return [isNull(contracts.cancelledAt), isReleased];
  const end = sortColumns.validUntil;
  return [
    isNull(contracts.cancelledAt),
    sql`not ${isReleased}`,
    is === 'expired' ? sql`${end} < ${today}` : sql`${end} >= ${today}`,
  ];
}

/** The same clauses as `hasToDo`. */
function toDoConditions({is, today}: NonNullable<ContractFilter['toDo']>): SQL[] {
  const inForce = stateConditions({is: 'in-force', today});
  if (is === 'expiring') return [...inForce, sql`${sortColumns.validUntil} <= ${soonUntil(today)}`];
  const {arrivedAt, handedInAt} = contracts;
  const conditions = [...inForce, eq(contracts.certificateForm, 'electronic')];
  if (is === 'returned') return [...conditions, isReturned];
  conditions.push(sql`not ${isAnswered}`);
  return [...conditions, is === 'hand-in' ? isNull(handedInAt) : sql`${byCode(arrivedAt)} > ${handedInAt}`];
}

const {answer} = contracts;
const isAnswered = sql`coalesce((${answer}->>'revision')::int = ${contracts.revision}, false)`;
const isAccepted = sql`(${isAnswered} and ${answer}->>'outcome' = 'accepted')`;
/** Sent back, and nothing was handed in since. */
const isReturned = sql`(${isAnswered} and ${answer}->>'outcome' = 'returned' and not coalesce(${byCode(contracts.handedInAt)} > ${answer}->>'answeredAt', false))`;
const isChangedSince = sql`(not ${isAnswered} and coalesce(${byCode(contracts.arrivedAt)} > ${contracts.handedInAt}, false))`;

/** The same clauses as `handInState`. */
function handInConditions({is, today}: NonNullable<ContractFilter['handIn']>): SQL[] {
  if (is === 'accepted') return [isAccepted];
  if (is === 'returned') return [isReturned];
  const isOpen = [sql`not ${isAccepted}`, sql`not ${isReturned}`];
  const isHandedIn = sql`(${isNotNull(contracts.handedInAt)} and not ${isChangedSince})`;
  if (is === 'handed-in') return [...isOpen, isHandedIn];
  const inForce = stateConditions({is: 'in-force', today});
  const isUnseen = sql`not ${isAnswered}`;
  return [...inForce, eq(contracts.certificateForm, 'electronic'), isUnseen, sql`not ${isHandedIn}`];
}

/** That a contract comes after the last one of the page before. */
export function placeConditions({before, sort, after}: ContractPageFilter): SQL[] {
  if (!sort || !after) return before === undefined ? [] : [lt(contracts.sequence, before)];
  const {field, isDescending} = readSort(sort);
  const sign = sql.raw(isDescending ? '<' : '>');
  if (field === 'number') return [sql`${number} ${sign} ${after.number}`];
  return [sql`(${sortColumns[field]}, ${number}) ${sign} (${after.key}, ${after.number})`];
}

/** Newest first, or as asked for; every order is total, so that pages never overlap. */
export function contractOrder(sort: ContractSort | undefined): SQL[] {
  if (!sort) return [desc(contracts.sequence)];
  const {field, isDescending} = readSort(sort);
  const columns = field === 'number' ? [number] : [sortColumns[field], number];
  return isDescending ? columns.map(column => sql`${column} desc`) : columns;
}
