import {css} from 'lit';

/** The preview of a pasted row. */
export const pasteStyles = css`
  .paste {
    display: grid;
    justify-items: stretch;
    gap: 1em;
  }
  .paste ol {
    display: grid;
    border-top: 1px solid var(--_line);
    list-style: none;
  }
  .paste li {
    display: grid;
    gap: 0.25em 1em;
    align-items: center;
    padding-block: 0.75em;
    border-bottom: 1px solid var(--_line);
  }
  .paste li > * {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .paste select {
    width: 100%;
  }
  .paste .warning {
    grid-column: 1 / -1;
  }
  .paste .actions {
    padding-block-start: 0;
    border-top: 0;
  }
  @container (min-width: 40em) {
    .paste li {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
