import {render, type CSSResult, type TemplateResult} from 'lit';

/** What is put on paper. */
export interface Printout {
  content: TemplateResult;
  styles: readonly CSSResult[];
}

const ATTRIBUTE = 'data-surety-printout';

/**
 * Hides the page while it is printed, save the printout. A layer makes `!important` win over the page's own
 * `!important`; a constructed sheet is no inline style, so a strict Content-Security-Policy lets it pass.
 */
const pageRules = `
@layer surety-printout {
  [${ATTRIBUTE}] { display: none !important; }
  @media print {
    @page { size: A4 portrait; margin: 15mm 18mm; }
    html, body {
      all: revert !important;
      display: block !important;
      margin: 0 !important;
      padding: 0 !important;
      background: #fff !important;
    }
    html::before, html::after, body::before, body::after,
    body > :not([${ATTRIBUTE}]) { display: none !important; }
    body > [${ATTRIBUTE}] { all: initial !important; display: block !important; }
  }
}`;

let tidy: (() => void) | undefined;

/**
 * Prints one thing instead of the whole page: no window, no frame, nothing that a strict policy forbids.
 * The printout is a child of `body` that only paper shows, and it is gone when the print dialog is.
 */
export function printOut({content, styles}: Printout): void {
  endPrintOut();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules);
  const box = document.createElement('div');
  box.setAttribute(ATTRIBUTE, '');
  const root = box.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = styles.flatMap(style => style.styleSheet ?? []);
  render(content, root);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(box);
  tidy = () => {
    window.removeEventListener('afterprint', endPrintOut);
    box.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
  };
  window.addEventListener('afterprint', endPrintOut);
  window.print();
}

/** Takes away what is still being printed, e.g. when its element leaves the page. */
export function endPrintOut(): void {
  tidy?.();
  tidy = undefined;
}
