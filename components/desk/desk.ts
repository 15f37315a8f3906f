import {ContextProvider} from '@lit/context';
import {msg} from '@lit/localize';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {SuretyClient} from '../../src/api/client.js';
import {Announcer} from '../ui/announcer.js';
import {providedContext, type Connection} from '../kernel/connection.js';
import type {SuretyEventDetails} from '../kernel/events.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {tabsStyles} from '../ui/tabs.styles.js';
import {styles} from './desk.styles.js';
import {fetchHome, renderHome} from './home-view.js';
import {renderBackLink, renderMenu} from './menu.js';
import {fetchNews, initialCounts, renderNews} from './news-view.js';
import {Router, type Direction} from './router.js';
import {routeTitle, toRoute, type DeskList, type DeskView, type Route} from './routes.js';
import {UnsentApplications} from './unsent-applications.js';
import {ViewData} from './view-data.js';
import {ViewElements} from './view-elements.js';

/**
 * The contractor's desk: 申込, 保証契約一覧, 電子保証概要, 保証証書, 「認証キー」のお知らせ and お知らせ一覧 behind one tag, with its own
 * menu. Its front page says what to do first. What is typed, chosen and searched for stays while one looks at something else;
 * elements that show a key are removed when they are left.
 * @tagname surety-desk
 * @fires {CustomEvent<{view: string, contractNumber?: string, contractNumbers?: readonly string[], applicationId?: string}>} surety-before-navigate - Right before another view; cancellable.
 * @fires {CustomEvent<{view: string, contractNumber?: string, contractNumbers?: readonly string[], applicationId?: string}>} surety-desk-navigate - Another view is shown.
 * @fires {CustomEvent<{applicationId: string, receiptNumber: string}>} surety-application-submitted - An application was received.
 * @fires {CustomEvent<{contractNumber: string, fileName: string}>} surety-notice-saved - A notice was saved.
 * @fires {CustomEvent<{url: string}>} surety-external-link - Right before a link leads to the page of an obligee; cancellable.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - Something failed.
 * @fires {CustomEvent<{error: SuretyError}>} surety-auth-required - Sign the person in again, then call `reload()`.
 * @slot loading - Shown while the front page or お知らせ一覧 is fetched.
 * @slot error - Shown when it could not be fetched.
 * @csspart navigation - The menu.
 * @csspart back - 「戻る」, with the name of where it leads.
 * @csspart to-dos - What is to be done, on the front page.
 * @csspart to-do - One thing to do.
 * @csspart calm - The sentence that nothing is to be done.
 * @csspart news - 弊社からのお知らせ.
 * @csspart applications - 手続状況.
 * @csspart button - A button without a part of its own; parts of the elements shown in the desk have their own names here too.
 */
export class SuretyDesk extends SuretyElement {
  static override styles = [...hostStyles, buttonStyles, tabsStyles, styles];

  /** `home`, `application`, `contracts`, `contract`, `certificate`, `notice` or `news`. */
  @property({reflect: true}) view: DeskView = 'home';
  /** 保証契約番号 of `contract`, `certificate` and `notice`. */
  @property({attribute: 'contract-number'}) contractNumber = '';
  /** 保証契約番号 of several contracts, whose notices `notice` saves together. */
  @property({attribute: false}) contractNumbers: readonly string[] = [];
  /** Revision of `certificate`; the newest one when left out. */
  @property({type: Number}) revision: number | undefined;
  /** An application that was sent before, for `application`. */
  @property({attribute: 'application-id'}) applicationId = '';
  /** What `contracts` shows: `contracts`, `electronic`, `history`, or what is to be done: `hand-in`, `expiring` … */
  @property() list: DeskList = 'contracts';
  /** `hash` keeps the view in the page's address (`#/contracts`) and follows the browser's buttons; `none` leaves the address alone. */
  @property() routing: 'none' | 'hash' = 'none';
  /** `session` keeps what is typed into an application for this tab. */
  @property() drafts: 'off' | 'session' = 'off';
  /** Data that the page knows already, for new applications. */
  @property({attribute: false}) value: HTMLElementTagNameMap['surety-application-form']['value'];

  /** The application that was left a moment ago with unsent text. */
  @state() private leftApplication: Route | undefined;
  @state() private shownCounts = initialCounts;

  #announcer = new Announcer(this);
  #provider = new ContextProvider(this, {context: providedContext});
  #unsent = new UnsentApplications();
  #connection: Connection | undefined;
  /** What 保証契約一覧 was last asked to show; what the person has chosen there since then stays. */
  #askedList: DeskList = 'contracts';
  /** The route before this one. */
  #previous: Route | undefined;
  #elements = new ViewElements(this, error => this.report(error));
  #router = new Router(this, {
    onLeave: (from, to, direction) => this.#handleLeave(from, to, direction),
    onArrive: direction => this.#handleArrive(direction),
  });
  #homeData = this.#viewData('home', fetchHome);
  #newsData = this.#viewData('news', fetchNews);

  /** Goes to a view as the person would: tells the page before and after. False when the page did not allow it. */
  async goTo(route: Partial<Route>): Promise<boolean> {
    const isAllowed = this.#router.goTo(toRoute(route));
    await this.updateComplete;
    return isAllowed;
  }

  /** Fetches what is shown anew; what is typed stays. */
  override reload(): void {
    super.reload();
    reloadElement(this.#elements.get(this.#router.route));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {source} = this;
    // The elements in the desk have its connection, as they would have a provider's.
    if (source && source !== this.#connection) {
      this.#connection = source;
      this.#provider.setValue({options: source.config, connect: () => source});
    }
    const form = this.#elements.get({view: 'application'});
    if (form && changed.has('drafts')) Object.assign(form, {drafts: this.drafts});
    if (form && changed.has('value')) Object.assign(form, {value: this.value});
  }

  protected override renderContent(): unknown {
    const {route, back, isUnknownAddress, hasAddress} = this.#router;
    const goTo = this.#goTo;
    const hasOwnTemplate = route.view === 'home' || route.view === 'news';
    return html`${this.#announcer.render()}
      ${renderMenu({route, hasAddress, goTo}, ({view}) => view === 'application' && this.#unsent.has(''))}
      ${isUnknownAddress ? this.#renderUnknownAddress() : nothing} ${this.#renderLeftApplication()}
      ${back ? renderBackLink({route, hasAddress, goTo: () => this.#router.goBack()}, back) : nothing}
      <h2 id="view-title" tabindex="-1" class=${hasOwnTemplate ? nothing : 'visually-hidden'}>
        ${routeTitle(route)}
      </h2>
      <div
        @surety-contract-select=${this.#handleContractSelect}
        @surety-notice-open=${this.#handleNoticeOpen}
        @surety-notices-open=${this.#handleNoticesOpen}
        @surety-certificate-open=${this.#handleCertificateOpen}
        @surety-certificate-close=${() => this.#router.goBack()}
        @surety-application-change=${this.#handleApplicationChange}
        @surety-application-submitted=${this.#handleApplicationSubmitted}
      >
        ${this.#renderOwnView(route)} ${this.#elements.render(route, () => this.#propertiesOf(route))}
      </div>`;
  }

  #renderUnknownAddress() {
    return html`<p class="notice" data-kind="warning">
      ${msg('開こうとした画面は見つかりませんでした。ホームを表示しています。')}
    </p>`;
  }

  #renderLeftApplication() {
    const left = this.leftApplication;
    if (!left) return nothing;
    return html`<div class="notice left-application no-print">
      <p>${msg('書きかけの申込は残っています。')}</p>
      <button part="button" type="button" @click=${() => this.#goTo(left)}>${msg('続きを入力する')}</button>
    </div>`;
  }

  /** Views that the desk draws itself. */
  #renderOwnView({view}: Route) {
    const goTo = this.#goTo;
    if (view === 'home') {
      const drafts = this.#unsent.ids(this.drafts === 'session');
      return this.#homeData.render(data => renderHome(data, drafts, goTo));
    }
    if (view !== 'news') return nothing;
    const showMore = (counts: typeof this.shownCounts) => {
      this.shownCounts = counts;
    };
    return this.#newsData.render(data => renderNews(data, this.shownCounts, {showMore, goTo}));
  }

  #viewData<Data>(view: DeskView, fetch: (client: SuretyClient, signal: AbortSignal) => Promise<Data>) {
    return new ViewData<Data>(this, {
      source: () => this.source,
      visit: () => (this.#router.route.view === view ? `${this.#router.visits} ${this.attempt}` : undefined),
      fetch: async signal => fetch(await this.client(), signal),
      onError: thrown => this.report(thrown),
    });
  }

  /** The properties of a new element for a route. */
  #propertiesOf({view, contractNumber, contractNumbers, revision, applicationId, list}: Route): object {
    const {drafts, value} = this;
    if (view === 'contracts') return {...listProperties(list ?? 'contracts'), selectable: true};
    if (view === 'application') {
      const stepHistory = this.#router.hasAddress;
      return applicationId ? {drafts, stepHistory, applicationId} : {drafts, stepHistory, value};
    }
    return contractNumbers ? {contractNumbers} : {contractNumber, ...(revision !== undefined && {revision})};
  }

  #goTo = (route: Route) => void this.#router.goTo(route);

  #handleLeave(from: Route | undefined, to: Route, direction: Direction) {
    this.leftApplication = undefined;
    this.#previous = from;
    if (from) this.#leave(from);
    if (to.view === 'contracts')
      this.#showList(to.list ?? 'contracts', direction === 'forward' && to.list !== undefined);
  }

  #leave(from: Route) {
    const {view, applicationId = ''} = from;
    const isUnsent = view === 'application' && this.#unsent.has(applicationId);
    const isDone = view === 'application' && !isUnsent && Boolean(applicationId || this.#unsent.isSent(''));
    this.#elements.leave(from, isDone);
    if (!isUnsent) return;
    this.leftApplication = from;
    this.#announcer.announce(msg('書きかけの申込は残っています。'));
  }

  /** What the person has chosen in the list stays, unless another list is asked for. */
  #showList(list: DeskList, isAsked: boolean) {
    const element = this.#elements.get({view: 'contracts'});
    if (element && (isAsked || list !== this.#askedList)) Object.assign(element, listProperties(list));
    this.#askedList = list;
    reloadElement(element);
  }

  #handleArrive(direction: NonNullable<Direction>) {
    const {route} = this.#router;
    const list = direction === 'back' && route.view === 'contracts' ? this.#elements.get(route) : undefined;
    if (list && 'selected' in list && (list.selected || this.#previous?.contractNumbers)) {
      this.#announcer.announce(routeTitle(route));
      list.focus({preventScroll: true}); // the row or button that led away from it
    } else this.renderRoot.querySelector<HTMLElement>('#view-title')?.focus({preventScroll: true});
  }

  #handleContractSelect = ({detail: {contractNumber}}: DetailEvent<'surety-contract-select'>) =>
    this.#goTo({view: 'contract', contractNumber});

  #handleNoticeOpen = ({detail: {contractNumber}}: DetailEvent<'surety-notice-open'>) =>
    this.#goTo({view: 'notice', contractNumber});

  #handleNoticesOpen = ({detail: {contractNumbers}}: DetailEvent<'surety-notices-open'>) =>
    this.#goTo({view: 'notice', contractNumbers});

  #handleCertificateOpen = ({detail}: DetailEvent<'surety-certificate-open'>) =>
    this.#goTo({view: 'certificate', ...detail});

  #handleApplicationChange = () => {
    if (this.#unsent.markTyped(this.#router.route.applicationId ?? '')) this.requestUpdate();
  };

  #handleApplicationSubmitted = () => {
    this.#unsent.markSent(this.#router.route.applicationId ?? '');
    this.requestUpdate();
  };
}

type DetailEvent<Name extends keyof SuretyEventDetails> = CustomEvent<SuretyEventDetails[Name]>;

/** The lists are tabs of one element; what is to be done is a filter of the first. */
const listProperties = (list: DeskList) =>
  list === 'contracts' || list === 'electronic' || list === 'history'
    ? {view: list, toDo: ''}
    : {view: 'contracts', toDo: list};

function reloadElement(element: HTMLElement | undefined) {
  if (element instanceof SuretyElement) element.reload();
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-desk': SuretyDesk;
  }
}
