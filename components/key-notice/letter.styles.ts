import {css, type CSSResult} from 'lit';
import {sheetStyles} from '../ui/sheet.styles.js';

const letter = css`
  .letter {
    gap: 1.25em;
    max-width: 44em;
    line-height: 1.8;
  }
  .letter-date,
  .letter-sender {
    text-align: end;
  }
  .letter-addressee {
    font-size: 1.125em;
  }
  .letter-title {
    padding-block: 0.5em;
    font-size: 1.25em;
    text-align: center;
    text-wrap: balance;
  }
  .letter-body p,
  .letter-request {
    text-align: justify;
    text-indent: 1em;
  }
  .letter-ways {
    padding-inline-start: 2em;
  }
  .letter-or {
    padding-inline-start: 1em;
  }
  .letter-below {
    text-align: center;
    font-size: 1.0625em;
  }
  .letter-facts > div {
    display: grid;
    padding: 0.5em 0.5em;
    border-block-end: 1px solid var(--_sheet-line);
  }
  .letter-facts > div:first-child {
    border-block-start: 1px solid var(--_sheet-line);
  }
  .letter-facts dd {
    min-width: 0;
  }
  .letter-facts .code {
    font-size: 1.125em;
  }
  .letter-obligee {
    display: grid;
    gap: 0.25em;
    padding: 0.75em 1em;
    border: 1px solid var(--_sheet-line);
  }
  .letter-code {
    width: fit-content;
    margin: 0.5em auto 0;
    text-align: center;
    font-size: 0.75em;
  }
  .letter-code svg {
    display: block;
    width: 7.5em;
    margin-inline: auto;
    fill: #000;
    forced-color-adjust: none;
    background: #fff;
  }
  .letter-obligee h4 {
    font-size: 1em;
    font-weight: 400;
  }
  @container (min-width: 36em) {
    .letter {
      gap: 1.5em;
    }
    .letter-facts > div {
      grid-template-columns: 12em 1fr;
      align-items: baseline;
      gap: 0 1em;
    }
    .letter-obligee {
      grid-template-columns: 1fr auto;
      column-gap: 1.5em;
    }
    .letter-code {
      grid-area: 1 / 2 / span 3;
      align-self: center;
      margin: 0;
    }
    .letter-facts small {
      display: block;
    }
    .letter .key {
      font-size: 1.75em;
    }
  }
  @media print {
    .letter {
      gap: 1em;
      max-width: none;
      line-height: 1.7;
    }
    .letter[data-long] {
      gap: 0.75em;
      font-size: 9.5pt;
    }
    .letter[data-long] dd,
    .letter[data-long] .letter-addressee {
      line-height: 1.45;
    }
    .letter .key {
      font-size: 20pt;
    }
  }
`;

/** A letter on a sheet of paper, on the screen as on A4. */
export const letterStyles: CSSResult[] = [sheetStyles, letter];
