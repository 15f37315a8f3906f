import {css} from 'lit';

/** Cards on a narrow screen, a ruled table where it fits; the markup is the same. */
export const styles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin-block-end: 1.5em;
    border-block-end: 1px solid var(--_line);
  }
  .tabs button {
    min-height: 3em;
    padding-inline: 1em;
    border: 0;
    border-block-end: 0.25em solid transparent;
    border-radius: 0;
    background: transparent;
    color: var(--_text);
    font-weight: 400;
  }
  .tabs button[aria-selected='true'] {
    border-block-end-color: var(--_primary);
    color: var(--_primary);
    font-weight: 700;
  }
  section {
    display: grid;
    gap: 1.25em;
    min-width: 0;
  }
  .search-row {
    display: flex;
    gap: 0.5em;
    width: min(100%, 34em);
  }
  .search .field {
    justify-items: stretch;
  }
  .search input {
    flex: 1;
    min-width: 0;
  }
  .search button {
    flex: none;
  }
  [aria-busy='true'] table {
    opacity: 0.6;
  }
  .count {
    margin-block-end: 0.5em;
    color: var(--_text-muted);
  }
  .after {
    margin-block-start: 1.25em;
    text-align: center;
  }
  table,
  tbody {
    display: block;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  tbody {
    border-top: 1px solid var(--_line);
  }
  tbody tr {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5em 1em;
    padding: 1em 0.25em;
    border-bottom: 1px solid var(--_line);
  }
  tbody tr[aria-current] {
    box-shadow: inset 0.25em 0 0 var(--_primary);
    background: var(--_surface-info);
    padding-inline-start: 0.75em;
  }
  tbody td,
  tbody th {
    display: block;
    min-width: 0;
    padding: 0;
    font-weight: inherit;
    text-align: start;
  }
  tbody th,
  [data-kind='names'],
  [data-kind='amount'] {
    grid-column: 1 / -1;
  }
  .label {
    display: block;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  [data-kind='action'] .label {
    display: none;
  }
  [data-kind='action'] button {
    width: 100%;
    padding-inline: 0.75em;
  }
  .obligee,
  .works {
    display: block;
  }
  .obligee {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .paper {
    display: block;
    margin-block-end: 0.25em;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  @container (min-width: 52em) {
    table {
      display: table;
    }
    thead {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
      display: table-header-group;
    }
    thead th:not([data-kind]) {
      text-align: start;
    }
    thead th {
      padding: 0.75em;
      border-block: 1px solid var(--_line);
      background: var(--_surface-muted);
      font-size: 0.9375em;
      white-space: nowrap;
    }
    tbody {
      display: table-row-group;
    }
    tbody tr {
      display: table-row;
    }
    tbody td,
    tbody th {
      display: table-cell;
      padding: 0.75em;
      border-bottom: 1px solid var(--_line);
      vertical-align: middle;
    }
    .label {
      display: none;
    }
    .code,
    [data-kind='time'],
    [data-kind='amount'] {
      white-space: nowrap;
    }
    [data-kind='amount'] {
      text-align: end;
    }
    [data-kind='names'] {
      width: 45%;
    }
    [data-kind='action'] {
      width: 6em;
    }
    [data-kind='action'] button {
      width: auto;
      white-space: nowrap;
    }
  }
  @media print {
    .tabs,
    .search,
    [data-kind='action'] {
      display: none;
    }
    tbody tr {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
    tbody tr[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
