import {css} from 'lit';

/** Buttons in three weights: the main act (`primary`), any other (`secondary`), and one that looks like a link (`plain`); `.buttons` is a row of them. */
export const buttonStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--_button-height);
    min-width: var(--_button-height);
    padding: calc(0.4em * var(--_space)) calc(1.25em * var(--_space));
    border: var(--_border-width) solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_primary);
    font: inherit;
    font-weight: 700;
    line-height: 1.4;
    letter-spacing: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  button.primary,
  .button.primary {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    padding-inline: 0.5em;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button[aria-disabled='true'] {
    cursor: progress;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  @media (hover: hover) {
    button:hover,
    .button:hover {
      border-color: var(--_primary-strong);
      color: var(--_primary-strong);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    button.primary:hover,
    .button.primary:hover {
      background: var(--_primary-strong);
      color: var(--_on-primary);
    }
  }
  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonText;
    }
  }
`;
