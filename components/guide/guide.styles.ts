import {css} from 'lit';

/** A leaflet: calm on the screen, one sheet of A4 on paper where an obligee's rule is not long. */
export const styles = css`
  .leaflet {
    display: grid;
    gap: 2.5em;
    max-width: 56em;
    min-width: 0;
    margin-inline: auto;
  }
  header {
    display: grid;
    gap: 0.75em;
    padding: 1.75em 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface-info);
    text-align: center;
  }
  header h2 {
    text-wrap: balance;
    word-break: auto-phrase;
  }
  .facts-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: 0.5em 1.25em;
  }
  .start {
    font-size: 1.125em;
    font-weight: 700;
  }
  .paper {
    padding: 0.1em 0.9em;
    border: 1px solid currentColor;
    border-radius: 1.2em;
  }
  section {
    display: grid;
    gap: 1em;
    min-width: 0;
  }
  section > h3 {
    padding-inline-start: 0.6em;
    border-inline-start: 0.3em solid var(--_primary);
  }
  section > ul,
  section > ol,
  .way ul {
    display: grid;
    gap: 0.35em;
    padding-inline-start: 1.5em;
  }
  section > p,
  section > ul,
  section > ol:not(.steps) {
    max-width: 46em;
  }
  .leaflet dl.facts > div {
    padding-block: 0.5em;
  }
  .steps {
    display: grid;
    gap: 0.75em;
    counter-reset: step;
    list-style: none;
  }
  section > ol.steps {
    padding: 0;
  }
  .steps li {
    display: grid;
    align-content: start;
    gap: 0.15em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    counter-increment: step;
  }
  .who {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .who::before {
    content: counter(step) '　';
    color: var(--_primary);
    font-weight: 700;
    font-size: 1.15em;
  }
  .what {
    font-weight: 700;
    line-height: 1.5;
  }
  .ways {
    display: grid;
    gap: 1em;
  }
  .contact {
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .surety,
  .branch {
    font-weight: 700;
  }
  .branches {
    display: grid;
    gap: 1em 2em;
    list-style: none;
  }
  section > .branches {
    padding: 0;
    max-width: none;
  }
  .contact dl,
  .contact dl > div {
    display: grid;
  }
  .contact dt {
    font-size: 0.9375em;
  }
  .contact dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .contact a {
    padding-block: 0.6em;
  }
  .phone {
    font-size: 1.125em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .print {
    margin-block-start: 2em;
    text-align: center;
  }
  @container (min-width: 30em) {
    .steps {
      grid-template-columns: repeat(2, 1fr);
    }
    .contact dl > div {
      grid-template-columns: 9em 1fr;
      align-items: baseline;
    }
  }
  @container (min-width: 38em) {
    .steps {
      grid-template-columns: repeat(3, 1fr);
    }
    .ways {
      grid-template-columns: repeat(auto-fit, minmax(16em, 1fr));
    }
    .branches {
      grid-template-columns: repeat(auto-fit, minmax(22em, 1fr));
    }
  }
  @media print {
    .leaflet {
      grid-template-columns: 1fr 1fr;
      gap: 5pt 8mm;
      max-width: none;
      font-size: 9pt;
      line-height: 1.4;
    }
    .leaflet > :not(.applying, .after) {
      grid-column: 1 / -1;
    }
    header {
      gap: 3pt;
      padding: 0 0 5pt;
      border-block-end: 1.5pt solid var(--_text);
      border-radius: 0;
      background: transparent;
    }
    section {
      align-content: start;
      gap: 3pt;
      break-inside: avoid;
    }
    section > h3 {
      font-size: 11pt;
    }
    section > ul,
    section > ol,
    .way ul {
      gap: 1pt;
    }
    section > h3 {
      border-color: var(--_text);
      break-after: avoid;
    }
    section > ul,
    section > ol,
    section > p {
      max-width: none;
    }
    .picture {
      max-width: 48mm;
    }
    .numbered {
      gap: 2pt;
    }
    .steps {
      gap: 4pt;
    }
    .steps li {
      padding: 2pt 6pt;
    }
    .leaflet dl.facts > div {
      padding-block: 1pt;
    }
    .contact {
      padding: 6pt 9pt;
    }
    .contact a {
      padding-block: 0;
      color: inherit;
      text-decoration: none;
    }
  }
`;
