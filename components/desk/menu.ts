import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {menuEntryOf, toHash, viewTitle, type Route} from './routes.js';

const entries: readonly Route[] = [
  {view: 'home'},
  {view: 'application'},
  {view: 'contracts'},
  {view: 'news'},
];

/** Where links lead from. */
export interface LinkOptions {
  readonly route: Route;
  /** Whether routes are in the address: then links have an `href`, else they are buttons. */
  readonly hasAddress: boolean;
  readonly goTo: (route: Route) => void;
}

/** The views that one can go to; the current one is marked, and those with unsent text are. */
export const renderMenu = (options: LinkOptions, isUnsent: (route: Route) => boolean): TemplateResult =>
  html`<nav class="tabs no-print" part="navigation" aria-label=${msg('電子保証のメニュー')}>
    <ul>
      ${entries.map(entry => {
        const isCurrent = entry.view === menuEntryOf(options.route);
        const text = html`<span>${viewTitle(entry.view)}</span>${
            isUnsent(entry)
              ? html`<span class="badge unsent" data-kind="warning">${msg('入力中')}</span>`
              : nothing
          }`;
        return html`<li>${renderLink(options, entry, text, isCurrent)}</li>`;
      })}
    </ul>
  </nav>`;

/** 「戻る」, with the name of the view that it leads to. */
export const renderBackLink = (options: LinkOptions, to: Route): TemplateResult =>
  html`<p class="back no-print" part="back">
    ${renderLink(options, to, msg(str`${viewTitle(to.view)}へ戻る`), false)}
  </p>`;

function renderLink({hasAddress, goTo}: LinkOptions, to: Route, text: unknown, isCurrent: boolean) {
  const current = isCurrent ? 'page' : nothing;
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // opens a tab or window
    event.preventDefault();
    goTo(to);
  };
  return hasAddress
    ? html`<a class="link" href=${toHash(to)} aria-current=${current} @click=${handleClick}>${text}</a>`
    : html`<button part="button" type="button" class="link" aria-current=${current} @click=${handleClick}>
        ${text}
      </button>`;
}
