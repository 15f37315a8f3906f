import {msg, str} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {dayInJapan} from '../../src/domain/instant.js';
import {dayText} from '../../src/i18n/format.js';
import type {ReadFeed} from '../../src/api/obligee-feed.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {emit} from '../kernel/events.js';
import {empty, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {Announcer} from '../ui/announcer.js';
import {factsStyles} from '../ui/facts.styles.js';
import {buttonStyles} from '../ui/button.styles.js';
import {fieldStyles} from '../ui/field.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {ListController} from '../ui/list-controller.js';
import {moreButton, staleNotice} from '../ui/list-view.js';
import {obligeeRuleStyles} from '../ui/obligee-rule.styles.js';
import {
  groupByPrefecture,
  pageOfObligees,
  type DirectoryPage,
  type DirectoryQuery,
} from './directory-index.js';
import {styles} from './obligee-directory.styles.js';
import {obligeeEntry, type EntryContext} from './obligee-entry.js';
import {ObligeeLoader, type DirectoryContent} from './obligee-loader.js';
import {fullPrefecture} from './prefectures.js';
import {countLine, countText, searchForm} from './search-form.js';
import {UnlistedBodies} from './unlisted-bodies.js';

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

  @state() private selectedCode = '';

  #announcer = new Announcer(this);
  readonly #loader = new ObligeeLoader();

  /** Fetches the obligees; the list below searches those that are there. */
  #fetching = new Task(this, {
    args: () => [this.source, this.feedSrc, this.attempt] as const,
    task: async ([source, feedSrc], {signal}) => {
      if (!source && !feedSrc) return initialState;
      return this.#loader.load({source, feedSrc, send: this.fetch ?? source?.config.fetch}, signal);
    },
    onComplete: ({feed, failed}) => {
      if (failed) this.report(failed);
      else if (feed) emit(this, 'surety-feed-read', {shown: feed.obligees.length, problems: feed.problems});
    },
  });

  readonly #list: ListController<DirectoryQuery, DirectoryPage> = new ListController<
    DirectoryQuery,
    DirectoryPage
  >(this, {
    query: {words: '', prefecture: '', kind: ''},
    source: {
      load: async (query, {cursor}) => {
        const {entries} = this.#content ?? (await this.#fetching.taskComplete);
        return pageOfObligees(entries, query, cursor);
      },
      keyOf: ({code}) => code,
    },
    dependsOn: () => {
      const origin = this.feedSrc || this.source;
      return origin ? [origin, this.#content?.entries, this.attempt] : undefined;
    },
    describe: countText,
    announce: text => this.#announcer.announce(text),
    report: thrown => this.report(thrown),
  });

  readonly #unlisted: UnlistedBodies = new UnlistedBodies(
    this,
    () => this.client(),
    () => ({source: this.source, ...this.#list.query}),
  );

  constructor() {
    super();
    abortOnLeave(this, this.#fetching);
  }

  protected override get needsApi() {
    return !this.feedSrc;
  }

  /** Goes to the search field. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('#words')?.focus(options);
  }

  protected override willUpdate() {
    const prefecture = fullPrefecture(this.prefecture);
    if (prefecture !== this.#list.query.prefecture) this.#list.change({prefecture});
  }

  /** The obligees that were fetched; while they are fetched again, those that were there before. */
  get #content(): DirectoryContent | undefined {
    return this.#fetching.status === TaskStatus.COMPLETE
      ? this.#fetching.value
      : this.#loader.keptFor({source: this.source, feedSrc: this.feedSrc});
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}
      <div class="directory">
        <h2>${msg('電子保証対応の発注者')}</h2>
        ${this.#renderResult()}
      </div>`;
  }

  #renderResult() {
    const {page, error} = this.#list;
    if (error) return this.renderFailure(error);
    const content = this.#content;
    if (!content || !page) return html`<slot name="loading">${loading()}</slot>`;
    const {entries, feed, report, failed} = content;
    return html`${failed ? staleNotice(failed, () => this.reload()) : nothing}
    ${feed && report ? report(feed, () => this.reload()) : nothing}
    ${feed?.problems.length && !entries.length ? nothing : this.#renderDirectory(content, page)}`;
  }

  #renderDirectory({entries, feed}: DirectoryContent, page: DirectoryPage) {
    if (!entries.length)
      return html`<slot name="empty">${empty(msg('一覧に発注者はまだありません。'))}</slot>`;
    const {words, prefecture, kind} = this.#list.query;
    const rest = page.total - page.items.length;
    return html`<p class="lead">
        ${msg('各発注者の案内をもとにした一覧です。お申込みの前に、発注者の案内で最新の内容をご確認ください。')}
        ${feed ? feedOrigin(feed) : nothing}
      </p>
      ${searchForm(this.#list, entries, chosen => (this.prefecture = chosen))}
      ${countLine(page, Boolean(words || prefecture || kind), this.#handleClear)}
      ${page.items.length ? this.#renderGroups(page.items) : renderNothingFound()}
      ${moreButton(this, this.#list, {label: msg(str`さらに表示（残り${rest}件）`), focusRow: this.#focusRow})}
      ${this.#unlisted.render(entries, {
        selectedCode: this.selectedCode,
        select: body => this.#select(body),
      })}`;
  }

  #renderGroups(found: readonly Obligee[]) {
    const context: EntryContext = {
      today: this.today || dayInJapan(new Date()),
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

  #handleClear = () => {
    this.prefecture = '';
    this.#list.change({words: '', kind: ''});
    this.focus(); // the button that was pressed goes away
  };

  #focusRow = (index: number) => {
    const code = this.#list.page?.items[index]?.code ?? '';
    this.renderRoot.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus();
  };

  #select({code, name}: Pick<Obligee, 'code' | 'name'>) {
    this.selectedCode = code;
    this.#announcer.announce(msg(str`${name}を選びました。`));
    emit(this, 'surety-obligee-select', {code, name});
  }
}

/** Says who publishes the list, and when it was last checked. */
function feedOrigin({publisher, updatedOn}: ReadFeed): TemplateResult | typeof nothing {
  if (!publisher && !updatedOn) return nothing;
  const day = updatedOn ? msg(str`${dayText(updatedOn)}現在`) : '';
  return html`<span class="hint feed-source">
    ${publisher ? msg(str`一覧の公開：${publisher}`) : nothing} ${day}
  </span>`;
}

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
