import {amountRules} from '../data/amount-rules.js';
import {today} from '../../../src/domain/format.js';
import {matchText, sameText, searchKey} from '../../../src/input/search.js';
import {OBLIGEE_FEED} from '../../../src/schemas/obligee-feed.js';
import type {LocalBody} from '../../../src/schemas/obligee.js';
import {ProblemError} from '../problem.js';
import type {Handler} from '../services.js';

/** `GET /surety` */
export const getSurety: Handler = async ({services}) => ({body: services.surety});

/** `GET /jwks.json` */
export const getSigningKeys: Handler = async ({services}) => ({body: await services.signer.publicKeys()});

/** `GET /obligees` */
export const listObligees: Handler = async ({services, query}) => {
  const prefecture = query['prefecture'] ?? '';
  const items = services.obligees.filter(
    entry =>
      (!prefecture || entry.prefecture === prefecture) &&
      matchText(query['q'] ?? '', [entry.name, entry.kana, entry.prefecture, entry.code].join(' / ')),
  );
  return {body: {items}};
};

/** `GET /obligee-feed`: the same directory as a file that others can take over and publish. */
export const getObligeeFeed: Handler = async ({services}) => {
  const entries = services.obligees.map(({code, kana, rule}) => ({
    ...rule,
    code: code === rule.id ? null : code,
    kana,
  }));
  const days = entries.map(({source_date}) => source_date ?? '').sort();
  const updatedOn = days.at(-1) || today(services.now());
  return {body: {...OBLIGEE_FEED, updatedOn, publisher: services.surety.name, obligees: entries}};
};

const MOST_BODIES = 50;

/** `GET /local-bodies`: by name, kana, prefecture or code, forgiving; those whose name starts with the word come first. */
export const listLocalBodies: Handler = async ({query}) => {
  const {localBodies} = await import('../data/local-bodies.js');
  const [words = '', prefecture = ''] = [query['q'], query['prefecture']];
  const found = localBodies().filter(
    body =>
      (!prefecture || body.prefecture === prefecture) &&
      matchText(words, [body.name, body.kana, body.prefecture, body.code].join(' / ')),
  );
  const word = searchKey(words);
  const starts = ({name, kana, code}: LocalBody) =>
    [name, kana, code].some(text => searchKey(text).startsWith(word));
  const items = [...found.filter(starts), ...found.filter(body => !starts(body))];
  return {body: {items: items.slice(0, MOST_BODIES), isComplete: items.length <= MOST_BODIES}};
};

/** `GET /obligees/{code}` */
export const getObligee: Handler = async ({services, params}) => {
  const found = services.obligees.find(({code}) => code === params['code']);
  if (!found) throw new ProblemError('not-found', {detail: 'この発注者は一覧にありません。'});
  return {body: found};
};

/** `GET /amount-rules` */
export const listAmountRules: Handler = async ({query}) => {
  const name = query['obligee'] ?? '';
  return {body: {items: amountRules.filter(({obligee}) => !name || sameText(obligee, name))}};
};

/** People write the kind of a bank out, shorten it, or leave it away. */
const shorten = (text: string) =>
  text
    .replace(/信用金庫/g, '信金')
    .replace(/信用組合/g, '信組')
    .replace(/農業協同組合/g, '農協')
    .replace(/銀行(?=\s|$)/g, '');

/** `GET /banks` */
export const listBanks: Handler = async ({services, query}) => {
  const searched = shorten(query['q'] ?? '');
  const banks = await services.banks.banks();
  const items = banks.filter(({code, name, kana, hiragana}) =>
    matchText(searched, [shorten(name), kana, hiragana, code].join(' / ')),
  );
  return {body: {items}};
};

/** `GET /banks/{code}/branches` */
export const listBankBranches: Handler = async ({services, params, query}) => {
  const branches = await services.banks.branches(params['code'] ?? '');
  if (!branches) throw new ProblemError('not-found', {detail: 'この金融機関コードは一覧にありません。'});
  const searched = (query['q'] ?? '').replace(/支店(?=\s|$)/g, '');
  const items = branches.filter(({code, name, kana, hiragana}) =>
    matchText(searched, [name, kana, hiragana, code].join(' / ')),
  );
  return {body: {items}};
};
