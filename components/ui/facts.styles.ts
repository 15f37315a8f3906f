import {css} from 'lit';

/** Facts as label and value: two columns where there is room, one below the other where there is not. */
export const factsStyles = css`
  dl.facts {
    display: grid;
    border-top: 1px solid var(--_line);
  }
  dl.facts > div {
    display: grid;
    gap: 0 1.5em;
    padding: calc(0.75em * var(--_space)) 0.25em;
    border-bottom: 1px solid var(--_line);
  }
  dl.facts dt {
    font-size: 0.9375em;
  }
  dl.facts dd {
    min-width: 0;
  }
  @container (min-width: 36em) {
    dl.facts > div {
      grid-template-columns: 12em 1fr;
    }
  }
`;
