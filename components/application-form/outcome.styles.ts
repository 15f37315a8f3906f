import {css, type CSSResult} from 'lit';
import {factsStyles} from '../ui/facts.styles.js';
import {hostStyles} from '../ui/host.styles.js';

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

/** What the printed receipt and record need. */
export const printStyles: CSSResult[] = [...hostStyles, factsStyles, outcome];
