import {css, unsafeCSS} from 'lit';
import {tokens} from '../kernel/tokens.styles.js';
import {badgeStyles} from './badge.styles.js';
import {noticeStyles} from './notice.styles.js';
import {statesStyles} from './states.styles.js';

/**
 * What text inherits, for elements and for the provider's banner. Rules of the page for `*` or for the tag win over `:host` except
 * where they are important here; a page that wants another look sets the tokens.
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
 * The base of every element. Of the page only its colour scheme and visibility leak in, and of the browser the font size that the
 * reader chose: `medium`, so `html{font-size:62.5%}` of a page changes nothing.
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
      visibility: inherit;
      user-select: text;
      -webkit-user-select: text;
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
    /* In quirks mode tables would take colour and font from the body of the page. */
    table {
      color: inherit;
      font: inherit;
      text-align: inherit;
      white-space: inherit;
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
    blockquote,
    fieldset {
      margin: 0;
      padding: 0;
    }
    fieldset {
      min-width: 0;
      border: 0;
    }
    dt {
      color: var(--_text-muted);
    }
    blockquote {
      padding-inline-start: 1em;
      border-inline-start: 0.25em solid var(--_line);
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
    summary {
      color: var(--_link);
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    :focus-visible {
      outline: 0.25em solid var(--_focus);
      outline-offset: 0.125em;
      box-shadow: 0 0 0 0.125em var(--_focus-ring);
      border-radius: 0.25em;
      scroll-margin-block: var(--_scroll-margin) 2em;
    }
    /* Headings take the focus when a view or step changes, but there is nothing to operate. */
    :is(h2, h3, h4):focus-visible {
      outline: 0;
      box-shadow: none;
    }
    .hint,
    .detail {
      color: var(--_text-muted);
      font-size: 0.9375em;
    }
    .error {
      color: var(--_error);
      font-weight: 700;
    }
    .warning {
      color: var(--_warning);
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
    .amount,
    .code {
      font-variant-numeric: tabular-nums lining-nums;
    }
    .code {
      font-family: var(--_font-family-mono);
      letter-spacing: 0.1em;
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
  noticeStyles,
  badgeStyles,
  statesStyles,
];
