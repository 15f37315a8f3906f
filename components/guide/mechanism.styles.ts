import {css} from 'lit';

/** The picture takes the colours of the text, so dark pages, forced colours and paper need nothing of their own. */
export const mechanismStyles = css`
  .mechanism {
    display: grid;
    gap: 1.5em;
    align-items: center;
    min-width: 0;
  }
  .picture {
    display: block;
    width: 100%;
    max-width: 24em;
    margin-inline: auto;
    font-family: inherit;
    font-size: 14px;
  }
  .picture text {
    fill: var(--_text);
    text-anchor: middle;
    letter-spacing: 0;
  }
  .actor rect {
    fill: var(--_surface);
    stroke: var(--_primary);
    stroke-width: 1.5px;
  }
  .actor text {
    font-weight: 700;
    font-size: 13.5px;
  }
  .icon {
    fill: none;
    stroke: var(--_primary);
    stroke-width: 1.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .flow .line {
    fill: none;
    stroke: var(--_text);
    stroke-width: 2px;
  }
  .flow .head {
    fill: var(--_text);
  }
  .flow circle {
    fill: var(--_primary);
    stroke: var(--_surface);
    stroke-width: 2px;
  }
  .flow .number {
    fill: var(--_on-primary);
    font-weight: 700;
  }
  .numbered {
    display: grid;
    gap: 0.75em;
    counter-reset: step;
    list-style: none;
  }
  .numbered li {
    position: relative;
    min-height: 1.75em;
    padding-inline-start: 2.5em;
    counter-increment: step;
  }
  .numbered li::before {
    content: counter(step);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    width: 1.75em;
    border-radius: 50%;
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 700;
    line-height: 1.75;
    text-align: center;
    print-color-adjust: exact;
  }
  .register {
    display: block;
    font-weight: 700;
  }
  @container (min-width: 38em) {
    .mechanism {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
  }
  @media (forced-colors: active) {
    .picture text,
    .flow .head {
      fill: CanvasText;
    }
    .actor rect,
    .flow circle {
      fill: Canvas;
      stroke: CanvasText;
    }
    .icon,
    .flow .line {
      stroke: CanvasText;
    }
    .numbered li::before {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .flow circle {
      fill: var(--_surface);
      stroke: var(--_text);
      stroke-width: 1.5px;
    }
    .flow .number {
      fill: var(--_text);
    }
    .numbered li::before {
      border: 1px solid var(--_text);
      background: transparent;
      color: var(--_text);
    }
  }
`;
