import {css} from 'lit';

/** The list of many notices; a table on a wide screen, cards on a narrow one. */
export const batchStyles = css`
  .batch-view {
    display: grid;
    gap: 1.25em;
    min-width: 0;
  }
  .progress {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0.5em 1em;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface-info);
  }
  .progress p {
    font-variant-numeric: tabular-nums;
  }
  .progress progress,
  .progress .countdown {
    grid-column: 1;
    width: 100%;
  }
  .progress button {
    grid-row: 1 / span 2;
    grid-column: 2;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2em;
  }
  .counts > div {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
  }
  .counts dd {
    font-size: 1.25em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  table.batch :is(td, th) {
    vertical-align: top;
  }
  table.batch th[scope='row'] span,
  table.batch .works span {
    display: block;
  }
  table.batch .visually-hidden {
    display: inline;
  }
  table.batch .works {
    width: 38%;
  }
  table.batch.ruled :is(td, th) {
    padding-inline: 0.75em;
  }
  table.batch th[scope='row'] .code {
    font-weight: 700;
    white-space: nowrap;
  }
  .file {
    max-width: 22em;
    color: var(--_text-muted);
    font-size: 0.875em;
    line-break: anywhere;
  }
  td.amount,
  th.amount {
    text-align: end !important;
    white-space: nowrap;
  }
  table.batch td.open {
    text-align: end;
  }
  .key-form {
    margin-block-start: 0.5em;
  }
  .key-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .key-line input {
    width: 13em;
  }
  @container (max-width: 47.99em) {
    table.batch .works {
      width: auto;
    }
    table.batch,
    table.batch tbody {
      display: block;
    }
    table.batch thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table.batch tr {
      display: grid;
      gap: 0.35em;
      margin-block-end: 0.75em;
      padding: 0.75em 1em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    table.batch.ruled :is(td, th) {
      padding: 0;
      border: 0;
      text-align: start !important;
    }
    table.batch td:empty {
      display: none;
    }
    table.batch td.open button {
      width: 100%;
    }
    .actions button {
      width: 100%;
    }
  }
  @media print {
    table.batch tr {
      break-inside: avoid;
    }
    table.batch {
      font-size: 9pt;
    }
  }
`;
