import {ContextProvider} from '@lit/context';
import {localized} from '@lit/localize';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Environment, GetToken, MockScenario, SuretyOptions} from '../../src/config.js';
import type {Messages} from '../../src/i18n/locale.js';
import {connect, providedContext, type Connection} from '../kernel/connection.js';
import {setPageLanguage} from '../kernel/language.js';
import {isServerRendered} from '../kernel/server-rendered.js';
import {environmentBanner} from '../kernel/states.js';
import {styles} from './provider.styles.js';

const optionNames = ['apiBase', 'environment', 'scenario', 'getToken', 'fetch'] as const;

/**
 * Configures all elements inside it. It draws nothing of its own but 「テスト環境」.
 * @tagname surety-provider
 * The attribute `lang` (`ja`, `en`, `ja-simple`) is the language of all elements of the page.
 * @slot - The page's content, surety elements anywhere inside it.
 * @csspart environment - The line 「テスト環境」.
 */
@localized()
export class SuretyProvider extends LitElement {
  static override styles = [styles];

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

  /** A partner's own words and sentences, e.g. `{ja: {words: {発注者: '委託者'}}}`; they hold for the whole page. */
  @property({attribute: false}) messages: Messages | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  #provided = new ContextProvider(this, {context: providedContext});

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && value) void setPageLanguage(value, undefined);
  }

  override connectedCallback(): void {
    isServerRendered(this);
    super.connectedCallback();
  }

  /** Has all elements inside it fetch everything anew, e.g. after the person has signed in again; what was typed stays. */
  reload(): void {
    this.#provide();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (this.messages && changed.has('messages')) void setPageLanguage(this.lang, this.messages);
    if (!this.#provided.value || optionNames.some(name => changed.has(name))) this.#provide();
  }

  #provide() {
    const {apiBase, environment, scenario, getToken, fetch} = this;
    const options: SuretyOptions = {apiBase, environment, scenario, getToken, fetch};
    let connection: Connection | undefined;
    this.#provided.setValue({options, connect: () => (connection ??= connect([options], 'contractor'))});
  }

  protected override render() {
    return html`${this.environment ? environmentBanner(this.environment) : nothing}<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-provider': SuretyProvider;
  }
}
