import {LOCALE_STATUS_EVENT} from '@lit/localize';
import {html} from 'lit';
import {readLocale, type Locale, type Messages} from '../../src/i18n/locale.js';

/** The language that the elements of this page speak now. */
let active: Locale = 'ja';
/** What was asked for last; a language is the page's, so the last one that asks wins. */
let wish: {locale: Locale; messages: Messages} = {locale: 'ja', messages: {}};
let isLoading = false;

const tellReady = (readyLocale: string) =>
  window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, {detail: {status: 'ready', readyLocale}}));

/** Whether a language is on its way that the page has asked for. */
export const isLanguageLoading = (): boolean => isLoading;

/**
 * Asks for a language by its BCP 47 tag and for a partner's own words; nothing is fetched for plain Japanese.
 * A language whose code cannot be loaded leaves the words as they are.
 */
export async function speak(tag: string | undefined, messages: Messages | undefined): Promise<void> {
  const locale = (tag ? readLocale(tag) : undefined) ?? wish.locale;
  const asked = {locale, messages: messages ?? wish.messages};
  if (asked.locale === wish.locale && asked.messages === wish.messages) return;
  wish = asked;
  isLoading = true;
  try {
    const {setLanguage} = await import('../../src/i18n/language.js');
    await setLanguage(asked.locale, asked.messages);
    if (wish === asked) active = locale;
  } catch {
    if (wish === asked) wish = {locale: active, messages: {}};
  } finally {
    isLoading = false;
    tellReady(active);
  }
}

/** Content that says its language where the page around it is in another one, for voices and the shapes of letters. */
export function inLanguage(element: Element, content: unknown): unknown {
  const around = languageAround(element);
  if (around === active || (active !== 'en' && around.split('-')[0] === 'ja')) return content;
  return html`<div class="language" lang=${active}>${content}</div>`;
}

function languageAround(element: Element): string {
  const named = element.closest('[lang]');
  if (named) return named.getAttribute('lang') ?? '';
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host ? languageAround(host) : '';
}
