import {textOf} from './shadow.js';

/** Does something that prints, and returns what would be on paper. The print dialog stays open until `close()`. */
export function printed(act: () => void) {
  const {print} = window;
  let calls = 0;
  window.print = () => void calls++;
  try {
    act();
  } finally {
    window.print = print;
  }
  const box = document.querySelector<HTMLElement>('[data-surety-printout]');
  const paper = box?.shadowRoot?.firstElementChild;
  return {
    calls,
    box,
    /** Root of what is on paper. */
    root: paper?.shadowRoot,
    text: textOf(paper),
    close: () => window.dispatchEvent(new Event('afterprint')),
  };
}

/** Whether something for paper only is still in the page. */
export const hasPrintout = (): boolean => document.querySelector('[data-surety-printout]') !== null;
