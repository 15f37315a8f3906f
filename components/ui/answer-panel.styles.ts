import {css} from 'lit';

/** 受領・差戻し: one frame of its own below what it is about. */
export const answerPanelStyles = css`
  .answering {
    display: grid;
    gap: calc(1em * var(--_space));
    min-width: 0;
    padding: calc(1.25em * var(--_space)) 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .answering form {
    display: grid;
    justify-items: start;
    gap: 1em;
    max-width: 44em;
  }
  .answering .field {
    width: 100%;
  }
  .answering-state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .answering blockquote {
    padding: 0.5em 1em;
    white-space: pre-wrap;
  }
  .answering-buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  @container (min-width: 36em) {
    .answering {
      padding: calc(1.5em * var(--_space)) calc(2em * var(--_space));
    }
  }
  @container (max-width: 35.99em) {
    .answering-buttons button {
      width: 100%;
    }
  }
`;
