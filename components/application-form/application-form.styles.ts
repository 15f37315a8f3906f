import {css, type CSSResult} from 'lit';
import {buttonStyles} from '../ui/button.styles.js';
import {fieldStyles} from '../ui/field.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {tabsStyles} from '../ui/tabs.styles.js';

const layout = css`
  .form {
    display: grid;
    gap: calc(1.5em * var(--_space));
  }
  .form > * {
    min-width: 0;
  }
  [data-announcer] {
    position: absolute;
  }
  .frame {
    display: grid;
    gap: 0.5em 1.5em;
    align-items: baseline;
  }
  .subtitle {
    color: var(--_text-muted);
  }
  .company {
    font-weight: 700;
  }
  .company::before {
    content: '\\200b'; /* keeps the place of the name until it is known */
  }
  .form-help {
    justify-self: start;
    padding-inline: 0;
  }
  ul.help-text {
    padding-inline-start: 2.25em;
  }
  ul.help-text[hidden],
  .panel[hidden] {
    display: none;
  }
  h5 {
    margin: 0;
    font-size: 1.0625em;
    line-height: 1.6;
  }
  .earlier {
    display: grid;
    justify-items: start;
    gap: 0.5em;
  }
  .earlier .plain {
    padding-inline: 0;
  }
  .combobox {
    position: relative;
    width: min(100%, 30em);
  }
  @container (min-width: 48em) {
    .frame {
      grid-template-columns: 1fr auto;
    }
    .frame .company,
    .form-help {
      justify-self: end;
    }
    .frame .help-text {
      grid-column: 1 / -1;
    }
    .frame .contact-line {
      grid-row: 2;
    }
  }
`;

const steps = css`
  .steps ol {
    display: grid;
    gap: 0.25em;
    list-style: none;
  }
  .steps li {
    display: flex;
    align-items: center;
    gap: 0.625em;
    padding-block: 0.25em;
    color: var(--_text-muted);
  }
  .steps .number {
    display: grid;
    flex: none;
    place-items: center;
    width: 2em;
    height: 2em;
    border: 1px solid currentColor;
    border-radius: 50%;
    line-height: 1;
  }
  .steps .state {
    font-size: 0.875em;
  }
  .steps [data-state='current'] {
    color: var(--_text);
    font-weight: 700;
  }
  .steps [data-state='current'] .number {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .steps [data-state='done'] .number {
    border-color: var(--_primary);
    color: var(--_primary);
  }
  @container (min-width: 40em) {
    .steps ol {
      grid-template-columns: repeat(3, 1fr);
      gap: 1em;
    }
    .steps li {
      padding-block: 0.75em 0;
      border-top: 0.25em solid var(--_line);
    }
    .steps [data-state='current'],
    .steps [data-state='done'] {
      border-top-color: var(--_primary);
    }
  }
`;

const tabs = css`
  .tabs {
    display: grid;
    overflow: clip;
  }
  .tabs button {
    min-height: 3.25em;
  }
  .tabs button:focus-visible {
    outline-offset: -0.25em;
    box-shadow: none;
  }
  .panel {
    display: grid;
    gap: calc(2em * var(--_space));
  }
  .panel-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    padding-block-start: 1.5em;
    border-top: 1px solid var(--_line);
  }
  .actions .primary {
    min-width: min(100%, 16em);
    min-height: 3.25em;
  }
  .actions button:not(.primary) {
    min-height: 3.25em;
  }
  @container (min-width: 40em) {
    .tabs {
      grid-template-columns: repeat(3, auto);
      justify-content: start;
    }
    .tabs button {
      padding-inline: 1.25em;
    }
  }
  /* One below the other, with the mark at their start. */
  @container (max-width: 39.99em) {
    .tabs {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .tabs button {
      justify-content: space-between;
      padding-inline: 1em;
      border-block-end-width: 0;
      border-inline-start-width: 0.25em;
    }
    .tabs button[aria-selected='true'] {
      background: var(--_surface-info);
    }
  }
`;

const sections = css`
  .pair {
    display: grid;
    gap: 1.25em;
    width: 100%;
  }
  .pair .until {
    display: none;
  }
  .field .pair label,
  .pair .field > label {
    font-weight: 400;
  }
  @container (min-width: 40em) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;

/** What is in sight before anything is typed. */
export const formStyles: CSSResult[] = [
  ...hostStyles,
  buttonStyles,
  fieldStyles,
  tabsStyles,
  layout,
  steps,
  tabs,
  sections,
];
