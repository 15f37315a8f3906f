import {css} from 'lit';

/** A small ruled table that fits a narrow screen as it is. */
export const ruledTableStyles = css`
  table.ruled {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  table.ruled caption {
    padding-block-end: 0.5em;
    text-align: start;
  }
  table.ruled th,
  table.ruled td {
    padding: calc(0.6em * var(--_space)) 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: middle;
  }
  table.ruled thead th {
    border-block-start: 1px solid var(--_line);
    background: var(--_surface-muted);
    font-size: 0.9375em;
  }
  table.ruled tbody th {
    font-weight: 400;
  }
  table.ruled :is(th, td):first-child,
  table.ruled button {
    white-space: nowrap;
  }
  table.ruled button {
    padding-inline: 0.75em;
  }
  @container (min-width: 36em) {
    table.ruled th,
    table.ruled td {
      padding-inline: 1em;
    }
  }
`;
