import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {Environment} from '../../src/config.js';
import {ConfigError, type SuretyError} from '../../src/errors.js';
import {configText} from '../../src/i18n/config-text.js';
import {errorText} from '../../src/i18n/error-text.js';

/** The button of a failure. */
export interface StateAction {
  label: string;
  act: () => void;
}

/** 「テスト環境」, so that nobody takes test data for real; nothing in production. */
export const environmentBanner = (environment: Environment): TemplateResult | typeof nothing =>
  environment === 'production'
    ? nothing
    : html`<p class="environment" part="environment">
        <strong>${msg('テスト環境')}</strong>
        <span>${msg('ここでの申込みや証書は、実際のものではありません。')}</span>
      </p>`;

/** Says that something is being fetched, and reserves its place. */
export const loading = (text = msg('読み込んでいます')): TemplateResult =>
  html`<div class="loading" part="loading" role="status">
    <span class="loading-mark" aria-hidden="true"></span><span>${text}</span>
  </div>`;

/** Says what went wrong; for wrong configuration also what the page's author has to write. */
export const failure = (error: SuretyError, action?: StateAction): TemplateResult =>
  html`<div class="notice" data-kind="error" part="error" role="alert">
    <p>${errorText(error.code)}</p>
    ${error instanceof ConfigError ? html`<p class="detail">${configText(error.problem)}</p>` : nothing}
    ${error.retryAfter ? html`<p class="detail">${msg('次にお試しいただけるまで')}: ${waitText(error.retryAfter)}</p>` : nothing}
    ${action ? html`<button part="button" type="button" class="secondary" @click=${action.act}>${action.label}</button>` : nothing}
  </div>`;

/** Says that there is nothing to show, and what to do about it. */
export const empty = (text: string, hint?: string): TemplateResult =>
  html`<div class="empty" part="empty">
    <p>${text}</p>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
  </div>`;

/** Returns seconds in words: 「45秒」, 「3分」. */
export const waitText = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)}${msg('秒')}` : `${Math.ceil(seconds / 60)}${msg('分')}`;
