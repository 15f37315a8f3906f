import {consume, ContextRoot} from '@lit/context';
import {msg, updateWhenLocaleChanges} from '@lit/localize';
import {html, isServer, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {SuretyClient} from '../../src/api/client.js';
import {
  configured,
  type Environment,
  type GetToken,
  type MockScenario,
  type SuretyOptions,
} from '../../src/config.js';
import {SuretyError} from '../../src/errors.js';
import {connect, providedContext, type Connection, type MockRole, type Provided} from './connection.js';
import {ContrastGuard} from './contrast-guard.js';
import {tagOf} from './define.js';
import {emit} from './events.js';
import {ExternalLinks} from './external-links.js';
import {inLanguage, isLanguageLoading, speak} from './language.js';
import {ReadyController} from './ready-controller.js';
import {isServerDrawn} from './server-drawn.js';
import {environmentBanner, failure, loading} from './states.js';
import {TranslationGuard} from './translation-guard.js';

/** What a part of an element (a controller, a panel) needs of it: the API, its announcements and its failure events. */
export interface ElementServices {
  client(): Promise<SuretyClient>;
  /** Says something to screen readers. */
  announce(text: string): void;
  /** Fires `surety-error`, unless the failure is an abort, and returns the failure as a `SuretyError`. */
  report(thrown: unknown): SuretyError;
}

let root: ContextRoot | undefined;

/** Remembers who asked before the code of its provider had arrived, and asks again for it. */
function waitForLateProviders() {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}

/** Whether a provider around the element is in the page, but its code is not. */
function isAwaitingProvider(element: Element, tag: string): boolean {
  if (element.closest(`${tag}:not(:defined)`)) return true;
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host ? isAwaitingProvider(host, tag) : false;
}

/**
 * What every element that talks to the API has in common: where the API is, and how to try again.
 * Options of the element win over those of `surety-provider`, which win over `configure()`.
 */
export abstract class SuretyElement extends LitElement {
  /** Address of the API with its version, e.g. `https://api.example.jp/v1`. */
  @property({attribute: 'api-base'}) apiBase: string | undefined;
  /** `production`, `sandbox` or `mock`; the last two show 「テスト環境」. */
  @property() environment: Environment | undefined;
  /** What `environment="mock"` plays: `slow`, `expired-token`, `503`, `empty` or `many`. */
  @property() scenario: MockScenario | undefined;
  /** Hands out a token of the signed-in person; only as a property. */
  @property({attribute: false}) getToken: GetToken | undefined;
  /** Replaces `fetch` for all calls; only as a property. */
  @property({attribute: false}) fetch: typeof fetch | undefined;

  /** @internal */
  @consume({context: providedContext, subscribe: true})
  @state()
  protected provided: Provided | undefined;

  /** Counts up with each `reload()`; tasks take it as an argument. @internal */
  @state() protected attempt = 0;

  #own: {options: SuretyOptions; above: Provided | undefined; connection: Connection} | undefined;

  /** Whom the element acts for in `environment="mock"`. */
  protected get mockRole(): MockRole {
    return 'contractor';
  }

  /** False for an element that has another source than the API; then no address of one is no fault. */
  protected get needsApi(): boolean {
    return true;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The first update draws what the server has drawn: the place. */
  #isServerDrawn = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new TranslationGuard(this);
    new ExternalLinks(this);
    new ContrastGuard(this, () => this.source?.config.environment);
    new ReadyController(this, () => [
      this.attempt,
      this.provided,
      this.apiBase,
      this.environment,
      this.scenario,
    ]);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && value) void speak(value, undefined);
  }

  override connectedCallback(): void {
    waitForLateProviders(); // before the first request for a context
    const {lang, messages} = configured();
    if (lang || messages) void speak(this.lang || lang, messages);
    if (!this.hasUpdated && isServerDrawn(this)) void this.#takeOver();
    super.connectedCallback();
  }

  async #takeOver(): Promise<void> {
    this.#isServerDrawn = true;
    await this.updateComplete;
    this.#isServerDrawn = false;
    this.requestUpdate();
  }

  /** Fetches everything anew, e.g. after the person has signed in again. */
  reload(): void {
    this.attempt += 1;
  }

  /**
   * The API, loaded when first needed.
   * @throws {SuretyError} `config` or `asset-load`.
   */
  protected async client(): Promise<SuretyClient> {
    return this.connection.client();
  }

  /** What tasks depend on: a new object when the configuration changed, nothing while it cannot be used. */
  protected get source(): Connection | undefined {
    if (this.#isEarly) return undefined;
    try {
      return this.connection;
    } catch {
      return undefined; // render() shows the reason
    }
  }

  /** The connection in force; the provider's own where the element adds nothing. */
  protected get connection(): Connection {
    const {apiBase, environment, scenario, getToken, fetch, provided} = this;
    const options: SuretyOptions = {apiBase, environment, scenario, getToken, fetch};
    const isBare = Object.values(options).every(value => value === undefined);
    if (provided && isBare && this.mockRole === 'contractor') return provided.connect();
    if (!this.#own || this.#own.above !== provided || !isSame(this.#own.options, options)) {
      const sources = [options, ...(provided ? [provided.options] : [])];
      this.#own = {options, above: provided, connection: connect(sources, this.mockRole)};
    }
    return this.#own.connection;
  }

  /** Tells the page about a failure, and that it has to sign the person in again where that is the reason. */
  protected report(thrown: unknown): SuretyError {
    const error = SuretyError.from(thrown);
    if (error.code === 'aborted') return error;
    emit(this, 'surety-error', {error});
    if (error.code === 'unauthorized') emit(this, 'surety-auth-required', {error});
    return error;
  }

  /** True until the provider around it is there: what it will hand down may not be missed. A server only keeps the place. */
  get #isEarly(): boolean {
    return isServer || (!this.provided && isAwaitingProvider(this, tagOf(this, 'provider')));
  }

  protected override render(): unknown {
    if (this.#isServerDrawn || this.#isEarly || isLanguageLoading()) return loading();
    let connection: Connection | undefined;
    try {
      connection = this.connection;
    } catch (thrown) {
      if (this.needsApi) return failure(SuretyError.from(thrown));
    }
    const root = this.getRootNode();
    const isNested = root instanceof ShadowRoot && root.host instanceof SuretyElement; // its host says it already
    const isAlone = !this.provided && !isNested;
    const banner = isAlone && connection ? environmentBanner(connection.config.environment) : nothing;
    return inLanguage(this, html`${banner}${this.renderContent()}`);
  }

  /** What the element shows once it knows where the API is. */
  protected abstract renderContent(): unknown;

  /** The failure of a task in words, with a way to try again. */
  protected renderFailure(thrown: unknown): TemplateResult {
    return html`<slot name="error">
      ${failure(SuretyError.from(thrown), {label: msg('もう一度読み込む'), act: () => this.reload()})}
    </slot>`;
  }
}

const isSame = (one: SuretyOptions, other: SuretyOptions) =>
  (['apiBase', 'environment', 'scenario', 'getToken', 'fetch'] as const).every(
    key => one[key] === other[key],
  );
