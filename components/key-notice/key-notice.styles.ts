import {css} from 'lit';

/** What one came for stands first; the letter below is what the file states. */
export const styles = css`
  .sections,
  header {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .sections {
    gap: 1.25em;
  }
  .buttons {
    gap: 0.75em;
  }
  .buttons button {
    min-width: 9em;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    margin: 0;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
    list-style: none;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
  }
  .progress progress {
    flex: 1 1 10em;
    max-width: 24em;
  }
  .failures {
    padding-inline-start: 1.25em;
  }
  .file-state {
    color: var(--_text-muted);
  }
  .file-state span {
    display: inline-block;
  }
  .missing {
    font-size: 1.25em;
  }
  @media print {
    header,
    .buttons,
    .file-state,
    .notice {
      display: none;
    }
  }
`;
