import {css} from 'lit';

/**
 * Rows on a screen: cards on a narrow one, a ruled table where it fits; the markup is the same. Many rows have a box of
 * their own to scroll in, so that what the page has below them can be reached.
 */
export const tableStyles = css`
  @media screen {
    table,
    tbody {
      display: block;
    }
    table {
      position: relative;
      width: 100%;
      border-block-start: 1px solid var(--_line);
    }
    .rows[data-windowed] {
      height: min(75vh, 56em);
      min-height: 20em;
      border-block-end: 1px solid var(--_line);
      overflow: hidden auto;
      overflow-anchor: none;
      contain: strict;
    }
    [data-windowed] table {
      position: relative;
      overflow: clip;
    }
    [data-windowed] tbody {
      position: absolute;
      inset-inline: 0;
      contain: layout style;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.5em 1em;
      padding: calc(1em * var(--_space)) 0.25em;
      border-block-end: 1px solid var(--_line);
    }
    tbody tr[aria-current] {
      padding-inline-start: 0.75em;
      box-shadow: inset 0.25em 0 0 var(--_primary);
      background: var(--_surface-info);
    }
    td,
    tbody th {
      display: block;
      min-width: 0;
      padding: 0;
      font-weight: inherit;
      text-align: start;
    }
    tbody th,
    tbody [data-kind='names'] {
      grid-column: 1 / -1;
    }
    /* The column headers say it to screen readers already. */
    [data-label]::before {
      display: block;
      content: attr(data-label);
      content: attr(data-label) / '';
      color: var(--_text-muted);
      font-size: 0.875em;
    }
    [data-kind='action']::before {
      display: none;
    }
    tbody [data-kind='action'] button {
      width: 100%;
      padding-inline: 0.75em;
    }
    .obligee,
    .works,
    .second {
      display: block;
    }
    .obligee,
    .second {
      color: var(--_text-muted);
      font-size: 0.9375em;
    }
    .second {
      font-size: 0.875em;
    }
    [data-kind='amount'],
    [data-kind='days'],
    [data-kind='time'] {
      font-variant-numeric: tabular-nums lining-nums;
    }
  }
  /* Beside cards the header is hidden; whoever comes to its buttons with the keyboard sees them. */
  @container (max-width: 57.99em) {
    @media screen {
      thead:focus-within {
        inset: 0 0 auto;
        z-index: 1;
        width: auto;
        height: auto;
        padding: 0.5em 0.75em;
        border-block-end: 1px solid var(--_line);
        overflow: visible;
        clip-path: none;
        background: var(--_surface-muted);
      }
      thead:focus-within tr {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25em 1em;
      }
      thead:focus-within th:not([data-sorts]) {
        display: none;
      }
    }
  }
  /* Rows are grids of the same columns, for those of one body know nothing of those of another. */
  @container (min-width: 58em) {
    @media screen {
      [data-list] {
        --_columns: 3.75em 4.25em 9.25em minmax(0, 1fr) 6.75em 9.25em 5.25em 5.25em;
      }
      [data-list='issues'] {
        --_columns: 3.75em 10em 4.25em 4.25em 9.25em minmax(0, 1fr) 6.75em;
      }
      /* English words are longer, and are not broken. */
      [data-list]:lang(en) {
        --_columns: 2.5em 7em 9.5em minmax(0, 1fr) 8em 12em 5.75em 5.25em;
        overflow-wrap: break-word;
      }
      [data-list='issues']:lang(en) {
        --_columns: 2.5em 10em 5.5em 7em 9.5em minmax(0, 1fr) 6.75em;
      }
      thead {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
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
        align-items: center;
        padding-inline: 0.75em;
      }
      thead tr {
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
      tbody tr {
        padding-block: calc(0.75em * var(--_space));
      }
      tbody th,
      tbody [data-kind='names'] {
        grid-column: auto;
      }
      [data-label]::before {
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
      tbody [data-kind='action'] button {
        width: auto;
        white-space: nowrap;
      }
    }
  }
  .sort {
    display: flex;
    min-height: var(--_button-height);
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
  .sort:is([data-order='ascending'], [data-order='descending']) {
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
  @media (forced-colors: active) {
    .arrow {
      forced-color-adjust: none;
      background: CanvasText;
    }
    tbody tr[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
