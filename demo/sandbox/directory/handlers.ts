import {dayInJapan} from '../../../src/domain/instant.js';
import {matchText, sameText, searchKey} from '../../../src/input/search.js';
import {OBLIGEE_FEED} from '../../../src/schemas/obligee-feed.js';
import type {LocalBody} from '../../../src/schemas/obligee.js';
import {amountRules} from '../data/amount-rules.js';
import type {Handler} from '../platform/call.js';
import {ProblemError} from '../platform/problem.js';

/** `GET /surety` */
export const getSurety: Handler<'getSurety'> = async ({services}) => ({body: services.surety});

/** `GET /obligees` */
export const listObligees: Handler<'listObligees'> = async ({services, query}) => {
  const prefecture = query.prefecture ?? '';
  const items = services.obligees.filter(
    entry =>
      (!prefecture || entry.prefecture === prefecture) &&
      matchText(query.q ?? '', [entry.name, entry.kana, entry.prefecture, entry.code].join(' / ')),
  );
  return {body: {items}};
};

/** `GET /obligee-feed`: the same directory as a file that others can take over and publish. */
export const getObligeeFeed: Handler<'getObligeeFeed'> = async ({services}) => {
  const entries = services.obligees.map(({code, kana, rule}) => ({
    ...rule,
    code: code === rule.id ? null : code,
    kana,
  }));
  const days = entries.map(({source_date}) => source_date ?? '').sort();
  const updatedOn = days.at(-1) || dayInJapan(services.now());
  return {body: {...OBLIGEE_FEED, updatedOn, publisher: services.surety.name, obligees: entries}};
};

const MOST_BODIES = 50;

/** `GET /local-bodies`: by name, kana, prefecture or code, forgiving; those whose name starts with the word come first. */
export const listLocalBodies: Handler<'listLocalBodies'> = async ({query}) => {
  const {localBodies} = await import('../data/local-bodies.js');
  const [words = '', prefecture = ''] = [query.q, query.prefecture];
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
export const getObligee: Handler<'getObligee'> = async ({services, params}) => {
  const found = services.obligees.find(({code}) => code === params.code);
  if (!found) throw new ProblemError('not-found', {detail: 'この発注者は一覧にありません。'});
  return {body: found};
};

/** `GET /amount-rules` */
export const listAmountRules: Handler<'listAmountRules'> = async ({query}) => {
  const name = query.obligee ?? '';
  return {body: {items: amountRules.filter(({obligee}) => !name || sameText(obligee, name))}};
};
