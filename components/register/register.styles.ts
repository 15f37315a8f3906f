import {css} from 'lit';

/** Cards on a narrow screen, a ruled table where it fits; the markup is the same. */
export const styles = css`
  section,
  .list,
  .paper form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    min-width: 0;
  }
  .paper {
    max-width: 48em;
  }
  .paper form {
    justify-items: start;
    gap: 1.75em;
  }
  .paper .field {
    width: 100%;
  }
  .choices-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10em), 14em));
    gap: 0.75em 1.25em;
  }
  .notices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    list-style: none;
  }
  .notices button {
    border-color: var(--_warning);
    background: var(--_surface-warning);
    color: var(--_text);
    font-weight: 400;
    text-align: start;
  }
  .notices button[aria-pressed='true'] {
    outline: 2px solid var(--_warning);
    outline-offset: 1px;
    font-weight: 700;
  }
  .tools,
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .entries,
  .entries tbody,
  .entries tr {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .entries {
    width: 100%;
    border-collapse: collapse;
  }
  .entries thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .entries tbody {
    gap: 1em;
  }
  .entries tr {
    gap: 0.5em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .entries th,
  .entries td {
    padding: 0;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .entries td[data-label]::before {
    content: attr(data-label);
    display: block;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .sub {
    display: block;
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .day,
  .entries .amount {
    white-space: nowrap;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
  }
  .acts button {
    padding-inline: 0.75em;
  }
  .after {
    display: flex;
    justify-content: center;
  }
  .certificate {
    gap: 1.5em;
  }
  @container (min-width: 56em) {
    .entries {
      display: table;
    }
    .entries thead {
      position: static;
      display: table-header-group;
      width: auto;
      height: auto;
      clip-path: none;
    }
    .entries tbody {
      display: table-row-group;
    }
    .entries tr {
      display: table-row;
    }
    .entries th,
    .entries td {
      padding: 0.75em 0.75em;
      border-block-end: 1px solid var(--_line);
    }
    .entries thead th {
      border-block-start: 1px solid var(--_line);
      background: var(--_surface-muted);
      font-size: 0.9375em;
      font-weight: 700;
      white-space: nowrap;
    }
    .entries td[data-label]::before {
      content: none;
    }
    .entries td.amount {
      text-align: end;
    }
    .entries td.acts {
      display: table-cell;
      width: 10.5em;
    }
    .acts button {
      width: 100%;
      white-space: nowrap;
    }
    .acts button + button {
      margin-block-start: 0.25em;
    }
    .entries .code {
      white-space: nowrap;
    }
  }
  @media print {
    .entries tr {
      break-inside: avoid;
    }
    .choices-row,
    .tools {
      display: none;
    }
  }
`;
