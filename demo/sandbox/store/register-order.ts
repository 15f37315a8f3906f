import {contractState} from '../../../src/domain/contract-state.js';
import {sameText} from '../../../src/input/search.js';
import type {ContractState} from '../../../src/schemas/contract.js';
import {stateOn} from '../contract-view.js';
import {NEVER} from './contract-order.js';
import type {ContractRow, NumberedEntry, RegisterFilter} from './store.js';

/** Where a line of a register stands on a day. */
export function entryState({contract, paper}: NumberedEntry, today: string): ContractState {
  if (contract) return stateOn(contract, today);
  return contractState({validUntil: paper?.validUntil ?? null, releasedOn: paper?.releasedOn ?? null}, today);
}

/** Whether a body is the obligee that a contract names; one that was typed in has no code, its name decides. */
export function isObligee(
  body: {code: string | null; name: string} | undefined,
  {obligeeCode, terms}: Pick<ContractRow, 'obligeeCode' | 'terms'>,
): boolean {
  if (!body) return false;
  return obligeeCode === null ? sameText(body.name, terms.obligeeName) : obligeeCode === body.code;
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
