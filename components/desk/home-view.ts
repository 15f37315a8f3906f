import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {dayText, inBrackets} from '../../src/i18n/format.js';
import {guaranteeShortName, toDoName} from '../../src/i18n/terms.js';
import type {Application} from '../../src/schemas/application.js';
import type {ContractSummary, ContractToDo} from '../../src/schemas/contract.js';
import type {Route} from './routes.js';

/** Of each kind of to-do so many are named; the rest is counted. */
const MAX_NAMED = 3;

interface ContractsToDo {
  readonly count: number;
  readonly first: readonly ContractSummary[];
}

/** What the front page is drawn from. */
export interface HomeData {
  readonly returnedApplications: readonly Application[];
  /** How many applications the surety is examining. */
  readonly submittedCount: number;
  readonly contracts: Readonly<Record<ContractToDo, ContractsToDo>>;
}

/** One kind of thing to do, how many there are, and where they are done. */
interface ToDo {
  readonly kind: 'sent-back' | 'draft' | ContractToDo;
  readonly count: number;
  readonly title: string;
  readonly text: string;
  readonly named: readonly string[];
  readonly buttonText: string;
  readonly route: Route;
}

/** Fetches all that the front page shows. */
export async function fetchHome(client: SuretyClient, signal: AbortSignal): Promise<HomeData> {
  const fetchContracts = async (toDo: ContractToDo): Promise<ContractsToDo> => {
    const sort = toDo === 'expiring' ? 'validUntil' : 'issuedOn';
    const {items, total} = await client.listContracts({toDo, sort, limit: MAX_NAMED}, {signal});
    return {count: total ?? items.length, first: items};
  };
  const [{items}, returned, handIn, handInAgain, expiring] = await Promise.all([
    client.listApplications({signal}),
    fetchContracts('returned'),
    fetchContracts('hand-in'),
    fetchContracts('hand-in-again'),
    fetchContracts('expiring'),
  ]);
  return {
    returnedApplications: items.filter(({state}) => state === 'returned'),
    submittedCount: items.filter(({state}) => state === 'submitted').length,
    contracts: {returned, 'hand-in': handIn, 'hand-in-again': handInAgain, expiring},
  };
}

/** Returns what is to be done, the most pressing first. `drafts` are ids of applications with unsent text. */
function toDosOf({returnedApplications, contracts}: HomeData, drafts: readonly string[]): ToDo[] {
  const all = [
    returnedApplicationsToDo(returnedApplications),
    contractsToDo('returned', contracts.returned),
    contractsToDo('hand-in', contracts['hand-in']),
    contractsToDo('hand-in-again', contracts['hand-in-again']),
    draftsToDo(drafts),
    contractsToDo('expiring', contracts.expiring),
  ];
  return all.filter(({count}) => count > 0);
}

function returnedApplicationsToDo(returned: readonly Application[]): ToDo {
  const [only] = returned.length === 1 ? returned : [];
  return {
    kind: 'sent-back',
    count: returned.length,
    title: msg('差戻しの申込'),
    text: msg('保証会社から差し戻されています。理由を確かめ、修正して送り直してください。'),
    named: returned
      .slice(0, MAX_NAMED)
      .map(({receiptNumber, content}) => `${receiptNumber}　${content.obligee.name}　${content.works.name}`),
    buttonText: only ? msg('修正して送り直す') : msg('差戻しの申込を見る'),
    route: only ? {view: 'application', applicationId: only.id} : {view: 'news'},
  };
}

function draftsToDo(drafts: readonly string[]): ToDo {
  const [id = ''] = drafts;
  return {
    kind: 'draft',
    count: drafts.length,
    title: msg('書きかけの申込'),
    text: msg('まだ送信していません。入力した内容は残っています。'),
    named: [],
    buttonText: msg('続きを入力する'),
    route: id ? {view: 'application', applicationId: id} : {view: 'application'},
  };
}

const contractWords: Record<ContractToDo, () => Pick<ToDo, 'text' | 'buttonText'>> = {
  returned: () => ({
    text: msg('発注者が差し戻した電子保証です。理由を確かめて、提出し直してください。'),
    buttonText: msg('理由と提出方法を見る'),
  }),
  'hand-in': () => ({
    text: msg('「認証キー」のお知らせを発注者に提出し、「渡しました」を押してください。'),
    buttonText: msg('提出方法を見る'),
  }),
  'hand-in-again': () => ({
    text: msg('提出したあとに内容が変わりました。変更があったことを発注者に伝えてください。'),
    buttonText: msg('変更の内容を見る'),
  }),
  expiring: () => ({
    text: msg('保証期限まで30日以内です。工期が延びるときは、変更の手続きをしてください。'),
    buttonText: msg('保証契約を見る'),
  }),
};

function contractsToDo(kind: ContractToDo, {count, first}: ContractsToDo): ToDo {
  const {text, buttonText} = contractWords[kind]();
  const [only] = count === 1 ? first : [];
  return {
    kind,
    count,
    title: toDoName(kind),
    text,
    named: first.map(contractText),
    buttonText: only ? buttonText : msg('一覧で見る'),
    route: only ? {view: 'contract', contractNumber: only.number} : {view: 'contracts', list: kind},
  };
}

function contractText({kind, number, obligeeName, worksName, validUntil}: ContractSummary): string {
  const until = validUntil ? msg(str`（保証期限 ${dayText(validUntil)}）`) : '';
  return `${guaranteeShortName(kind)} ${number}　${obligeeName}　${worksName}${until}`;
}

/** ホーム: what is to be done, or that nothing is. */
export function renderHome(
  data: HomeData,
  drafts: readonly string[],
  goTo: (route: Route) => void,
): TemplateResult {
  const toDos = toDosOf(data, drafts);
  const {submittedCount} = data;
  return html`${
      toDos.length
        ? html`<ul class="to-dos" part="to-dos">
            ${toDos.map(toDo => renderToDo(toDo, goTo))}
          </ul>`
        : html`<div class="calm" part="calm">
            <p class="lead">${msg('いま、していただくことはありません。')}</p>
            <p class="hint">${msg('発行や差戻しがあると、ここに表示されます。')}</p>
          </div>`
    }
    ${
      submittedCount
        ? html`<p class="submitted">
            ${msg(str`保証会社が確認している申込みが${submittedCount}件あります。`)}
            <button part="button" type="button" class="plain" @click=${() => goTo({view: 'news'})}>
              ${msg('手続状況を見る')}
            </button>
          </p>`
        : nothing
    }
    <p>
      <button
        part="button"
        type="button"
        class=${toDos.length ? 'secondary' : 'primary'}
        @click=${() => goTo({view: 'application'})}
      >
        ${msg('申込を作成する')}
      </button>
    </p>`;
}

const renderToDo = (
  {kind, count, title, text, named, buttonText, route}: ToDo,
  goTo: (route: Route) => void,
) =>
  html`<li class="to-do" part="to-do" data-kind=${kind}>
    <h3>
      <span>${title}</span>
      <span class="count"><span class="amount">${count.toLocaleString('en-US')}</span>${msg('件')}</span>
    </h3>
    <p>${text}</p>
    ${
      named.length
        ? html`<ul class="named" translate="no">
            ${named.map(name => html`<li>${name}</li>`)}
            ${count > named.length ? html`<li class="hint">${msg(str`ほか${(count - named.length).toLocaleString('en-US')}件`)}</li>` : nothing}
          </ul>`
        : nothing
    }
    <p class="button-cell">
      <button part="button" type="button" class="primary" @click=${() => goTo(route)}>
        <span>${buttonText}<span class="visually-hidden">${inBrackets(title)}</span></span>
      </button>
    </p>
  </li>`;
