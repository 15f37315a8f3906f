import {css, unsafeCSS} from 'lit';
import {tokens} from '../kernel/tokens.styles.js';

/**
 * What text inherits, for elements and for the provider's one line. Rules of the page for `*` or for the tag win over
 * `:host`, save over what is important here; a page that wants another look sets the tokens.
 */
export const inheritedText = (selector: ':host' | '.environment') => css`
  ${unsafeCSS(selector)} {
    color: var(--_text) !important;
    font: normal var(--_font-size) / var(--_line-height) var(--_font-family) !important;
    letter-spacing: 0.02em !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    white-space: normal !important;
    word-break: normal !important;
    overflow-wrap: anywhere !important;
  }
`;

/** 「テスト環境」. */
export const environmentStyles = css`
  .language {
    display: contents;
  }
  .environment {
    margin: 0 0 1em;
    padding: 0.5em 1em;
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_surface-warning);
  }
  .environment strong {
    margin-inline-end: 0.75em;
    color: var(--_warning);
  }
`;

/**
 * What every element starts from: nothing of the page leaks in but the size that the reader chose in the browser
 * (`medium`, so a page's `html{font-size:62.5%}` changes nothing) and the page's colour scheme.
 */
export const hostStyles = [
  tokens,
  environmentStyles,
  inheritedText(':host'),
  css`
    :host {
      all: initial;
      display: block;
      box-sizing: border-box;
      color-scheme: inherit;
      container-type: inline-size;
      -webkit-text-size-adjust: 100%;
    }
    :host([hidden]) {
      display: none;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    h2,
    h3,
    h4,
    p,
    ul,
    ol,
    dl,
    dd,
    figure,
    fieldset {
      margin: 0;
      padding: 0;
    }
    fieldset {
      min-width: 0;
      border: 0;
    }
    h2 {
      font-size: 1.5em;
      line-height: 1.4;
    }
    h3 {
      font-size: 1.25em;
      line-height: 1.5;
    }
    h4 {
      font-size: 1.0625em;
      line-height: 1.6;
    }
    a {
      color: var(--_link);
      text-underline-offset: 0.2em;
    }
    a:hover {
      text-decoration-thickness: 0.15em;
    }
    :focus-visible {
      outline: 0.25em solid var(--_focus);
      outline-offset: 0.125em;
      box-shadow: 0 0 0 0.125em var(--_focus-ring);
      border-radius: 0.25em;
      scroll-margin-block: var(--_scroll-margin) 2em;
    }
    /* Headings take the focus when a step changes, but there is nothing to operate. */
    :is(h2, h3, h4):focus-visible {
      outline: 0;
      box-shadow: none;
    }
    .hint,
    .detail {
      color: var(--_text-muted);
      font-size: 0.9375em;
    }
    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .empty {
      padding: calc(2.5em * var(--_space)) 1em;
      border: 1px dashed var(--_line);
      border-radius: var(--_radius);
      text-align: center;
    }
    .loading {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 0.75em;
      min-height: 10em;
      color: var(--_text-muted);
    }
    .loading-mark {
      width: 1.5em;
      height: 1.5em;
      border: 0.2em solid var(--_line);
      border-top-color: var(--_primary);
      border-radius: 50%;
      animation: turn 1s linear infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
    .notice {
      display: grid;
      justify-items: start;
      gap: 0.5em;
      padding: calc(1em * var(--_space)) calc(1.25em * var(--_space));
      border: 1px solid var(--_line);
      border-inline-start: 0.375em solid var(--_primary);
      border-radius: var(--_radius);
      background: var(--_surface-info);
    }
    .notice[data-kind='error'] {
      border-inline-start-color: var(--_error);
      background: var(--_surface-error);
    }
    .notice[data-kind='warning'] {
      border-inline-start-color: var(--_warning);
      background: var(--_surface-warning);
    }
    .notice[data-kind='success'] {
      border-inline-start-color: var(--_success);
      background: var(--_surface-success);
    }
    .badge {
      display: inline-block;
      padding: 0 0.6em;
      border: 1px solid currentColor;
      border-radius: 0.25em;
      font-size: 0.875em;
      line-height: 1.7;
      white-space: nowrap;
    }
    .badge[data-kind='good'] {
      color: var(--_success);
    }
    .badge[data-kind='warning'] {
      color: var(--_warning);
    }
    .badge[data-kind='bad'] {
      color: var(--_error);
    }
    .amount,
    .code {
      font-variant-numeric: tabular-nums lining-nums;
    }
    .code {
      font-family: var(--_font-family-mono);
      letter-spacing: 0.1em;
    }
    @media (prefers-reduced-motion: reduce) {
      .loading-mark {
        animation: none;
      }
    }
    @media print {
      :host {
        --_text: #000;
      }
      button,
      .no-print {
        display: none !important;
      }
    }
  `,
];

/** Buttons, in three weights: what one came for (`primary`), the other way (`secondary`), and a quiet one (`plain`). */
export const buttonStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--_button-height);
    min-width: var(--_button-height);
    padding: calc(0.4em * var(--_space)) calc(1.25em * var(--_space));
    border: var(--_border-width) solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_primary);
    font: inherit;
    font-weight: 700;
    line-height: 1.4;
    letter-spacing: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  button.primary,
  .button.primary {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    padding-inline: 0.5em;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button[aria-disabled='true'] {
    cursor: progress;
  }
  @media (hover: hover) {
    button:hover,
    .button:hover {
      border-color: var(--_primary-strong);
      color: var(--_primary-strong);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    button.primary:hover,
    .button.primary:hover {
      background: var(--_primary-strong);
      color: var(--_on-primary);
    }
  }
  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonText;
    }
  }
`;
