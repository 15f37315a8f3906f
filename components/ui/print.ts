import {render, type CSSResult, type TemplateResult} from 'lit';

/** What is printed, with its styles. */
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

let current: {owner: object; remove: () => void} | undefined;

/**
 * Prints one thing instead of the whole page, without a window or a frame, which a strict Content-Security-Policy forbids.
 * The printout is a child of `body` that is only displayed on paper, and is removed with the print dialog.
 */
export function printOut(owner: object, {content, styles}: Printout): void {
  if (current) endPrintOut(current.owner);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules);
  const box = document.createElement('div');
  box.setAttribute(ATTRIBUTE, '');
  // The page can style the outer box whatever we do; the inner one, whose `:host` rules count, it cannot reach.
  const paper = box.attachShadow({mode: 'open'}).appendChild(document.createElement('div'));
  const root = paper.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = styles.flatMap(style => style.styleSheet ?? []);
  render(content, root);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(box);
  const end = () => endPrintOut(owner);
  const remove = () => {
    window.removeEventListener('afterprint', end);
    window.removeEventListener('pagehide', end);
    box.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
  };
  current = {owner, remove};
  window.addEventListener('afterprint', end);
  window.addEventListener('pagehide', end);
  window.print();
}

/** Removes the printout of an owner, e.g. when its element leaves the page. */
export function endPrintOut(owner: object): void {
  if (current?.owner !== owner) return;
  current.remove();
  current = undefined;
}
