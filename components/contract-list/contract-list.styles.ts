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
  .tools,
  .chips,
  .chips ul,
  .export {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .tools {
    align-items: end;
  }
  .toggle::after {
    content: '';
    width: 0.5em;
    height: 0.5em;
    border: solid currentColor;
    border-width: 0 0.125em 0.125em 0;
    transform: translateY(-0.15em) rotate(45deg);
  }
  .toggle[aria-expanded='true']::after {
    transform: translateY(0.15em) rotate(225deg);
  }
  .sort-by {
    display: grid;
    flex: 0 1 14em;
    min-width: 0;
    font-size: 0.9375em;
  }
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-muted);
  }
  .filters[hidden] {
    display: none;
  }
  .filters .range,
  .filters .actions {
    display: grid;
    gap: 0.375em;
    justify-items: start;
  }
  .filters legend {
    padding: 0;
    font-weight: 700;
  }
  .filters .ends {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em 1.25em;
    width: 100%;
  }
  .filters .ends label {
    font-weight: 400;
  }
  .filters .field,
  .filters .affixed {
    width: 100%;
  }
  .filters #obligee {
    width: min(100%, 34em);
  }
  .chips ul {
    padding: 0;
    list-style: none;
  }
  .chip {
    padding-inline: 0.875em;
    border-radius: 1.4em;
    background: var(--_surface-info);
    font-weight: 400;
    text-align: start;
  }
  .cross {
    flex: none;
    width: 0.75em;
    height: 0.75em;
    background: currentColor;
    clip-path: polygon(
      14% 0,
      50% 36%,
      86% 0,
      100% 14%,
      64% 50%,
      100% 86%,
      86% 100%,
      50% 64%,
      14% 100%,
      0 86%,
      36% 50%,
      0 14%
    );
  }
  .print-only {
    display: none;
  }
  .export progress {
    flex: 1 1 10em;
    max-width: 20em;
    accent-color: var(--_primary);
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
  table {
    border-top: 1px solid var(--_line);
  }
  /* Bodies away from the screen are neither laid out nor painted; their height is remembered once it was seen. */
  tbody {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1000em;
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
  [data-kind='names'] {
    grid-column: 1 / -1;
  }
  .second {
    display: block;
    color: var(--_text-muted);
    font-size: 0.875em;
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
  /* Rows are grids of the same columns, for the size of a table's own rows cannot be contained. */
  @container (min-width: 30em) {
    .tools #csv {
      margin-inline-start: auto;
    }
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filters .wide {
      grid-column: 1 / -1;
    }
    .filters .ends {
      grid-template-columns: repeat(2, minmax(0, 16em));
    }
  }
  @container (min-width: 58em) {
    [data-list] {
      --_columns: 2.75em 4.25em 9.25em minmax(0, 1fr) 6.75em 9.25em 6.75em 5.75em;
    }
    [data-list='issues'] {
      --_columns: 2.75em 10em 4.25em 4.25em 9.25em minmax(0, 1fr) 6.75em;
    }
    thead {
      position: static;
      display: block;
      width: auto;
      height: auto;
      overflow: visible;
      clip-path: none;
    }
    thead tr,
    tbody tr {
      display: grid;
      grid-template-columns: var(--_columns);
      gap: 0 1em;
      padding-inline: 0.75em;
    }
    thead tr {
      align-items: center;
      background: var(--_surface-muted);
      border-block-end: 1px solid var(--_line);
    }
    thead th {
      display: block;
      min-width: 0;
      padding-block: 0.5em;
      font-size: 0.9375em;
      text-align: start;
    }
    thead th[data-kind='amount'] {
      text-align: end;
    }
    tbody {
      contain-intrinsic-block-size: auto 250em;
    }
    tbody tr {
      align-items: center;
      padding-block: 0.75em;
    }
    tbody tr[aria-current] {
      padding-inline-start: 0.75em;
    }
    tbody th,
    [data-kind='names'] {
      grid-column: auto;
    }
    .label {
      display: none;
    }
    .code,
    [data-kind='time'],
    [data-kind='days'],
    [data-kind='amount'] {
      white-space: nowrap;
    }
    tbody [data-kind='amount'] {
      text-align: end;
    }
    [data-kind='action'] button {
      width: auto;
      white-space: nowrap;
    }
  }
  .sort {
    display: flex;
    min-height: 2.75em;
    padding: 0 0.25em;
    margin-inline: -0.25em;
    white-space: nowrap;
    border-color: transparent;
    background: transparent;
    color: inherit;
    line-height: 1.3;
    text-align: inherit;
  }
  [data-kind='amount'] .sort {
    margin-inline-start: auto;
  }
  .arrow {
    flex: none;
    width: 0.6em;
    height: 0.9em;
    background: currentColor;
    clip-path: polygon(50% 0, 100% 40%, 0 40%, 50% 0, 50% 100%, 100% 60%, 0 60%, 50% 100%);
    opacity: 0.55;
  }
  .sort[data-order='ascending'],
  .sort[data-order='descending'] {
    color: var(--_primary);
  }
  .sort[data-order='ascending'] .arrow {
    clip-path: polygon(50% 15%, 100% 75%, 0 75%);
    opacity: 1;
  }
  .sort[data-order='descending'] .arrow {
    clip-path: polygon(50% 85%, 100% 25%, 0 25%);
    opacity: 1;
  }
  @media print {
    .tabs,
    .search,
    .filters,
    .sort-by,
    tbody [data-kind='action'] {
      display: none;
    }
    tbody {
      content-visibility: visible;
    }
    .print-only {
      display: inline;
    }
    .sort {
      display: inline !important;
    }
    .arrow {
      display: none;
    }
    tbody tr {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .cross,
    .arrow {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .tabs button[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
    tbody tr[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
