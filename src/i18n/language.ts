import {configureLocalization, LOCALE_STATUS_EVENT} from '@lit/localize';
import type {Locale, Messages} from './locale.js';
import {withOverrides, type MessageTemplates} from './overrides.js';

/** Japanese in a partner's own words; plain Japanese is the source and needs no templates. */
const REWORDED = 'ja-x-page';

const catalogues: Record<Locale, () => Promise<{templates: MessageTemplates}>> = {
  ja: () => import('./locales/ja-x-page.js') as Promise<{templates: MessageTemplates}>,
  en: () => import('./locales/en.js') as Promise<{templates: MessageTemplates}>,
  'ja-simple': () => import('./locales/ja-simple.js') as Promise<{templates: MessageTemplates}>,
};

let overrides: Messages = {};
/** The templates that are in force, by language; refilled in place when a partner's words change. */
const inForce = new Map<string, object>();

const localeOf = (target: string): Locale => (target === REWORDED ? 'ja' : (target as Locale));

async function read(target: string): Promise<MessageTemplates> {
  const {templates} = await catalogues[localeOf(target)]();
  return withOverrides(templates, overrides[localeOf(target)] ?? {});
}

async function loadLocale(target: string) {
  const templates = await read(target);
  inForce.set(target, templates);
  return {templates: templates as never};
}

const {getLocale, setLocale} = configureLocalization({
  sourceLocale: 'ja',
  targetLocales: ['en', 'ja-simple', REWORDED],
  loadLocale,
});

/**
 * Puts all elements of the page into a language, in a partner's own words if there are any; they render anew.
 * @throws When the code of the language could not be loaded; the page then keeps the language it has.
 */
export async function setLanguage(locale: Locale, messages: Messages = {}): Promise<void> {
  const target = locale === 'ja' && messages.ja ? REWORDED : locale;
  const isReworded = getLocale() === target && overrides[locale] !== messages[locale];
  overrides = messages;
  if (!isReworded) return setLocale(target);
  Object.assign(inForce.get(target) ?? {}, await read(target));
  const detail = {status: 'ready', readyLocale: target};
  window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, {detail}));
}
