import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {hashOf, menuEntryOf, viewTitle, type Place} from './place.js';

/** The menu's entries, in the order in which one needs them. */
const entries: readonly Place[] = [
  {view: 'home'},
  {view: 'application'},
  {view: 'contracts'},
  {view: 'news'},
];

/** What the menu and the ways back draw from. */
export interface Wayfinding {
  readonly place: Place;
  /** Links with addresses, where the desk has the page's; buttons elsewhere. */
  readonly hasAddress: boolean;
  readonly goTo: (place: Place) => void;
}

/** Where one can go; the entry that one is at says so. */
export const renderMenu = (
  way: Wayfinding,
  /** Entries at which something waits that was typed and not sent. */
  isUnsent: (place: Place) => boolean,
): TemplateResult =>
  html`<nav class="tabs no-print" part="navigation" aria-label=${msg('電子保証のメニュー')}>
    <ul>
      ${entries.map(entry => {
        const isCurrent = entry.view === menuEntryOf(way.place);
        const text = html`<span>${viewTitle(entry.view)}</span>${
            isUnsent(entry) ? html`<span class="mark">${msg('入力中')}</span>` : nothing
          }`;
        return html`<li>${renderWay(way, entry, text, isCurrent)}</li>`;
      })}
    </ul>
  </nav>`;

/** 「戻る」, with the name of where it leads. */
export const renderWayBack = (way: Wayfinding, to: Place): TemplateResult =>
  html`<p class="back no-print" part="back">
    ${renderWay(way, to, msg(str`${viewTitle(to.view)}へ戻る`), false)}
  </p>`;

function renderWay({hasAddress, goTo}: Wayfinding, to: Place, text: unknown, isCurrent: boolean) {
  const current = isCurrent ? 'page' : nothing;
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a tab of its own
    event.preventDefault();
    goTo(to);
  };
  return hasAddress
    ? html`<a class="way" href=${hashOf(to)} aria-current=${current} @click=${go}>${text}</a>`
    : html`<button part="button" type="button" class="way" aria-current=${current} @click=${go}>
        ${text}
      </button>`;
}
