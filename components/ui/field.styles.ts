import {css} from 'lit';

/** Form fields: label, hint, control and error stand below one another, all at the left. */
export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: fit-content(100%) minmax(0, 1fr);
    align-content: start;
    justify-items: start;
    gap: 0.375em 0.25em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .field > * {
    grid-column: 1 / -1;
    max-width: 100%;
  }
  .field > label,
  .field > .label,
  .field > legend,
  fieldset > legend {
    padding: 0;
    font-weight: 700;
  }
  .field:has(> .help) {
    grid-template-columns: fit-content(calc(100% - 3em)) minmax(0, 1fr);
  }
  .field > label:has(+ .help),
  .field > legend:has(+ .help) {
    grid-column: 1;
  }
  .field > .help {
    grid-column: 2;
  }
  /* A floated legend is a plain grid item and can stand beside its help. */
  .field > legend {
    float: left;
  }
  .need {
    margin-inline-start: 0.5em;
    color: var(--_text-muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .need[data-required] {
    color: var(--_error);
  }
  .field[data-invalid] {
    padding-inline-start: 1em;
    border-inline-start: 0.25em solid var(--_error);
  }
  .field .warning span {
    display: block;
  }
  .field .warning .source {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .warning q {
    margin-inline-end: 0.5em;
  }
  .field .given {
    padding-block: 0.25em;
    white-space: pre-wrap;
  }
  .field .echo {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .field .echo:empty {
    display: none;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    width: 100%;
    max-width: 100%;
    min-height: var(--_control-height);
    padding: calc(0.4em * var(--_space)) 0.75em;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    letter-spacing: inherit;
  }
  select {
    padding-inline-end: 0.25em;
  }
  textarea {
    min-height: 6em;
    resize: vertical;
  }
  input[data-width='yen'] {
    width: 13em;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  input[data-width='short'],
  select {
    width: min(100%, 16em);
  }
  input[data-width='mail'] {
    width: min(100%, 26em);
  }
  input[aria-invalid='true'],
  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  .affixed {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    max-width: 100%;
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 0.625em;
    min-height: var(--_button-height);
    padding: calc(0.5em * var(--_space)) 0.5em calc(0.5em * var(--_space)) 0;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    font: inherit;
    width: 1.375em;
    height: 1.375em;
    margin: 0.15em 0 0;
    accent-color: var(--_primary);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2em;
  }
  .help {
    display: inline-grid;
    place-items: center;
    width: var(--_button-height);
    height: var(--_button-height);
    min-height: 0;
    min-width: 0;
    margin-block: -0.6em;
    padding: 0;
    color: var(--_link);
    border: 0;
    background: transparent;
    vertical-align: middle;
  }
  :is(.help, .form-help)::before {
    content: '?';
    content: '?' / ''; /* the name of the button says it in words */
    display: grid;
    place-items: center;
    width: 1.5em;
    height: 1.5em;
    border: 1px solid currentColor;
    border-radius: 50%;
    font-weight: 700;
  }
  .help[aria-expanded='true']::before {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .help-text {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
    font-size: 0.9375em;
  }
  .error-summary {
    display: grid;
    gap: 0.5em;
    padding: calc(1em * var(--_space)) calc(1.25em * var(--_space));
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .error-summary h3 {
    color: var(--_error);
  }
  .error-summary ul {
    display: grid;
    padding-inline-start: 1.25em;
  }
  .error-summary a {
    display: block;
    width: fit-content;
    padding-block: 0.4em;
    color: var(--_error);
    font-weight: 700;
  }
`;
