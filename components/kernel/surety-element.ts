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
import {inPageLanguage, isLanguageLoading, setPageLanguage} from './language.js';
import {ReadyController} from './ready-controller.js';
import {isServerRendered} from './server-rendered.js';
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

let contextRoot: ContextRoot | undefined;

/** Keeps requests for a context that come before the code of the provider, and repeats them when it has come. */
function attachContextRoot() {
  if (contextRoot) return;
  contextRoot = new ContextRoot();
  contextRoot.attach(document.documentElement);
}

/** Whether there is a provider around the element whose code has not been loaded yet. */
function hasUndefinedProvider(element: Element, tag: string): boolean {
  if (element.closest(`${tag}:not(:defined)`)) return true;
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host ? hasUndefinedProvider(host, tag) : false;
}

const optionNames = ['apiBase', 'environment', 'scenario', 'getToken', 'fetch'] as const;

/**
 * The base of every element that talks to the API: configuration, connection, failures and reload.
 * Options of the element win over those of `surety-provider`, which win over `configure()`.
 */
export abstract class SuretyElement extends LitElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

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

  /** The connection for options of the element's own, with what it was made from. */
  #ownConnection:
    {options: SuretyOptions; provided: Provided | undefined; connection: Connection} | undefined;
  /** Whether the next update hydrates the placeholder that the server has rendered. */
  #isHydrating = false;

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
    if (name === 'lang' && value) void setPageLanguage(value, undefined);
  }

  override connectedCallback(): void {
    attachContextRoot(); // before the first request for a context
    const {lang, messages} = configured();
    if (lang || messages) void setPageLanguage(this.lang || lang, messages);
    if (!this.hasUpdated && isServerRendered(this)) void this.#hydrate();
    super.connectedCallback();
  }

  /** Fetches everything anew, e.g. after the person has signed in again. */
  reload(): void {
    this.attempt += 1;
  }

  /** The account that the element acts for in `environment="mock"`. */
  protected get mockRole(): MockRole {
    return 'contractor';
  }

  /** False for an element that can have another source than the API; then a missing address is no failure. */
  protected get needsApi(): boolean {
    return true;
  }

  /**
   * The client of the API, loaded when it is first needed.
   * @throws {SuretyError} `config` or `asset-load`.
   */
  protected async client(): Promise<SuretyClient> {
    return this.connection.client();
  }

  /** What tasks depend on: a new object when the configuration has changed, undefined while it cannot be used. */
  protected get source(): Connection | undefined {
    if (this.#isWaiting) return undefined;
    try {
      return this.connection;
    } catch {
      return undefined; // render() shows the failure
    }
  }

  /**
   * The connection: the provider's where the element has no options of its own.
   * @throws {SuretyError} `config`.
   */
  protected get connection(): Connection {
    const {apiBase, environment, scenario, getToken, fetch, provided} = this;
    const options: SuretyOptions = {apiBase, environment, scenario, getToken, fetch};
    const hasOptions = optionNames.some(name => options[name] !== undefined);
    if (provided && !hasOptions && this.mockRole === 'contractor') return provided.connect();
    const own = this.#ownConnection;
    if (own && own.provided === provided && optionNames.every(name => own.options[name] === options[name]))
      return own.connection;
    const connection = connect([options, ...(provided ? [provided.options] : [])], this.mockRole);
    this.#ownConnection = {options, provided, connection};
    return connection;
  }

  /** Tells the page about a failure, and to sign the person in again where that is the reason. */
  protected report(thrown: unknown): SuretyError {
    const error = SuretyError.from(thrown);
    if (error.code === 'aborted') return error;
    emit(this, 'surety-error', {error});
    if (error.code === 'unauthorized') emit(this, 'surety-auth-required', {error});
    return error;
  }

  protected override render(): unknown {
    if (this.#isHydrating || this.#isWaiting || isLanguageLoading()) return loading();
    let connection: Connection | undefined;
    try {
      connection = this.connection;
    } catch (thrown) {
      if (this.needsApi) return failure(SuretyError.from(thrown));
    }
    return inPageLanguage(this, html`${this.#renderEnvironment(connection)}${this.renderContent()}`);
  }

  /** Draws the element once its configuration is known. */
  protected abstract renderContent(): unknown;

  /** The failure of a task in words, with a way to try again. */
  protected renderFailure(thrown: unknown): TemplateResult {
    return html`<slot name="error">
      ${failure(SuretyError.from(thrown), {label: msg('もう一度読み込む'), act: () => this.reload()})}
    </slot>`;
  }

  /** 「テスト環境」, unless the provider or the element around this one shows it. */
  #renderEnvironment(connection: Connection | undefined) {
    const root = this.getRootNode();
    const isNested = root instanceof ShadowRoot && root.host instanceof SuretyElement;
    const environment = connection?.config.environment;
    if (!environment || isNested || this.provided?.options.environment === environment) return nothing;
    return environmentBanner(environment);
  }

  /**
   * True until the provider around the element is defined: its options must not be missed. On a server always, where only a
   * placeholder is rendered.
   */
  get #isWaiting(): boolean {
    return isServer || (!this.provided && hasUndefinedProvider(this, tagOf(this, 'provider')));
  }

  async #hydrate(): Promise<void> {
    this.#isHydrating = true;
    await this.updateComplete;
    this.#isHydrating = false;
    this.requestUpdate();
  }
}
