import {css, html, type TemplateResult} from 'lit';
import {spellKey} from '../../src/i18n/key-spelling.js';

/**
 * Draws 認証キー in groups of four, made by margins alone: without white space in between, a copy has its 12 characters.
 * Digits are told from letters by a line below.
 */
export const keyText = (key: string): TemplateResult =>
  html`<span class="key" part="key" translate="no" lang="en"
    >${(key.match(/.{1,4}/g) ?? []).map(
      group => html`<span class="key-group">${[...group].map(renderSign)}</span>`,
    )}</span
  >`;

const renderSign = (sign: string) => (/\d/.test(sign) ? html`<span class="digit">${sign}</span>` : sign);

/** Draws how the key is spelled, character by character: 「大文字ゼット」「数字の2」… */
export const keySpelling = (key: string): TemplateResult =>
  html`<ol class="spelling" translate="no">
    ${spellKey(key).map(
      ({sign, spoken}) =>
        html`<li><span class="sign" aria-hidden="true">${sign}</span><span>${spoken}</span></li>`,
    )}
  </ol>`;

/** Styles of `keyText` and `keySpelling`. */
export const keyTextStyles = css`
  .key {
    display: inline-block;
    font-family: var(--_font-family-mono);
    font-size: 1.5em;
    font-weight: 700;
    font-variant-numeric: slashed-zero;
    line-height: 1.6;
    letter-spacing: 0.1em;
    user-select: all;
    -webkit-user-select: all;
  }
  .key-group {
    display: inline;
    white-space: nowrap;
  }
  .key-group + .key-group {
    margin-inline-start: 0.4em;
  }
  .key .digit {
    text-decoration: underline dotted 0.06em;
    text-underline-offset: 0.25em;
  }
  .spelling {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11em, 1fr));
    gap: 0.25em 1em;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: sign;
  }
  .spelling li {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    counter-increment: sign;
  }
  .spelling li::before {
    content: counter(sign);
    width: 1.5em;
    color: var(--_text-muted);
    font-size: 0.8125em;
    text-align: end;
  }
  .spelling .sign {
    width: 1em;
    font-family: var(--_font-family-mono);
    font-weight: 700;
    font-variant-numeric: slashed-zero;
  }
`;
