import {css} from 'lit';

/** What stands around the rows: tabs, search, filters, and what tells how many there are. */
export const styles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin-block-end: 1.5em;
    border-block-end: 1px solid var(--_line);
  }
  .tabs button {
    min-height: var(--_control-height);
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
    gap: calc(1.25em * var(--_space));
    min-width: 0;
  }
  [aria-busy='true'] .rows {
    opacity: 0.6;
  }
  .outputs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
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
    gap: calc(1.25em * var(--_space));
    padding: calc(1.25em * var(--_space));
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
  .count,
  #rows-hint {
    margin-block-end: 0.5em;
    color: var(--_text-muted);
  }
  .after {
    margin-block-start: 1.25em;
    text-align: center;
  }
  @container (min-width: 30em) {
    .tools .outputs {
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
    .filters {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      align-items: start;
    }
    .filters .wide {
      grid-column: span 2;
    }
    .filters .actions {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .tabs,
    .filters,
    .sort-by {
      display: none;
    }
    .print-only {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    .cross {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .tabs button {
      border-block-end-color: Canvas;
    }
    .tabs button[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
