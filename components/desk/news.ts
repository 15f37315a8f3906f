import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {formatDateTime} from '../../src/domain/format.js';
import {yenText, inBrackets} from '../../src/i18n/format.js';
import {applicationStateName, guaranteeName, revisionName} from '../../src/i18n/terms.js';
import type {Application, ApplicationState} from '../../src/schemas/application.js';
import type {ElectronicIssue} from '../../src/schemas/contract.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {empty} from '../kernel/states.js';
import type {Place} from './place.js';

/** So many are shown at first, and so many more each time. */
const SHOWN = 10;
/** Arrivals on the register that are asked for; older ones are in 電子保証履歴一覧. */
const ARRIVALS = 50;

/** What お知らせ一覧 is made of. */
export interface NewsFacts {
  readonly applications: readonly Application[];
  readonly issues: readonly ElectronicIssue[];
}

/** One notice to the contractor, drawn from what became of applications and certificates. */
export interface News {
  readonly at: string;
  readonly title: string;
  readonly about: string;
  /** The surety's own words. */
  readonly words: string | null;
  readonly action: string;
  readonly place: Place;
}

/** How many of each list are shown, and what to do about it. */
export interface NewsView {
  readonly shown: {readonly news: number; readonly applications: number};
  readonly more: (list: 'news' | 'applications') => void;
  readonly goTo: (place: Place) => void;
}
/** How many are shown before anybody asks for more. */
export const firstShown: NewsView['shown'] = {news: SHOWN, applications: SHOWN};
/** How many are shown once more of a list are asked for. */
export const moreShown = (shown: NewsView['shown'], list: keyof NewsView['shown']): NewsView['shown'] => ({
  ...shown,
  [list]: shown[list] + SHOWN,
});

/** Asks for all of it at once. */
export async function fetchNews(client: SuretyClient, signal: AbortSignal): Promise<NewsFacts> {
  const [applications, issues] = await Promise.all([
    client.listApplications({signal}),
    client.listElectronicIssues({limit: ARRIVALS}, {signal}),
  ]);
  return {applications: applications.items, issues: issues.items};
}

/** What the contractor has to mend stands above what it only looks at. */
const returnedFirst = (applications: readonly Application[]): readonly Application[] => [
  ...applications.filter(({state}) => state === 'returned'),
  ...applications.filter(({state}) => state !== 'returned'),
];

const aboutOf = ({content}: Application) => `${content.obligee.name}　${content.works.name}`;

/** Newest first: 差戻し, words of the surety, and each arrival on the register. */
export function newsOf({applications, issues}: NewsFacts): News[] {
  const ofApplications = applications.flatMap((application): News[] => {
    const {id, receiptNumber, state, updatedAt: at, returnReason, messageFromSurety} = application;
    const place = {view: 'application', applicationId: id} as const;
    const about = aboutOf(application);
    if (state === 'returned') {
      const title = msg(str`申込（${receiptNumber}）が差し戻されました`);
      return [{at, title, about, words: returnReason, action: msg('修正して送り直す'), place}];
    }
    if (!messageFromSurety) return [];
    const title = msg(str`申込（${receiptNumber}）について、保証会社からのお知らせ`);
    return [{at, title, about, words: messageFromSurety, action: msg('申込の内容を見る'), place}];
  });
  const ofIssues = issues.map(
    ({contractNumber, productName, revision, arrivedAt: at, obligeeName, worksName}): News => ({
      at,
      title:
        revision === 0
          ? msg(str`電子保証（${productName} ${contractNumber}）が発行されました`)
          : msg(str`${revisionName(revision)}の電子保証（${productName} ${contractNumber}）が発行されました`),
      about: `${obligeeName}　${worksName}`,
      words: null,
      action: msg('電子保証概要を見る'),
      place: {view: 'contract', contractNumber},
    }),
  );
  const time = ({at}: News) => Date.parse(at);
  return [...ofApplications, ...ofIssues].sort((one, other) => time(other) - time(one));
}

/** 弊社からのお知らせ and 手続状況. */
export const renderNews = (facts: NewsFacts, view: NewsView): TemplateResult =>
  html`<section class="news" part="news" aria-labelledby="news-heading">
      <h3 id="news-heading">${msg('弊社からのお知らせ')}</h3>
      ${renderList('news', newsOf(facts), view, renderItem, msg('お知らせはまだありません。'))}
    </section>
    <section class="news" part="applications" aria-labelledby="applications-heading">
      <h3 id="applications-heading">${msg('手続状況')}</h3>
      ${renderList('applications', returnedFirst(facts.applications), view, renderApplication, msg('まだ申込はありません。'))}
    </section>`;

function renderList<Item>(
  list: keyof NewsView['shown'],
  items: readonly Item[],
  view: NewsView,
  render: (item: Item, goTo: NewsView['goTo']) => TemplateResult,
  none: string,
) {
  const shown = view.shown[list];
  if (items.length === 0) return empty(none);
  return html`<ul class="items">
      ${items.slice(0, shown).map(item => render(item, view.goTo))}
    </ul>
    ${
      items.length > shown
        ? html`<p class="no-print">
            <button part="button" type="button" @click=${() => view.more(list)}>
              ${msg(str`さらに表示（${items.length}件のうち${shown}件を表示しています）`)}
            </button>
          </p>`
        : nothing
    }`;
}

const renderItem = ({at, title, about, words, action, place}: News, goTo: NewsView['goTo']) =>
  html`<li class="item">
    <h4>${title}</h4>
    <p class="hint"><time datetime=${at}>${formatDateTime(at)}</time></p>
    <p translate="no">${about}</p>
    ${words ? html`<p class="words" translate="no">${words}</p>` : nothing}
    <p class="acts no-print">
      <button part="button" type="button" @click=${() => goTo(place)}>
        <span>${action}<span class="visually-hidden">${inBrackets(title)}</span></span>
      </button>
    </p>
  </li>`;

const badges: Record<ApplicationState, string> = {submitted: '', returned: 'warning', issued: 'good'};
const nextSteps: Record<ApplicationState, () => string> = {
  submitted: () => msg('保証会社が確認しています。'),
  returned: () => msg('差戻しの理由を確かめて、修正してください。'),
  issued: () => msg('保証契約が発行されました。'),
};

function renderApplication(application: Application, goTo: NewsView['goTo']) {
  const {id, receiptNumber, state, submittedAt, content, contracts} = application;
  const isReturned = state === 'returned';
  const amounts = Object.entries(content.guarantees).flatMap(([kind, request]) =>
    request ? [`${guaranteeName(kind as GuaranteeKind)} ${yenText(request.guaranteeAmount)}`] : [],
  );
  return html`<li class="item" data-receipt=${receiptNumber}>
    <h4>
      <span class="code" translate="no">${receiptNumber}</span>
      <span class="badge" data-kind=${badges[state]}>${applicationStateName(state)}</span>
    </h4>
    <p class="hint">
      ${msg('受付日時')}
      <time datetime=${submittedAt}>${formatDateTime(submittedAt)}</time>　${nextSteps[state]()}
    </p>
    <p translate="no">${aboutOf(application)}</p>
    <p class="amount" translate="no">${amounts.join('、')}</p>
    <p class="acts no-print">
      <button
        part="button"
        type="button"
        class=${isReturned ? 'primary' : 'secondary'}
        @click=${() => goTo({view: 'application', applicationId: id})}
      >
        <span
          >${isReturned ? msg('修正して送り直す') : msg('申込の内容を見る')}<span class="visually-hidden"
            >${inBrackets(receiptNumber)}</span
          ></span
        >
      </button>
      ${contracts.map(
        ({kind, number}) =>
          html`<button
            part="button"
            type="button"
            @click=${() => goTo({view: 'contract', contractNumber: number})}
          >
            <span>${guaranteeName(kind)} <span translate="no">${number}</span></span>
          </button>`,
      )}
    </p>
  </li>`;
}
