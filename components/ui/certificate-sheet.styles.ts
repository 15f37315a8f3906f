import {css, type CSSResult} from 'lit';
import {sheetStyles} from './sheet.styles.js';

const certificate = css`
  /* The room that the outcome takes, so that the sheet below does not jump. */
  .notice[data-signature='checking'] {
    min-height: 9em;
  }
  @media (width < 30em) {
    .notice[data-signature='checking'] {
      min-height: 15em;
    }
  }
  .sheet {
    gap: 1.5em;
  }
  .sheet .hint,
  .sheet .gregorian,
  .sheet .spoken {
    color: var(--_sheet-muted);
    font-size: 0.875em;
  }
  .sheet time,
  .sheet .day,
  .sheet .amount,
  .sheet .line,
  .sheet .gregorian {
    display: inline-block;
  }
  .sheet .line {
    display: block;
  }
  .sheet-date {
    text-align: end;
  }
  .sheet-title {
    text-align: center;
    font-size: 1.5em;
    letter-spacing: 0.3em;
  }
  .sheet-product {
    display: inline-block;
    letter-spacing: 0.05em;
  }
  .sheet-revision {
    display: grid;
    gap: 0.25em;
    justify-items: center;
    text-align: center;
    margin-block-start: -0.75em;
  }
  .sheet-revision strong {
    font-size: 1.125em;
  }
  .sheet-facts {
    border: 1px solid var(--_sheet-line);
  }
  .sheet-facts > div {
    display: grid;
  }
  .sheet-facts > div + div {
    border-top: 1px solid var(--_sheet-line);
  }
  .sheet-facts dt {
    padding: 0.6em 0.75em 0.2em;
    font-size: 0.9375em;
  }
  .sheet-facts dd {
    min-width: 0;
    padding: 0 0.75em 0.7em;
  }
  .sheet-facts [data-changed] {
    box-shadow: inset 0.375em 0 0 #7a5c00;
  }
  .sheet .badge[data-kind] {
    color: #7a5c00;
  }
  .sheet [data-field='guaranteeAmount'] .amount {
    font-size: 1.25em;
    font-weight: 700;
  }
  .sheet-undertaking {
    text-align: justify;
  }
  .sheet-surety {
    display: grid;
    justify-self: end;
    font-style: normal;
  }
  .sheet-surety strong {
    font-size: 1.125em;
  }
  .sheet-branch {
    display: grid;
    gap: 0 1.5em;
  }
  .sheet-notes {
    display: grid;
    grid-template-columns: auto 1fr;
    padding-block-start: 1em;
    border-top: 1px solid var(--_sheet-line);
    color: var(--_sheet-muted);
    font-size: 0.875em;
  }
  .sheet-notes ol {
    padding-inline-start: 1.75em;
  }
  @container (min-width: 36em) {
    .sheet {
      gap: 2em;
    }
    .sheet-facts > div {
      grid-template-columns: 12em 1fr;
    }
    .sheet-facts dt,
    .sheet-facts dd {
      padding: 0.7em 1em;
    }
    .sheet-facts dt {
      border-inline-end: 1px solid var(--_sheet-line);
      background: #f5f6f8;
    }
    .sheet-branch {
      grid-template-columns: auto auto;
      justify-content: end;
    }
  }
  @media print {
    .sheet {
      gap: 1.25em;
      line-height: 1.5;
    }
    .sheet-facts > div {
      break-inside: avoid;
    }
    .sheet-facts dt {
      background: none;
    }
    .sheet-facts dt,
    .sheet-facts dd {
      padding: 0.45em 0.75em;
    }
  }
  @media (forced-colors: active) {
    .sheet,
    .sheet-facts,
    .sheet-facts > div + div {
      border-color: CanvasText;
    }
    .sheet-facts [data-changed] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** A certificate as a sheet of paper with ruled rows; the same on screen and on A4. */
export const certificateSheetStyles: CSSResult[] = [sheetStyles, certificate];
