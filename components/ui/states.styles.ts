import {css} from 'lit';

/** What stands in for content: nothing to show, being fetched, and how far a longer task has come. */
export const statesStyles = css`
  .empty {
    padding: calc(2.5em * var(--_space)) 1em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }
  .loading {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.75em;
    min-height: 10em;
    color: var(--_text-muted);
  }
  .loading-mark {
    width: 1.5em;
    height: 1.5em;
    border: 0.2em solid var(--_line);
    border-top-color: var(--_primary);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  progress {
    height: 0.75em;
    accent-color: var(--_primary);
  }
  @media (prefers-reduced-motion: reduce) {
    .loading-mark {
      animation: none;
    }
  }
`;
