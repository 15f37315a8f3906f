import {css, type CSSResult} from 'lit';
import {certificateChoiceStyles} from '../ui/certificate-choice.styles.js';
import {comboboxStyles} from '../ui/combobox.styles.js';
import {factsStyles} from '../ui/facts.styles.js';
import {hostStyles} from '../ui/host.styles.js';

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

const outcome = css`
  .answers {
    display: grid;
    gap: 0.75em;
  }
  .answers dd,
  .record dd {
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  .answers dd {
    flex-wrap: wrap;
  }
  .answers .warning {
    flex-basis: 100%;
  }
  .answers .warning span {
    display: block;
  }
  .answers .answer {
    flex: 1;
    min-width: 0;
    white-space: pre-wrap;
  }
  .answers .change {
    flex: none;
    padding: 0.6em 0.5em;
    margin-block: -0.6em;
  }
  .sending {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: 1.75em;
    font-weight: 700;
  }
  .receipt {
    display: grid;
    gap: 0.75em;
    padding: 1.5em;
    border: 1px solid var(--_success);
    border-radius: var(--_radius);
    background: var(--_surface-success);
    text-align: center;
  }
  .receipt .lead {
    font-size: 1.125em;
    font-weight: 700;
  }
  .receipt dl {
    display: grid;
    gap: 0.5em;
  }
  .receipt dd.code {
    font-size: 1.5em;
    font-weight: 700;
  }
  .next,
  .record,
  .ask {
    display: grid;
    gap: 0.75em;
  }
  .next ol {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1.5em;
  }
  .reason {
    font-weight: 700;
    white-space: pre-wrap;
  }
`;

/** A copy for the files on A4: close together, no fact on two pages, no heading alone at the foot of one. */
export const paperStyles = css`
  .paper {
    display: grid;
    gap: 1em;
    font-size: 10pt;
    line-height: 1.5;
  }
  .paper h2 {
    font-size: 1.5em;
    text-align: center;
  }
  .addressee {
    font-size: 1.2em;
  }
  .sender {
    text-align: end;
  }
  .paper .receipt {
    padding: 0.75em;
    background: none;
  }
  .paper .receipt dl {
    grid-auto-flow: column;
    justify-content: center;
    gap: 0 3em;
  }
  .paper .answers,
  .paper :is(.next, .ask, .record) {
    gap: 0.4em;
  }
  .paper :is(h3, h4) {
    break-after: avoid;
  }
  .paper dl.facts > div {
    grid-template-columns: 12em 1fr;
    padding-block: 0.35em;
    break-inside: avoid;
  }
`;

/** Styles that the printed receipt and record need. */
export const recordStyles: CSSResult[] = [...hostStyles, factsStyles, outcome];

/** Styles of everything beyond the first screen. */
export const lateStyles: CSSResult[] = [
  ...recordStyles,
  comboboxStyles,
  certificateChoiceStyles,
  beside,
  sections,
];
