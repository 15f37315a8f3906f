import {css} from 'lit';

/** Sections one below the other; the key stands in a frame of its own. */
export const styles = css`
  .sections,
  .history,
  .key-panel,
  .key-box,
  .standing {
    display: grid;
    min-width: 0;
  }
  .sections {
    gap: 2em;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 1em;
  }
  h2 span {
    display: inline-block;
  }
  .standing {
    gap: 0.5em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 0.375em solid var(--_success);
    border-radius: var(--_radius);
    background: var(--_surface-success);
  }
  .standing[data-state='expired'] {
    border-inline-start-color: var(--_warning);
    background: var(--_surface-warning);
  }
  .standing[data-state='cancelled'] {
    border-inline-start-color: var(--_error);
    background: var(--_surface-error);
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
    gap: 0.6em;
    color: var(--_text-muted);
    font-family: var(--_font-mono);
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
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  summary {
    display: list-item;
    min-height: 2.75em;
    padding-block: 0.5em;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
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
  .hand-in .error {
    color: var(--_error);
  }
  .submission {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .steps {
    display: grid;
    gap: 0.5em;
    padding: 0;
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
  .mail dl {
    display: grid;
    gap: 1em;
  }
  .mail dt {
    color: var(--_text-muted);
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
    .mail .text {
      border: 1px solid CanvasText;
    }
  }
`;
