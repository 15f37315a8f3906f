import {LOCALE_STATUS_EVENT} from '@lit/localize';
import {html} from 'lit';
import {readLocale, type Locale, type Messages} from '../../src/i18n/locale.js';

/** The language of all elements of this page. */
let active: Locale = 'ja';
/** What was requested last. The language is the page's, so the last request wins. */
let requested: {locale: Locale; messages: Messages} = {locale: 'ja', messages: {}};
let isLoading = false;

const dispatchReady = (readyLocale: string) =>
  window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, {detail: {status: 'ready', readyLocale}}));

/** Whether a requested language is being loaded. */
export const isLanguageLoading = (): boolean => isLoading;

/**
 * Sets the language of the page by its BCP 47 tag, and a partner's own words. Nothing is fetched for plain Japanese; a language
 * that cannot be loaded changes nothing.
 */
export async function setPageLanguage(
  tag: string | undefined,
  messages: Messages | undefined,
): Promise<void> {
  const locale = (tag ? readLocale(tag) : undefined) ?? requested.locale;
  const request = {locale, messages: messages ?? requested.messages};
  if (request.locale === requested.locale && request.messages === requested.messages) return;
  requested = request;
  isLoading = true;
  try {
    const {setLanguage} = await import('../../src/i18n/language.js');
    await setLanguage(request.locale, request.messages);
    if (requested === request) active = locale;
  } catch {
    if (requested === request) requested = {locale: active, messages: {}};
  } finally {
    isLoading = false;
    dispatchReady(active);
  }
}

/** Wraps content in `lang` where the page around it is in another language, for speech and for the shapes of letters. */
export function inPageLanguage(element: Element, content: unknown): unknown {
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
