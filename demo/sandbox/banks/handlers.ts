import {matchText} from '../../../src/input/search.js';
import type {Handler} from '../platform/call.js';
import {ProblemError} from '../platform/problem.js';

/** People write the kind of a bank out, shorten it, or leave it away. */
const shorten = (text: string) =>
  text
    .replace(/信用金庫/g, '信金')
    .replace(/信用組合/g, '信組')
    .replace(/農業協同組合/g, '農協')
    .replace(/銀行(?=\s|$)/g, '');

/** `GET /banks` */
export const listBanks: Handler<'listBanks'> = async ({services, query}) => {
  const searched = shorten(query.q ?? '');
  const banks = await services.banks.banks();
  const items = banks.filter(({code, name, kana, hiragana}) =>
    matchText(searched, [shorten(name), kana, hiragana, code].join(' / ')),
  );
  return {body: {items}};
};

/** `GET /banks/{code}/branches` */
export const listBankBranches: Handler<'listBankBranches'> = async ({services, params, query}) => {
  const branches = await services.banks.branches(params.code);
  if (!branches) throw new ProblemError('not-found', {detail: 'この金融機関コードは一覧にありません。'});
  const searched = (query.q ?? '').replace(/支店(?=\s|$)/g, '');
  const items = branches.filter(({code, name, kana, hiragana}) =>
    matchText(searched, [name, kana, hiragana, code].join(' / ')),
  );
  return {body: {items}};
};
