import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {isJapanese} from '../../src/i18n/format.js';

/** Returns the `lang` of words that are Japanese in every language; nothing where the whole page is. */
export const japaneseLang = (): 'ja' | typeof nothing => (isJapanese() ? nothing : 'ja');

/** Draws the obligee's own words: Japanese in every language, and read out as such. */
export const published = (text: string): TemplateResult => html`<span lang=${japaneseLang()}>${text}</span>`;

/** Tells a reader of another language that what follows is the obligee's original text. */
export const publishedNote = (): TemplateResult | typeof nothing =>
  isJapanese() ? nothing : html`<span class="hint">${msg('発注者の案内の原文（日本語）')}</span>`;
