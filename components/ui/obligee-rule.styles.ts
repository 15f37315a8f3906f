import {css} from 'lit';

/** An obligee's own words, set apart from ours. */
export const obligeeRuleStyles = css`
  .quoted blockquote {
    padding-block: 0.25em;
  }
  .quoted figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-block-start: 0.25em;
  }
  .quoted a,
  .quoted .address {
    min-width: 0;
    word-break: break-all;
  }
  .quoted a {
    padding-block: 0.6em;
    margin-block: -0.2em;
  }
  .as-of {
    margin-inline-start: 1em;
  }
  .open-point {
    color: var(--_warning);
  }
  @media print {
    .quoted a {
      padding-block: 0;
      color: inherit;
    }
  }
`;
