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
    display: flex;
    flex-wrap: wrap;
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
    height: 0.75em;
    accent-color: var(--_primary);
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
  .letter {
    width: 100%;
    box-shadow: 0 0.25em 1em rgb(0 0 0 / 8%);
  }
  @media print {
    header,
    .buttons,
    .file-state,
    .notice {
      display: none;
    }
    .letter {
      box-shadow: none;
    }
  }
`;
