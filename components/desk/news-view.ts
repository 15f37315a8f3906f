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
import type {Route} from './routes.js';

/** How many entries of a list are shown at first, and how many more each time. */
const PAGE_SIZE = 10;
/** How many issues are fetched; older ones are in 電子保証履歴一覧. */
const MAX_ISSUES = 50;

/** What お知らせ一覧 is drawn from. */
export interface NewsData {
  readonly applications: readonly Application[];
  readonly issues: readonly ElectronicIssue[];
}

/** How many entries of each list are shown. */
export interface ShownCounts {
  readonly news: number;
  readonly applications: number;
}
export const initialCounts: ShownCounts = {news: PAGE_SIZE, applications: PAGE_SIZE};

interface NewsActions {
  readonly showMore: (counts: ShownCounts) => void;
  readonly goTo: (route: Route) => void;
}

/** One notice to the contractor about an application or a certificate. */
interface NewsItem {
  readonly at: string;
  readonly title: string;
  readonly about: string;
  /** The surety's own words. */
  readonly words: string | null;
  readonly buttonText: string;
  readonly route: Route;
}

/** Fetches all that お知らせ一覧 shows. */
export async function fetchNews(client: SuretyClient, signal: AbortSignal): Promise<NewsData> {
  const [applications, issues] = await Promise.all([
    client.listApplications({signal}),
    client.listElectronicIssues({limit: MAX_ISSUES}, {signal}),
  ]);
  return {applications: applications.items, issues: issues.items};
}

/** Applications that the contractor has to correct come first. */
const returnedFirst = (applications: readonly Application[]): readonly Application[] => [
  ...applications.filter(({state}) => state === 'returned'),
  ...applications.filter(({state}) => state !== 'returned'),
];

const aboutOf = ({content}: Application) => `${content.obligee.name}　${content.works.name}`;

/** Returns 差戻し, words of the surety and issues, the newest first. */
function newsOf({applications, issues}: NewsData): NewsItem[] {
  const ofApplications = applications.flatMap((application): NewsItem[] => {
    const {id, receiptNumber, state, updatedAt: at, returnReason, messageFromSurety} = application;
    const route = {view: 'application', applicationId: id} as const;
    const about = aboutOf(application);
    if (state === 'returned') {
      const title = msg(str`申込（${receiptNumber}）が差し戻されました`);
      return [{at, title, about, words: returnReason, buttonText: msg('修正して送り直す'), route}];
    }
    if (!messageFromSurety) return [];
    const title = msg(str`申込（${receiptNumber}）について、保証会社からのお知らせ`);
    return [{at, title, about, words: messageFromSurety, buttonText: msg('申込の内容を見る'), route}];
  });
  const ofIssues = issues.map(
    ({contractNumber, productName, revision, arrivedAt: at, obligeeName, worksName}): NewsItem => ({
      at,
      title:
        revision === 0
          ? msg(str`電子保証（${productName} ${contractNumber}）が発行されました`)
          : msg(str`${revisionName(revision)}の電子保証（${productName} ${contractNumber}）が発行されました`),
      about: `${obligeeName}　${worksName}`,
      words: null,
      buttonText: msg('電子保証概要を見る'),
      route: {view: 'contract', contractNumber},
    }),
  );
  const time = ({at}: NewsItem) => Date.parse(at);
  return [...ofApplications, ...ofIssues].sort((one, other) => time(other) - time(one));
}

/** お知らせ一覧: 弊社からのお知らせ and 手続状況. */
export const renderNews = (data: NewsData, shown: ShownCounts, actions: NewsActions): TemplateResult =>
  html`<section class="news" part="news" aria-labelledby="news-heading">
      <h3 id="news-heading">${msg('弊社からのお知らせ')}</h3>
      ${renderList(newsOf(data), shown.news, {
        renderEntry: item => renderItem(item, actions.goTo),
        showMore: count => actions.showMore({...shown, news: count}),
        emptyText: msg('お知らせはまだありません。'),
      })}
    </section>
    <section class="news" part="applications" aria-labelledby="applications-heading">
      <h3 id="applications-heading">${msg('手続状況')}</h3>
      ${renderList(returnedFirst(data.applications), shown.applications, {
        renderEntry: application => renderApplication(application, actions.goTo),
        showMore: count => actions.showMore({...shown, applications: count}),
        emptyText: msg('まだ申込はありません。'),
      })}
    </section>`;

interface ListOptions<Entry> {
  readonly renderEntry: (entry: Entry) => TemplateResult;
  readonly showMore: (count: number) => void;
  readonly emptyText: string;
}

function renderList<Entry>(
  entries: readonly Entry[],
  shown: number,
  {renderEntry, showMore, emptyText}: ListOptions<Entry>,
) {
  if (entries.length === 0) return empty(emptyText);
  return html`<ul class="items">
      ${entries.slice(0, shown).map(renderEntry)}
    </ul>
    ${
      entries.length > shown
        ? html`<p class="no-print">
            <button part="button" type="button" @click=${() => showMore(shown + PAGE_SIZE)}>
              ${msg(str`さらに表示（${entries.length}件のうち${shown}件を表示しています）`)}
            </button>
          </p>`
        : nothing
    }`;
}

const renderItem = ({at, title, about, words, buttonText, route}: NewsItem, goTo: NewsActions['goTo']) =>
  html`<li class="item">
    <h4>${title}</h4>
    <p class="hint"><time datetime=${at}>${formatDateTime(at)}</time></p>
    <p translate="no">${about}</p>
    ${words ? html`<p class="words" translate="no">${words}</p>` : nothing}
    <p class="buttons no-print">
      <button part="button" type="button" @click=${() => goTo(route)}>
        <span>${buttonText}<span class="visually-hidden">${inBrackets(title)}</span></span>
      </button>
    </p>
  </li>`;

const badgeKinds: Record<ApplicationState, string> = {submitted: '', returned: 'warning', issued: 'good'};
const nextSteps: Record<ApplicationState, () => string> = {
  submitted: () => msg('保証会社が確認しています。'),
  returned: () => msg('差戻しの理由を確かめて、修正してください。'),
  issued: () => msg('保証契約が発行されました。'),
};

function renderApplication(application: Application, goTo: NewsActions['goTo']) {
  const {id, receiptNumber, state, submittedAt, content, contracts} = application;
  const isReturned = state === 'returned';
  const amounts = Object.entries(content.guarantees).flatMap(([kind, request]) =>
    request ? [`${guaranteeName(kind as GuaranteeKind)} ${yenText(request.guaranteeAmount)}`] : [],
  );
  return html`<li class="item" data-receipt=${receiptNumber}>
    <h4>
      <span class="code" translate="no">${receiptNumber}</span>
      <span class="badge" data-kind=${badgeKinds[state]}>${applicationStateName(state)}</span>
    </h4>
    <p class="hint">
      ${msg('受付日時')}
      <time datetime=${submittedAt}>${formatDateTime(submittedAt)}</time>　${nextSteps[state]()}
    </p>
    <p translate="no">${aboutOf(application)}</p>
    <p class="amount" translate="no">${amounts.join('、')}</p>
    <p class="buttons no-print">
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
