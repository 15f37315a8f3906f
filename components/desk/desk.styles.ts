import {css} from 'lit';

/** The menu in one row where it fits, two by two where it does not; below it one view at a time. */
export const styles = css`
  nav {
    margin-block-end: 1.75em;
  }
  nav ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    list-style: none;
  }
  nav .link {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 0.5em;
    width: 100%;
    padding: 0.5em 0.25em;
    line-height: 1.4;
    text-align: center;
    text-decoration: none;
  }
  .unsent {
    padding-inline: 0.5em;
    font-size: 0.8125em;
    font-weight: 400;
    line-height: 1.6;
  }
  .back {
    margin-block-end: 1em;
  }
  .back .link {
    display: inline-flex;
    align-items: center;
    min-height: var(--_button-height);
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--_link);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .back .link::before {
    content: '';
    width: 0.5em;
    height: 0.5em;
    margin-inline: 0.25em 0.5em;
    border: solid currentColor;
    border-width: 0 0 0.125em 0.125em;
    rotate: 45deg;
  }
  .notice {
    margin-block-end: 1.5em;
  }
  .left-application {
    grid-template-columns: 1fr auto;
    align-items: center;
    padding-block: 0.5em;
  }
  h2:not(.visually-hidden) {
    margin-block-end: 0.75em;
  }
  .data {
    display: grid;
    gap: 1.5em;
  }
  .calm {
    display: grid;
    gap: 0.25em;
    padding: 2em 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-success);
    text-align: center;
  }
  .calm .lead {
    font-size: 1.125em;
    font-weight: 700;
  }
  .to-dos,
  .items {
    display: grid;
    gap: 1em;
    list-style: none;
  }
  .to-do {
    display: grid;
    gap: 0.5em;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 0.375em solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .to-do[data-kind='sent-back'],
  .to-do[data-kind='returned'] {
    border-inline-start-color: var(--_error);
  }
  .to-do[data-kind='expiring'] {
    border-inline-start-color: var(--_warning);
  }
  .to-do h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .count {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .count .amount {
    color: var(--_text);
    font-size: 1.5em;
    font-weight: 700;
  }
  .named {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-muted);
    font-size: 0.9375em;
    list-style: none;
  }
  .named li + li {
    margin-block-start: 0.375em;
  }
  .submitted {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
  }
  .news {
    display: grid;
    gap: 1em;
  }
  .news + .news {
    margin-block-start: 1em;
  }
  .item {
    display: grid;
    gap: 0.25em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    break-inside: avoid;
  }
  .item h4 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .words {
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_surface-warning);
    white-space: pre-line;
  }
  .item .buttons {
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  [aria-busy='true'] {
    opacity: 0.7;
  }
  @container (min-width: 40em) {
    nav ul {
      display: flex;
      gap: 0.25em;
    }
    nav .link {
      padding-inline: 1.25em;
    }
    .to-do {
      grid-template-columns: 1fr auto;
      column-gap: 2em;
      padding: 1.25em 1.5em;
    }
    .to-do > :is(h3, p, .named) {
      grid-column: 1;
    }
    .to-do > .button-cell {
      grid-row: 1 / span 3;
      grid-column: 2;
      align-self: center;
    }
    .button-cell button {
      min-width: 12em;
    }
  }
  @media (hover: hover) {
    nav .link:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  }
`;
