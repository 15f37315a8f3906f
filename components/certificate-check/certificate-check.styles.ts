import {css} from 'lit';

/** The check: a narrow form, then a result as wide as the certificate. */
export const styles = css`
  .entry,
  .result {
    display: grid;
    gap: calc(1.5em * var(--_space));
  }
  .entry,
  .entry form {
    max-width: 48em;
  }
  .entry form {
    display: grid;
    justify-items: start;
    gap: 1.75em;
  }
  .entry .field {
    width: 100%;
  }
  input.code {
    font-family: var(--_font-family-mono);
    font-size: 1.125em;
    letter-spacing: 0.1em;
  }
  .entry input[data-width='number'] {
    width: min(100%, 16em);
  }
  .entry input[data-width='key'] {
    width: min(100%, 18em);
  }
  .drop {
    display: grid;
    gap: 0.75em;
    padding: 1.25em;
    border: 2px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .drop h3 {
    font-size: 1.0625em;
  }
  .drop[data-over] {
    border-style: solid;
    border-color: var(--_primary);
    background: var(--_surface-info);
  }
  .drop .buttons {
    gap: 0.75em;
  }
  .notice h3 {
    font-size: 1.0625em;
  }
  .countdown strong {
    font-size: 1.25em;
  }
  .notice,
  .result section {
    width: 100%;
    min-width: 0;
  }
  .result section {
    display: grid;
    gap: 0.5em;
  }
  .result .notice {
    gap: 0.75em;
  }
  .state-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    font-size: 1.125em;
  }
  .state-line .badge {
    background: var(--_surface);
    font-weight: 700;
  }
  .checked {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2.5em;
  }
  .checked dt {
    font-size: 0.875em;
  }
  [part='history'] :is(th:nth-child(3), td:last-child) {
    white-space: nowrap;
  }
  tr[data-shown] th,
  tr[data-different] th {
    font-weight: 700;
  }
  tr[data-shown] {
    box-shadow: inset 0.25em 0 0 var(--_primary);
  }
  tr[data-different] td {
    background: var(--_surface-error);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 1em;
    padding-block-start: 0.5em;
  }
  @container (max-width: 35.99em) {
    .comparison thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .comparison tr {
      display: grid;
      gap: 0.125em;
      padding-block: 0.75em;
      border-bottom: 1px solid var(--_line);
    }
    .comparison table.ruled :is(th, td) {
      padding: 0.125em 0.5em;
      border: 0;
    }
    .comparison td::before {
      content: attr(data-label) '：';
      color: var(--_text-muted);
    }
    .actions button {
      width: 100%;
    }
  }
  @media print {
    .result section {
      break-inside: avoid;
    }
    .result .notice {
      border: 1px solid #000;
    }
  }
`;
