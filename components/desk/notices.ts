import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import type {Place} from './place.js';

/** The address led nowhere. */
export const lostNotice = (): TemplateResult =>
  html`<p class="notice" data-kind="warning">
    ${msg('開こうとした画面は見つかりませんでした。ホームを表示しています。')}
  </p>`;

/** An application was left with text in it. */
export const leftNotice = (left: Place, goTo: (place: Place) => void): TemplateResult =>
  html`<div class="notice left no-print">
    <p>${msg('書きかけの申込は残っています。')}</p>
    <button part="button" type="button" @click=${() => goTo(left)}>${msg('続きを入力する')}</button>
  </div>`;
