import {css} from 'lit';

/** The field with its button beside it. */
export const searchLineStyles = css`
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
  @media print {
    .search {
      display: none;
    }
  }
`;
