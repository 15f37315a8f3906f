import {searchWords} from '../../../src/input/search.js';
import {listCertificatesOf, toElectronicIssue} from './view.js';
import {findOwnContract} from '../contracts/view.js';
import type {Handler} from '../platform/call.js';
import {readPage, toPage, totalOf} from '../platform/paging.js';

/** `GET /contracts/{number}/certificates` */
export const listCertificates: Handler<'listCertificates'> = async call => {
  const {number} = await findOwnContract(call);
  return {body: {items: await listCertificatesOf(call.tx, number)}};
};

/** `GET /electronic-issues` */
export const listElectronicIssues: Handler<'listElectronicIssues'> = async ({tx, account, query}) => {
  const {limit, ...from} = readPage(query);
  const filter = {contractorId: account.id, searchWords: searchWords(query.q)};
  const rows = await tx.listArrivals({...filter, ...from, limit: limit + 1});
  const {items, nextCursor} = toPage(rows, limit);
  const body = {items: items.flatMap(toElectronicIssue), nextCursor};
  return {body: {...body, ...(await totalOf(body, query, () => tx.countArrivals(filter)))}};
};

/** `GET /jwks.json` */
export const getSigningKeys: Handler<'getSigningKeys'> = async ({services}) => ({
  body: await services.signer.publicKeys(),
});
