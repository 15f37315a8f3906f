import {msg} from '@lit/localize';
import {html, type LitElement, type TemplateResult} from 'lit';
import type {ListView} from './contract-query.js';

/** The lists in the order of their tabs. */
export const listViews: readonly ListView[] = ['contracts', 'electronic', 'history'];

const names: Record<ListView, () => string> = {
  contracts: () => msg('保証契約一覧'),
  electronic: () => msg('電子保証（認証キー）'),
  history: () => msg('電子保証履歴一覧'),
};
/** Returns the name on a tab. */
export const viewName = (view: ListView): string => names[view]();

const steps: Record<string, (at: number) => number> = {
  ArrowRight: at => (at + 1) % listViews.length,
  ArrowLeft: at => (at + listViews.length - 1) % listViews.length,
  Home: () => 0,
  End: () => listViews.length - 1,
};

/** Draws ARIA tabs: one stop for the Tab key; arrows, Home and End move between them. */
export function renderTabs(current: ListView, open: (view: ListView) => void): TemplateResult {
  const handleKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const next = step && listViews[step(listViews.indexOf(current))];
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open(next);
  };
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${msg('一覧の種類')}
    @keydown=${handleKey}
  >
    ${listViews.map(
      view =>
        html`<button
          part="button"
          type="button"
          role="tab"
          id=${`tab-${view}`}
          aria-controls="panel"
          aria-selected=${view === current}
          tabindex=${view === current ? 0 : -1}
          @click=${() => view !== current && open(view)}
        >
          ${viewName(view)}
        </button>`,
    )}
  </div>`;
}

/** Moves the focus to a tab once it is the selected one. */
export async function focusTab(host: LitElement, view: ListView): Promise<void> {
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
}
