import {css} from 'lit';

/** The sheet stands on a quiet ground, with what belongs to the screen around it. */
export const styles = css`
  .sections {
    display: grid;
    gap: calc(1.5em * var(--_space));
    min-width: 0;
  }
  [name='error'] + .buttons {
    margin-block-start: 1.5em;
  }
  .revisions ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    list-style: none;
  }
  .revisions button {
    flex-direction: column;
    align-items: flex-start;
    gap: 0;
    border-color: var(--_line);
    color: var(--_text);
    font-weight: 400;
  }
  .revisions button[aria-current] {
    border: 2px solid var(--_primary);
    background: var(--_surface-info);
  }
  .revision-name {
    font-weight: 700;
  }
  .now {
    font-weight: 400;
  }
  .revisions time {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .changes {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .changes table {
    display: block;
    width: 100%;
    border-collapse: collapse;
    border-block-start: 1px solid var(--_line);
    text-align: start;
  }
  .changes thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .changes tbody {
    display: block;
  }
  .changes tbody tr {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.25em 1em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .changes tbody th {
    grid-column: 1 / -1;
    font-weight: 700;
    text-align: start;
  }
  .changes td {
    min-width: 0;
    padding: 0;
  }
  .changes .label {
    display: block;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  @container (min-width: 48em) {
    .changes table {
      display: table;
    }
    .changes thead {
      position: static;
      display: table-header-group;
      width: auto;
      height: auto;
      clip-path: none;
    }
    .changes tbody {
      display: table-row-group;
    }
    .changes tbody tr {
      display: table-row;
    }
    .changes tr > :is(th, td) {
      padding: 0.6em 1em;
      border-block-end: 1px solid var(--_line);
      font-weight: 400;
      text-align: start;
    }
    .changes thead th {
      background: var(--_surface-muted);
      font-size: 0.9375em;
      font-weight: 700;
    }
    .changes td {
      width: 38%;
    }
    .changes .label {
      display: none;
    }
  }
  .after {
    font-weight: 700;
  }
  .words {
    display: block;
    color: var(--_warning);
    font-size: 0.9375em;
  }
  .buttons {
    justify-content: center;
    gap: 0.75em;
  }
  .buttons button {
    min-width: 10em;
  }
  @media print {
    .notice {
      margin-block-end: 1.5em;
      padding: 0.5em 1em;
      font-size: 9pt;
    }
    .revisions,
    .changes {
      display: none;
    }
  }
`;
