import {ContextProvider} from '@lit/context';
import {msg} from '@lit/localize';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {SuretyClient} from '../../src/api/client.js';
import {Announcer} from '../ui/announcer.js';
import {providedContext, type Connection} from '../kernel/connection.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {tabsStyles} from '../ui/tabs.styles.js';
import {styles} from './desk.styles.js';
import {renderHome} from './home.js';
import {Itinerary} from './itinerary.js';
import {renderMenu, renderWayBack} from './navigation.js';
import {leftNotice, lostNotice} from './notices.js';
import {fetchNews, firstShown, moreShown, renderNews} from './news.js';
import {Parts} from './parts.js';
import {placeTitle, toPlace, type DeskList, type DeskView, type Place} from './place.js';
import {fetchToDos} from './to-dos.js';
import {UnsentApplications} from './unsent.js';
import {ViewData} from './view-data.js';

/**
 * The contractor's desk: 申込, 保証契約一覧, 電子保証概要, 保証証書, 「認証キー」のお知らせ and お知らせ一覧 behind one tag, with its own
 * menu. Its front page says what to do first. What is typed, chosen and searched for stays while one looks at something else;
 * what holds a key is forgotten when it is left.
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

  /** An application that was left a moment ago, with text in it. */
  @state() private left: Place | undefined;
  @state() private shown = firstShown;

  #announcer = new Announcer(this);
  #provider = new ContextProvider(this, {context: providedContext});
  #unsent = new UnsentApplications();
  #source: Connection | undefined;
  /** What 保証契約一覧 was last told to show; what the person chose there since then stays. */
  #list: DeskList = 'contracts';
  /** The notices of several contracts were left a moment ago. */
  #isFromSeveral = false;
  #parts = new Parts(this, {
    properties: place => this.#properties(place),
    failed: error => this.report(error),
  });
  #way = new Itinerary(this, {
    leave: (from, to, move) => this.#leave(from, to, move === 'forward'),
    settle: move => this.#settle(move),
  });
  #home = this.#dataOf('home', fetchToDos);
  #news = this.#dataOf('news', fetchNews);

  /** Goes to a view as the person would: tells the page before and after. False when the page did not allow it. */
  async goTo(place: Partial<Place>): Promise<boolean> {
    const isAllowed = this.#way.goTo(toPlace(place));
    await this.updateComplete;
    return isAllowed;
  }

  /** Fetches what is shown anew; what is typed stays. */
  override reload(): void {
    super.reload();
    reloadPart(this.#parts.kept(this.#way.place));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {source} = this;
    // Parts have the desk's connection, as they would have a provider's.
    if (source && source !== this.#source) {
      this.#source = source;
      this.#provider.setValue({options: source.config, connect: () => source});
    }
    const form = this.#parts.kept({view: 'application'});
    if (form && changed.has('drafts')) Object.assign(form, {drafts: this.drafts});
    if (form && changed.has('value')) Object.assign(form, {value: this.value});
  }

  protected override renderContent(): unknown {
    const {place, back, isLost, hasAddress} = this.#way;
    const goTo = (to: Place) => void this.#way.goTo(to);
    const isOwn = place.view === 'home' || place.view === 'news';
    return html`${this.#announcer.render()}
      ${renderMenu({place, hasAddress, goTo}, ({view}) => view === 'application' && this.#unsent.has(''))}
      ${isLost ? lostNotice() : nothing} ${this.left ? leftNotice(this.left, goTo) : nothing}
      ${back ? renderWayBack({place, hasAddress, goTo: () => this.#way.goBack()}, back) : nothing}
      <h2 id="place-title" tabindex="-1" class=${isOwn ? nothing : 'visually-hidden'}>
        ${placeTitle(place)}
      </h2>
      <div
        class="views"
        @surety-contract-select=${this.#openContract}
        @surety-notice-open=${this.#openNotice}
        @surety-notices-open=${this.#openNotices}
        @surety-certificate-open=${this.#openCertificate}
        @surety-certificate-close=${() => this.#way.goBack()}
        @surety-application-change=${this.#noteTyped}
        @surety-application-submitted=${this.#noteSent}
      >
        ${this.#renderOwn(place, goTo)} ${this.#parts.render(place)}
      </div>`;
  }

  #renderOwn({view}: Place, goTo: (to: Place) => void) {
    if (view === 'home')
      return this.#home.render(facts =>
        renderHome(facts, this.#unsent.ids(this.drafts === 'session'), {goTo}),
      );
    if (view !== 'news') return nothing;
    const {shown} = this;
    const more = (list: keyof typeof shown) => {
      this.shown = moreShown(shown, list);
    };
    return this.#news.render(facts => renderNews(facts, {shown, more, goTo}));
  }

  #dataOf<Facts>(view: DeskView, fetch: (client: SuretyClient, signal: AbortSignal) => Promise<Facts>) {
    return new ViewData<Facts>(this, {
      source: () => this.source,
      visit: () => (this.#way.place.view === view ? `${this.#way.visits} ${this.attempt}` : undefined),
      fetch: async signal => fetch(await this.client(), signal),
      failed: thrown => this.report(thrown),
    });
  }

  /** What an element is given when it is made. */
  #properties({view, contractNumber, contractNumbers, revision, applicationId, list}: Place): object {
    const {drafts, value} = this;
    if (view === 'contracts') return {...listProperties(list ?? 'contracts'), selectable: true};
    if (view === 'application') {
      const stepHistory = this.#way.hasAddress;
      return applicationId ? {drafts, stepHistory, applicationId} : {drafts, stepHistory, value};
    }
    return contractNumbers ? {contractNumbers} : {contractNumber, ...(revision !== undefined && {revision})};
  }

  #leave(from: Place | undefined, to: Place, isForward: boolean) {
    this.left = undefined;
    this.#isFromSeveral = Boolean(from?.contractNumbers);
    if (from) this.#leaveBehind(from);
    if (to.view === 'contracts') this.#showList(to.list ?? 'contracts', isForward && to.list !== undefined);
  }

  #leaveBehind(from: Place) {
    const {view, applicationId = ''} = from;
    const isUnsent = view === 'application' && this.#unsent.has(applicationId);
    const isDone = view === 'application' && !isUnsent && Boolean(applicationId || this.#unsent.isSent(''));
    this.#parts.leave(from, isDone);
    if (!isUnsent) return;
    this.left = from;
    this.#announcer.announce(msg('書きかけの申込は残っています。'));
  }

  /** What the person chose in the list stays, unless another list is asked for. */
  #showList(list: DeskList, isAsked: boolean) {
    const element = this.#parts.kept({view: 'contracts'});
    if (element && (isAsked || list !== this.#list)) Object.assign(element, listProperties(list));
    this.#list = list;
    reloadPart(element);
  }

  #settle(move: 'forward' | 'back') {
    const {place} = this.#way;
    const list = move === 'back' && place.view === 'contracts' ? this.#parts.kept(place) : undefined;
    if (list && 'selected' in list && (list.selected || this.#isFromSeveral)) {
      this.#announcer.announce(placeTitle(place));
      list.focus({preventScroll: true}); // back to the row or the button that one came by
    } else this.renderRoot.querySelector<HTMLElement>('#place-title')?.focus({preventScroll: true});
  }

  #openContract = ({detail: {contractNumber}}: CustomEvent<{contractNumber: string}>) => {
    this.#way.goTo({view: 'contract', contractNumber});
  };

  #openNotice = ({detail: {contractNumber}}: CustomEvent<{contractNumber: string}>) => {
    this.#way.goTo({view: 'notice', contractNumber});
  };

  #openNotices = ({detail: {contractNumbers}}: CustomEvent<{contractNumbers: readonly string[]}>) => {
    this.#way.goTo({view: 'notice', contractNumbers});
  };

  #openCertificate = ({detail}: CustomEvent<{contractNumber: string; revision: number}>) => {
    this.#way.goTo({view: 'certificate', ...detail});
  };

  #noteTyped = () => {
    if (this.#unsent.typed(this.#way.place.applicationId ?? '')) this.requestUpdate();
  };

  #noteSent = () => {
    this.#unsent.sent(this.#way.place.applicationId ?? '');
    this.requestUpdate();
  };
}

/** The lists are tabs of one element; what is to be done is a filter of the first. */
const listProperties = (list: DeskList) =>
  list === 'contracts' || list === 'electronic' || list === 'history'
    ? {view: list, toDo: ''}
    : {view: 'contracts', toDo: list};

function reloadPart(element: HTMLElement | undefined) {
  if (element instanceof SuretyElement) element.reload();
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-desk': SuretyDesk;
  }
}
