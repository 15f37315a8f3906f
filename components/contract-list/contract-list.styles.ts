import {css} from 'lit';

/** What stands around the rows: tabs, search, buttons, and what tells how many there are. */
export const styles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin-block-end: 1.5em;
  }
  .tabs button {
    padding-inline: 1em;
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
  .tools {
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
  .chips:empty {
    min-height: var(--_control-height);
  }
  .print-only {
    display: none;
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
  }
  @media print {
    .tabs,
    .sort-by {
      display: none;
    }
    .print-only {
      display: inline;
    }
  }
`;
