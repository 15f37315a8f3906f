import {css} from 'lit';

/** The search field with its button beside it, and the progress of an export. */
export const listStyles = css`
  .search .field {
    justify-items: stretch;
  }
  .search-row {
    display: flex;
    gap: 0.5em;
    width: min(100%, 34em);
  }
  .search-row input {
    flex: 1;
    min-width: 0;
  }
  .search-row button {
    flex: none;
  }
  .export {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .export progress {
    flex: 1 1 10em;
    max-width: 20em;
  }
  @media print {
    .search {
      display: none;
    }
  }
`;
