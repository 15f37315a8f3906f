import {css} from 'lit';

/** Prefectures stand beside their obligees where there is room, above them where there is not. */
export const styles = css`
  :host(.directory) h2 {
    font-size: 1.0625em; /* opened in a form, below its own headings */
  }
  .directory {
    display: grid;
    gap: calc(1.5em * var(--_space));
    min-width: 0;
  }
  .lead {
    max-width: 60em;
  }
  .feed-problems {
    display: grid;
    gap: 0.75em;
    padding-inline-start: 1.25em;
  }
  .feed-problems .hint {
    display: block;
  }
  .feed-source {
    display: block;
    margin-block-start: 0.25em;
  }
  .search {
    display: grid;
    gap: 1em 1.5em;
    padding: calc(1.25em * var(--_space));
    border-radius: var(--_radius);
    background: var(--_surface-muted);
  }
  .search .field {
    justify-items: stretch;
    align-content: end;
  }
  .search .field select {
    width: 100%;
  }
  .count-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    min-height: var(--_button-height);
  }
  .count {
    font-weight: 700;
  }
  .prefecture {
    display: grid;
    gap: 1em;
    min-width: 0;
    padding-block-start: 1.5em;
    border-block-start: 2px solid var(--_text);
  }
  .prefecture > ul {
    display: grid;
    gap: 2.5em;
    min-width: 0;
    list-style: none;
  }
  .entry {
    display: grid;
    gap: 1em;
    min-width: 0;
  }
  .entry + .entry {
    padding-block-start: 2.5em;
    border-block-start: 1px solid var(--_line);
  }
  .entry[data-selected] {
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--_primary);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .head h4 {
    font-size: 1.25em;
  }
  .head p {
    flex-basis: 100%;
  }
  .number {
    margin-inline-start: 1em;
    font-variant-numeric: tabular-nums;
  }
  .entry dl.facts > div {
    grid-template-columns: 5.75em minmax(0, 1fr);
    gap: 0 1em;
    padding-block: 0.5em;
  }
  .ways {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.25em;
  }
  .open-points strong {
    margin-inline-end: 0.5em;
  }
  summary {
    width: fit-content;
    padding-block: 0.6em;
  }
  .after {
    text-align: center;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  @container (min-width: 44em) {
    .search {
      grid-template-columns: 2fr 1fr 1fr;
    }
    .entry dl.facts > div {
      grid-template-columns: 9em minmax(0, 1fr);
    }
    .prefecture {
      grid-template-columns: 7em minmax(0, 1fr);
      column-gap: 1.5em;
    }
  }
  .others {
    display: grid;
    gap: 0.75em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--_line);
  }
  .others .ask {
    padding-inline-start: 1.5em;
  }
  .bodies {
    display: grid;
    list-style: none;
  }
  .bodies li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .bodies .hint {
    display: block;
  }
  @media print {
    .directory {
      display: block;
      font-size: 9.5pt;
      line-height: 1.5;
    }
    .entry dl.facts > div {
      padding-block: 1.5pt;
    }
    .prefecture,
    .prefecture > ul {
      display: block;
      margin-block-start: 1em;
      padding-block-start: 0.5em;
    }
    .prefecture > h3 {
      break-after: avoid;
    }
    .entry {
      display: block;
      padding-block: 0.75em;
      break-inside: avoid;
    }
    details:not([open]) {
      display: none;
    }
  }
`;
