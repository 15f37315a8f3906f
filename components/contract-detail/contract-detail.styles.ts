import {css} from 'lit';

/** Sections one below the other; the key stands in a frame of its own. */
export const styles = css`
  .sections,
  .history,
  .key-panel,
  .key-box {
    display: grid;
    min-width: 0;
  }
  .sections {
    gap: calc(2em * var(--_space));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 1em;
  }
  h2 span {
    display: inline-block;
    white-space: pre-wrap;
  }
  .standing-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .standing .badge {
    background: var(--_surface);
  }
  .timeline {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .timeline ol {
    display: grid;
    list-style: none;
  }
  .timeline li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1em;
    padding: 0 0 0.75em 2em;
  }
  /* The line that joins the dots ends with the last of them. */
  .timeline li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset: 1.2em auto -0.4em 0.5em;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline li::after {
    content: '';
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-start: 0;
    box-sizing: border-box;
    width: 1.125em;
    height: 1.125em;
    border: 2px solid var(--_primary);
    border-radius: 50%;
    background: var(--_primary);
  }
  .timeline [data-kind='good']::after {
    border-color: var(--_success);
    background: var(--_success);
  }
  .timeline [data-kind='bad']::after {
    border-color: var(--_error);
    background: var(--_error);
  }
  .timeline [data-state='to-come']::after {
    border-color: var(--_border);
    background: var(--_surface);
  }
  .timeline .what {
    font-weight: 700;
  }
  .timeline .when {
    color: var(--_text-muted);
  }
  .timeline [data-state='to-come'] .what {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .timeline .reason {
    flex-basis: 100%;
    white-space: pre-wrap;
  }
  .returned {
    display: grid;
    gap: 0.75em;
  }
  .returned blockquote {
    padding: 0.5em 1em;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_surface);
    white-space: pre-wrap;
  }
  .returned ol {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1.5em;
  }
  .history {
    gap: 0.75em;
  }
  .key-panel {
    gap: 1em;
    padding: 1.25em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .key-box {
    justify-items: start;
    gap: 0.75em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
  }
  .key-mask {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    white-space: nowrap;
    color: var(--_text-muted);
    font-family: var(--_font-family-mono);
    font-size: 1.5em;
    line-height: 1.6;
    letter-spacing: 0.1em;
  }
  .copy {
    color: var(--_success);
    font-weight: 700;
  }
  .copy[data-result='refused'] {
    color: var(--_error);
  }
  summary {
    display: list-item;
    min-height: var(--_button-height);
    padding-block: 0.5em;
  }
  .details-body {
    display: grid;
    gap: 0.5em;
    padding-block: 0.25em 0.75em;
  }
  ol.details-body {
    padding-inline-start: 1.75em;
  }
  .hand-in {
    display: grid;
    justify-items: start;
    gap: 0.75em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .submission {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .steps {
    display: grid;
    gap: 0.5em;
    list-style: none;
    counter-reset: step;
  }
  .steps li {
    display: grid;
    grid-template-columns: 2em 1fr;
    gap: 0.75em;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    width: 2em;
    height: 2em;
    border: 1px solid currentColor;
    border-radius: 50%;
    line-height: 1.9em;
    text-align: center;
    color: var(--_primary);
    font-weight: 700;
  }
  .warnings {
    padding-inline-start: 2.5em;
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    margin-block-start: 0.25em;
    color: var(--_text-muted);
  }
  .mail dl {
    display: grid;
    gap: 1em;
  }
  .mail dt {
    font-size: 0.9375em;
  }
  .mail dd {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .mail .text {
    flex: 1 1 14em;
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
    white-space: pre-wrap;
  }
  .views {
    max-height: 16em;
    overflow: auto;
  }
  @container (min-width: 36em) {
    .key-panel {
      padding: 1.5em 2em;
    }
    .key-box {
      padding: 1.25em 1.5em;
    }
    .key,
    .key-mask {
      font-size: 1.875em;
    }
  }
  @media (forced-colors: active) {
    .key-box,
    .mail .text,
    .returned blockquote {
      border: 1px solid CanvasText;
    }
    /* What has happened is filled, what is to come is a ring. */
    .timeline li:not([data-state='to-come'])::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .key-panel,
    .timeline {
      break-inside: avoid;
    }
    .timeline li::after {
      print-color-adjust: exact;
    }
  }
`;
