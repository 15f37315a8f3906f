import {css} from 'lit';

/** A sheet of paper on the screen: dark on white in every colour scheme, without its frame on real paper. */
export const sheetStyles = css`
  .sheet {
    --_sheet-muted: #595959;
    --_sheet-line: #8a8a8d;
    display: grid;
    width: 100%;
    max-width: 48em;
    margin-inline: auto;
    padding: 1.5em 1em;
    border: 1px solid var(--_line);
    box-shadow: 0 0.25em 1em rgb(0 0 0 / 8%);
    background: #fff;
    color: #1a1a1c;
    color-scheme: light;
  }
  .sheet dt {
    color: var(--_sheet-muted);
  }
  @container (min-width: 36em) {
    .sheet {
      padding: 3em;
    }
  }
  @media print {
    .sheet {
      max-width: none;
      padding: 0;
      border: 0;
      box-shadow: none;
      font-size: 10.5pt;
      break-inside: avoid;
    }
  }
`;
