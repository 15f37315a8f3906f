import {css, type CSSResult} from 'lit';
import {certificateChoiceStyles} from '../ui/certificate-choice.styles.js';
import {comboboxStyles} from '../ui/combobox.styles.js';
import {printStyles} from './outcome.styles.js';

const beside = css`
  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .kept .plain {
    padding-inline: 0;
  }
  .earlier ul {
    display: grid;
    width: 100%;
    border-top: 1px solid var(--_line);
    list-style: none;
  }
  .earlier li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
    padding-block: 0.5em;
    border-bottom: 1px solid var(--_line);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }
  .earlier li > div {
    flex: 1 1 20em;
    min-width: 0;
  }
  button.link {
    display: inline;
    min-height: 0;
    padding: 0.75em 0.25em;
    margin-block: -0.75em;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    text-decoration: underline;
  }
  .directory {
    margin-block: 1em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .tabs .count {
    flex: none;
    padding: 0 0.6em;
    border-radius: 1em;
    background: var(--_error);
    color: var(--_surface);
    font-size: 0.875em;
    font-weight: 700;
  }
`;

const sections = css`
  .guarantee,
  .group {
    display: grid;
    gap: 1.75em;
    min-width: 0;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .guarantee > h5,
  .group > h5 {
    padding-inline-start: 0.625em;
    border-inline-start: 0.25em solid var(--_primary);
    font-size: 1.125em;
  }
  .guarantee > .choice {
    justify-self: start;
    margin-block: -0.75em;
    font-weight: 700;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 2em;
    padding: 0.625em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
    font-size: 0.9375em;
  }
  .progress div {
    display: flex;
    gap: 0.75em;
  }
  .rule {
    margin-block-start: -1.25em;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
    font-size: 0.9375em;
  }
  .field .echo .words {
    margin-inline-end: 1em;
    color: var(--_text);
    font-weight: 700;
  }
  @container (min-width: 40em) {
    .guarantee,
    .group {
      padding: 1.75em 2em;
    }
  }
`;

/** What the form looks like once somebody uses it. */
export const workingsStyles: CSSResult[] = [
  ...printStyles,
  comboboxStyles,
  certificateChoiceStyles,
  beside,
  sections,
];
