import type {FetchedFeed} from '../../src/api/obligee-feed.js';
import {ConfigError, SuretyError} from '../../src/errors.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {Connection} from '../kernel/connection.js';
import {loadModule} from '../kernel/lazy-module.js';
import {indexObligees, type IndexEntry} from './directory-index.js';
import type {feedReport} from './feed-report.js';

/** Where obligees come from: a feed where one is named, else the API. */
export interface DirectorySource {
  source: Connection | undefined;
  feedSrc: string;
  /** Fetches a feed, also where there is no API. */
  send?: typeof fetch | undefined;
}

/** The obligees with their search texts, and where they come from. */
export interface DirectoryContent {
  readonly entries: readonly IndexEntry[];
  readonly feed?: FetchedFeed;
  /** Draws what is wrong in the feed; its code is fetched with it. */
  readonly report?: typeof feedReport;
  /** Why they could not be fetched again: older ones are shown. */
  readonly failed?: SuretyError;
}

interface Kept {
  readonly of: DirectorySource;
  readonly obligees: readonly Obligee[];
  readonly content: DirectoryContent;
}

/** Fetches obligees and keeps them: unchanged ones are not indexed again, and a failure takes nothing away. */
export class ObligeeLoader {
  #kept: Kept | undefined;

  /** Returns what was fetched from the same source before. */
  keptFor({source, feedSrc}: DirectorySource): DirectoryContent | undefined {
    const {of, content} = this.#kept ?? {};
    const isSame = of?.feedSrc === feedSrc && (feedSrc !== '' || of.source === source);
    return isSame ? content : undefined;
  }

  /** @throws {SuretyError} when nothing is there that could be shown instead. */
  async load(of: DirectorySource, signal: AbortSignal): Promise<DirectoryContent> {
    const known = this.keptFor(of);
    try {
      return this.#keep(of, known, await fetchFrom(of, known?.feed, signal));
    } catch (thrown) {
      const failed = SuretyError.from(thrown);
      if (!known || failed.code === 'aborted') throw failed;
      return {...known, failed};
    }
  }

  #keep(
    of: DirectorySource,
    known: DirectoryContent | undefined,
    {obligees, feed, report}: Fetched,
  ): DirectoryContent {
    if (known && this.#kept?.obligees === obligees) return known;
    const content = {entries: indexObligees(obligees), ...(feed && {feed}), ...(report && {report})};
    this.#kept = {of, obligees, content};
    return content;
  }
}

interface Fetched {
  obligees: readonly Obligee[];
  feed?: FetchedFeed;
  report?: typeof feedReport;
}

async function fetchFrom(
  {source, feedSrc, send}: DirectorySource,
  known: FetchedFeed | undefined,
  signal: AbortSignal,
): Promise<Fetched> {
  if (!feedSrc) {
    const client = await source?.client();
    return {obligees: (await client?.listObligees({}, {signal}))?.items ?? []};
  }
  const url = addressOf(feedSrc);
  const [{fetchObligeeFeed}, {feedReport: report}] = await loadModule(
    Promise.all([import('../../src/api/obligee-feed.js'), import('./feed-report.js')]),
  );
  const feed = await fetchObligeeFeed(url, {send, known, signal});
  if (known && isUnreadable(feed)) throw new SuretyError('bad-response', 'The new list cannot be read.');
  return {obligees: feed.obligees, feed, report};
}

/** Tells whether nothing of a feed can be shown; an older one is better than that. */
const isUnreadable = ({obligees, problems}: FetchedFeed) => problems.length > 0 && obligees.length === 0;

function addressOf(feedSrc: string): string {
  const url = URL.canParse(feedSrc, document.baseURI) ? new URL(feedSrc, document.baseURI) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username) return url.href;
  throw new ConfigError({setting: 'feed-src', found: feedSrc});
}
