import {configureLocalization} from '@lit/localize';

// The library tells a change of language to `window`, which Node does not have.
Object.assign(globalThis, {window: new EventTarget()});

/** Puts the words of this process into a language: `ja`, `en` or `ja-simple`. */
export const {setLocale} = configureLocalization({
  sourceLocale: 'ja',
  targetLocales: ['en', 'ja-simple'],
  loadLocale: locale => import(`../../src/i18n/locales/${locale}.ts`) as never,
});
