import {msg, str} from '@lit/localize';
import type {SuretyClient} from '../../src/api/client.js';
import {dayText} from '../../src/i18n/format.js';
import {guaranteeShortName, toDoName} from '../../src/i18n/terms.js';
import type {Application} from '../../src/schemas/application.js';
import type {ContractSummary, ContractToDo} from '../../src/schemas/contract.js';
import type {Place} from './place.js';

/** So many of what is to be done are named; the rest is counted. */
const NAMED = 3;

/** Contracts about which something is to be done: how many, and the first of them. */
interface Contracts {
  readonly count: number;
  readonly first: readonly ContractSummary[];
}

/** What the front page is made of, as the API tells it. */
export interface ToDoFacts {
  readonly returned: readonly Application[];
  /** Applications that are with the surety. */
  readonly underway: number;
  readonly contracts: Readonly<Record<ContractToDo, Contracts>>;
}

/** One thing to do: what, how many, and where that is done. */
export interface ToDo {
  readonly kind: 'sent-back' | 'draft' | ContractToDo;
  readonly count: number;
  readonly title: string;
  readonly text: string;
  /** The first of them, in words. */
  readonly named: readonly string[];
  readonly action: string;
  readonly place: Place;
}

/** Asks for all of it at once. */
export async function fetchToDos(client: SuretyClient, signal: AbortSignal): Promise<ToDoFacts> {
  const contracts = async (toDo: ContractToDo): Promise<Contracts> => {
    const sort = toDo === 'expiring' ? 'validUntil' : 'issuedOn';
    const {items, total} = await client.listContracts({toDo, sort, limit: NAMED}, {signal});
    return {count: total ?? items.length, first: items};
  };
  const [{items}, returned, handIn, handInAgain, expiring] = await Promise.all([
    client.listApplications({signal}),
    contracts('returned'),
    contracts('hand-in'),
    contracts('hand-in-again'),
    contracts('expiring'),
  ]);
  return {
    returned: items.filter(({state}) => state === 'returned'),
    underway: items.filter(({state}) => state === 'submitted').length,
    contracts: {returned, 'hand-in': handIn, 'hand-in-again': handInAgain, expiring},
  };
}

/** What is to be done, most pressing first. `drafts` are ids of applications with unsent text, `''` for a new one. */
export function toDosOf({returned, contracts}: ToDoFacts, drafts: readonly string[]): ToDo[] {
  const all = [
    sentBack(returned),
    ofContracts('returned', contracts.returned),
    ofContracts('hand-in', contracts['hand-in']),
    ofContracts('hand-in-again', contracts['hand-in-again']),
    unsent(drafts),
    ofContracts('expiring', contracts.expiring),
  ];
  return all.filter(({count}) => count > 0);
}

function sentBack(returned: readonly Application[]): ToDo {
  const [only] = returned.length === 1 ? returned : [];
  return {
    kind: 'sent-back',
    count: returned.length,
    title: msg('差戻しの申込'),
    text: msg('保証会社から差し戻されています。理由を確かめ、修正して送り直してください。'),
    named: returned.slice(0, NAMED).map(({receiptNumber, content}) => {
      return `${receiptNumber}　${content.obligee.name}　${content.works.name}`;
    }),
    action: only ? msg('修正して送り直す') : msg('差戻しの申込を見る'),
    place: only ? {view: 'application', applicationId: only.id} : {view: 'news'},
  };
}

function unsent(drafts: readonly string[]): ToDo {
  const [id = ''] = drafts;
  return {
    kind: 'draft',
    count: drafts.length,
    title: msg('書きかけの申込'),
    text: msg('まだ送信していません。入力した内容は残っています。'),
    named: [],
    action: msg('続きを入力する'),
    place: id ? {view: 'application', applicationId: id} : {view: 'application'},
  };
}

const words: Record<ContractToDo, () => Pick<ToDo, 'text' | 'action'>> = {
  returned: () => ({
    text: msg('発注者が差し戻した電子保証です。理由を確かめて、提出し直してください。'),
    action: msg('理由と提出方法を見る'),
  }),
  'hand-in': () => ({
    text: msg('「認証キー」のお知らせを発注者に提出し、「渡しました」を押してください。'),
    action: msg('提出方法を見る'),
  }),
  'hand-in-again': () => ({
    text: msg('提出したあとに内容が変わりました。変更があったことを発注者に伝えてください。'),
    action: msg('変更の内容を見る'),
  }),
  expiring: () => ({
    text: msg('保証期限まで30日以内です。工期が延びるときは、変更の手続きをしてください。'),
    action: msg('保証契約を見る'),
  }),
};

function ofContracts(kind: ContractToDo, {count, first}: Contracts): ToDo {
  const {text, action} = words[kind]();
  const [only] = count === 1 ? first : [];
  return {
    kind,
    count,
    title: toDoName(kind),
    text,
    named: first.map(nameOf),
    action: only ? action : msg('一覧で見る'),
    place: only ? {view: 'contract', contractNumber: only.number} : {view: 'contracts', list: kind},
  };
}

function nameOf({kind, number, obligeeName, worksName, validUntil}: ContractSummary): string {
  const until = validUntil ? msg(str`（保証期限 ${dayText(validUntil)}）`) : '';
  return `${guaranteeShortName(kind)} ${number}　${obligeeName}　${worksName}${until}`;
}
