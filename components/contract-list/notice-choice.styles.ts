import {css} from 'lit';

/** A box at the start of each row, a line that says what for, and a bar that stays in sight. */
export const styles = css`
  .choice-hint {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    margin-block-end: 0.5em;
  }
  .choice-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.5em;
    margin-block-start: 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface-info);
    box-shadow: 0 -0.25em 1em rgb(0 0 0 / 12%);
  }
  .choice-bar .primary {
    margin-inline-start: auto;
  }
  [data-choosing] :focus-visible {
    scroll-margin-block-end: 11em;
  }
  @media screen {
    [data-kind='choice'] input {
      flex: none;
      width: 1.5em;
      height: 1.5em;
      margin: 0;
      accent-color: var(--_primary);
    }
    [data-kind='choice'] label {
      display: flex;
      align-items: center;
      gap: 0.75em;
      min-height: 2.75em;
      cursor: pointer;
    }
    tbody [data-kind='choice'] {
      grid-column: 1 / -1;
    }
    tbody [data-kind='choice'][data-empty] {
      display: none;
    }
    thead [data-kind='choice'] input {
      display: none;
    }
  }
  @container (max-width: 30em) {
    .choice-bar {
      column-gap: 0.25em;
      padding-inline: 0.75em;
    }
    .choice-bar .primary {
      width: 100%;
      padding-inline: 0.5em;
    }
  }
  @container (min-width: 58em) {
    @media screen {
      [data-choosing][data-list] {
        --_columns: 2.75em 3.75em 4.25em 9.25em minmax(0, 1fr) 6.75em 9.25em 5.25em 5.25em;
      }
      [data-choosing] :is(thead, tbody) tr {
        column-gap: 0.5em;
      }
      /* Else the amounts would touch the buttons. */
      [data-choosing] [data-kind='action'] {
        padding-inline-start: 0.5em;
      }
      thead [data-kind='choice'] input {
        display: block;
      }
      [data-kind='choice'] label {
        justify-content: center;
        min-width: 2.75em;
      }
      thead [data-kind='choice'] input {
        margin-inline: auto;
      }
      [data-kind='choice'] label span {
        display: none;
      }
      tbody [data-kind='choice'],
      tbody [data-kind='choice'][data-empty] {
        display: block;
        grid-column: auto;
      }
      :focus-visible {
        scroll-margin-block-end: 6em;
      }
    }
  }
  @container (min-width: 66em) {
    @media screen {
      [data-choosing] :is(thead, tbody) tr {
        column-gap: 1em;
      }
      [data-choosing] [data-kind='action'] {
        padding-inline-start: 0;
      }
    }
  }
  @media print {
    [data-kind='choice'] {
      display: none;
    }
  }
`;
