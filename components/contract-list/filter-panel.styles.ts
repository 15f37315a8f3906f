import {css} from 'lit';

/** The panel of 「絞り込み」 and the chips of what is in force. */
export const panelStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.25em * var(--_space));
    padding: calc(1.25em * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-muted);
  }
  .filters[hidden] {
    display: none;
  }
  .filters .range,
  .filters .actions {
    display: grid;
    gap: 0.375em;
    justify-items: start;
  }
  .filters legend {
    padding: 0;
    font-weight: 700;
  }
  .filters .ends {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em 1.25em;
    width: 100%;
  }
  .filters .ends label {
    font-weight: 400;
  }
  .filters .field,
  .filters .affixed {
    width: 100%;
  }
  .filters #obligee {
    width: min(100%, 34em);
  }
  .chips,
  .chips ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .chips ul {
    list-style: none;
  }
  .chip {
    padding-inline: 0.875em;
    border-radius: 1.4em;
    background: var(--_surface-info);
    font-weight: 400;
    text-align: start;
  }
  .cross {
    flex: none;
    width: 0.75em;
    height: 0.75em;
    background: currentColor;
    clip-path: polygon(
      14% 0,
      50% 36%,
      86% 0,
      100% 14%,
      64% 50%,
      100% 86%,
      86% 100%,
      50% 64%,
      14% 100%,
      0 86%,
      36% 50%,
      0 14%
    );
  }
  @container (min-width: 30em) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filters .wide {
      grid-column: 1 / -1;
    }
    .filters .ends {
      grid-template-columns: repeat(2, minmax(0, 16em));
    }
  }
  @container (min-width: 58em) {
    .filters {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      align-items: start;
    }
    .filters .wide {
      grid-column: span 2;
    }
    .filters .actions {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .filters {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .cross {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
