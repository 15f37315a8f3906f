import {contractState} from '../../../src/domain/contract-state.js';
import type {ContractState} from '../../../src/schemas/contract.js';
import {NEVER} from '../contracts/order.js';
import {stateOn} from '../contracts/view.js';
import type {NumberedEntry, RegisterFilter} from './store.js';

/** Where a line of a register stands on a day. */
export function entryState({contract, paper}: NumberedEntry, today: string): ContractState {
  if (contract) return stateOn(contract, today);
  return contractState({validUntil: paper?.validUntil ?? null, releasedOn: paper?.releasedOn ?? null}, today);
}

/** Whether a line of a register is one of those asked for. */
export function matchesEntry(entry: NumberedEntry, filter: RegisterFilter): boolean {
  const {today, searchWords = [], form, kind, state, expiresBy, isChanged} = filter;
  const {contract, paper} = entry;
  const stands = entryState(entry, today);
  return (
    entry.ownerId === filter.ownerId &&
    entry.deletedAt === null &&
    searchWords.every(word => entry.searchText.includes(word)) &&
    (!form || (form === 'paper') === (contract === null)) &&
    (!kind || (contract?.kind ?? paper?.kind) === kind) &&
    (!state || stands === state) &&
    (!expiresBy || (stands === 'in-force' && endOf(entry) <= expiresBy)) &&
    (!isChanged || (contract !== null && contract.revision > entry.seenRevision)) &&
    (!filter.awaitsAnswer || (stands === 'in-force' && awaitsAnswer(entry)))
  );
}

/** Whether the body still has to answer the newest revision. */
export const awaitsAnswer = ({contract, isOwn}: Pick<NumberedEntry, 'contract' | 'isOwn'>): boolean =>
  contract !== null && isOwn && (contract.answer?.revision ?? -1) < contract.revision;

const endOf = ({contract, paper}: NumberedEntry) =>
  (contract ? contract.terms.validUntil : paper?.validUntil) ?? NEVER;
