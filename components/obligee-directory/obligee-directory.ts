import {msg, str} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {today as todayInJapan} from '../../src/domain/format.js';
import type {ReadFeed} from '../../src/api/obligee-feed.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {Announcer} from '../ui/announcer.js';
import {factsStyles} from '../ui/facts.styles.js';
import {emit} from '../kernel/events.js';
import {fieldStyles} from '../ui/field.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {obligeeRuleStyles} from '../ui/obligee-rule.styles.js';
import {empty, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {
  filterObligees,
  groupByPrefecture,
  takesKind,
  type DirectoryFilter,
  type IndexEntry,
} from './directory-index.js';
import {Directory, type DirectoryContent} from './directory.js';
import {feedSource, staleNotice} from './feed-source.js';
import {styles} from './obligee-directory.styles.js';
import {OtherBodies} from './other-bodies.js';
import {obligeeEntry, type EntryContext} from './obligee-entry.js';
import {fullPrefecture} from './prefectures.js';
import {RefreshOnReturn} from './refresh-on-return.js';
import {countLine, countText, searchForm, type SearchActions} from './search-form.js';

/** As many as a person looks through; a nation's list in one piece would be slow to draw. */
const PAGE_SIZE = 100;

/** Long enough that a word is typed out before the number of hits is said. */
const TYPING_MS = 500;

/**
 * 電子保証対応の発注者: who takes electronic guarantees from when, in the obligees' own words.
 * @tagname surety-obligee-directory
 * @fires {CustomEvent<{code: string, name: string}>} surety-obligee-select - 「この発注者を選ぶ」 was chosen.
 * @fires {CustomEvent<{shown: number, problems: readonly FeedProblem[]}>} surety-feed-read - The list of `feed-src` was read.
 * @fires {CustomEvent<{url: string}>} surety-external-link - Right before a link leads to the page of an obligee; cancellable.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The directory could not be fetched.
 * @slot empty - Shown when the directory holds no obligee.
 * @slot loading - Shown while the directory is fetched.
 * @slot error - Shown when the directory could not be fetched.
 * @csspart search - The fields that narrow the list.
 * @csspart search-input - The field for name, reading, prefecture or code.
 * @csspart count - How many obligees fit.
 * @csspart entry - One obligee.
 * @csspart quote - The obligee's own words with their source and date.
 * @csspart source-link - The link to the page they stand on.
 * @csspart details - Where to hand in, which sureties, and notes.
 * @csspart select - 「この発注者を選ぶ」.
 * @csspart more - 「さらに表示」.
 * @csspart stale - Shown while the list could not be fetched anew.
 * @csspart feed-report - What is wrong in the list of `feed-src`.
 * @csspart button - A button without a part of its own.
 */
export class SuretyObligeeDirectory extends SuretyElement {
  static override styles = [...hostStyles, buttonStyles, fieldStyles, factsStyles, obligeeRuleStyles, styles];

  /** Shows the obligees of one prefecture, e.g. 「秋田県」 or 「秋田」; the person can change it. */
  @property() prefecture = '';
  /** The day to judge by whether a start lies ahead, `YYYY-MM-DD`; today in Japan when left out. */
  @property() today = '';
  /** Address of a list in the format `obligee-feed.schema.json`, shown instead of the API's; needs no API. */
  @property({attribute: 'feed-src'}) feedSrc = '';

  @state() private words = '';
  @state() private kind: DirectoryFilter['kind'] = '';
  @state() private selectedCode = '';
  @state() private shown = PAGE_SIZE;

  #announcer = new Announcer(this);
  #saidCount = '';
  #typing: ReturnType<typeof setTimeout> | undefined;

  readonly #directory = new Directory();

  #loading = new Task(this, {
    args: () => [this.source, this.feedSrc, this.attempt] as const,
    task: async ([source, feedSrc], {signal}) => {
      if (!source && !feedSrc) return initialState;
      return this.#directory.load({source, feedSrc, send: this.fetch ?? source?.config.fetch}, signal);
    },
    onComplete: ({feed, failed}) => {
      if (failed) this.report(failed);
      else if (feed) emit(this, 'surety-feed-read', {shown: feed.obligees.length, problems: feed.problems});
    },
    onError: thrown => this.report(thrown),
  });

  readonly #others: OtherBodies = new OtherBodies(this, {
    client: () => this.client(),
    source: () => this.source,
    search: () => ({q: this.words.trim(), prefecture: fullPrefecture(this.prefecture)}),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#loading);
    new RefreshOnReturn(this);
  }

  protected override get needsApi() {
    return !this.feedSrc;
  }

  /** Goes to the search field. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('#words')?.focus(options);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('words') || changed.has('kind') || changed.has('prefecture')) this.shown = PAGE_SIZE;
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}
      <div class="directory">
        <h2>${msg('電子保証対応の発注者')}</h2>
        ${this.#loading.render({
          initial: renderLoading,
          pending: () => this.#renderKept() ?? renderLoading(),
          complete: content => this.#renderContent(content),
          error: thrown => this.renderFailure(thrown),
        })}
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    const count = this.renderRoot.querySelector('.count')?.textContent ?? '';
    if (this.#saidCount && count && count !== this.#saidCount) this.#announceLater(count);
    this.#saidCount = count || this.#saidCount;
  }

  /** What stands there while the same list is asked for anew: reading goes on undisturbed. */
  #renderKept() {
    const kept = this.#directory.keptFor({source: this.source, feedSrc: this.feedSrc});
    return kept && this.#renderContent(kept);
  }

  #renderContent({entries, feed, report, failed}: DirectoryContent) {
    return html`${failed ? staleNotice(failed, () => this.reload()) : nothing}
    ${feed && report ? report(feed, () => this.reload()) : nothing}
    ${feed?.problems.length && !entries.length ? nothing : this.#renderDirectory(entries, feed)}`;
  }

  #renderDirectory(entries: readonly IndexEntry[], feed?: ReadFeed) {
    if (!entries.length)
      return html`<slot name="empty">${empty(msg('一覧に発注者はまだありません。'))}</slot>`;
    const filter = this.#filter;
    const found = filterObligees(entries, filter);
    const {kind} = filter;
    const openCount = kind ? found.filter(obligee => takesKind(obligee, kind) === undefined).length : 0;
    const isNarrowed = Boolean(filter.words || filter.prefecture || kind);
    return html`<p class="lead">
        ${msg('各発注者の案内をもとにした一覧です。お申込みの前に、発注者の案内で最新の内容をご確認ください。')}
        ${feed ? feedSource(feed) : nothing}
      </p>
      ${searchForm(filter, entries, this.#search)}
      ${countLine(countText(found.length, openCount), isNarrowed, this.#search)}
      ${found.length ? this.#renderGroups(found.slice(0, this.shown)) : renderNothingFound()}
      ${found.length > this.shown ? this.#renderMore(found) : nothing}
      ${this.#others.render(entries, {
        selectedCode: this.selectedCode,
        select: body => this.#select(body),
      })}`;
  }

  #renderGroups(found: readonly Obligee[]) {
    const context: EntryContext = {
      today: this.today || todayInJapan(),
      selectedCode: this.selectedCode,
      select: obligee => this.#select(obligee),
    };
    return groupByPrefecture(found).map(
      ({prefecture, obligees}) =>
        html`<section class="prefecture">
          <h3>${prefecture}</h3>
          <ul role="list">
            ${obligees.map(obligee => obligeeEntry(obligee, context))}
          </ul>
        </section>`,
    );
  }

  #renderMore(found: readonly Obligee[]) {
    return html`<p class="more no-print">
      <button type="button" part="more" data-more @click=${() => this.#showMore(found[this.shown])}>
        ${msg(str`さらに表示（残り${found.length - this.shown}件）`)}
      </button>
    </p>`;
  }

  get #filter(): DirectoryFilter {
    return {words: this.words.trim(), prefecture: fullPrefecture(this.prefecture), kind: this.kind};
  }

  #search: SearchActions = {
    change: ({words = this.words, prefecture = this.prefecture, kind = this.kind}) => {
      Object.assign(this, {words, prefecture, kind});
    },
    clear: () => {
      Object.assign(this, {words: '', prefecture: '', kind: ''});
      this.focus(); // the button that was pressed goes away
    },
  };

  #select({code, name}: Pick<Obligee, 'code' | 'name'>) {
    this.selectedCode = code;
    this.#announcer.announce(msg(str`${name}を選びました。`));
    emit(this, 'surety-obligee-select', {code, name});
  }

  /** The reader goes on at the first of the new ones. */
  async #showMore(first: Obligee | undefined) {
    this.shown += PAGE_SIZE;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-code="${CSS.escape(first?.code ?? '')}"]`)?.focus();
  }

  #announceLater(text: string) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#announcer.announce(text), TYPING_MS);
  }
}

const renderLoading = () => html`<slot name="loading">${loading()}</slot>`;

/** That an obligee is not listed does not mean that it takes no electronic guarantee. */
const renderNothingFound = () =>
  empty(
    msg('条件に合う発注者は一覧にありません。'),
    msg('一覧にない発注者も、電子保証に対応している場合があります。発注者にご確認ください。'),
  );

declare global {
  interface HTMLElementTagNameMap {
    'surety-obligee-directory': SuretyObligeeDirectory;
  }
}
