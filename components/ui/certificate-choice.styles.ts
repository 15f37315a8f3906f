import {css} from 'lit';

/** The notes and the verdict below 「保証証書の形式について」. */
export const certificateChoiceStyles = css`
  .certificate-notes {
    display: grid;
    gap: 0.25em;
    width: 100%;
  }
  .facts-asked {
    display: grid;
    gap: 1.25em;
    margin-block: 0.75em;
  }
  .verdict {
    justify-items: stretch;
    margin-block-start: 0.5em;
  }
  .verdict .title {
    font-weight: 700;
  }
  .verdict .ask {
    font-weight: 700;
  }
  .verdict ul {
    padding-inline-start: 1.25em;
  }
  .verdict li a {
    display: inline-block;
    padding-block: 0.5em;
  }
  .quote {
    margin: 0.25em 0;
    padding-inline-start: 0.75em;
  }
`;
