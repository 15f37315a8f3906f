/** Languages of the kit as BCP 47 tags; `ja-simple` is やさしい日本語. The first is that of the source. */
export const LOCALES = ['ja', 'en', 'ja-simple'] as const;

/** A language of the kit. */
export type Locale = (typeof LOCALES)[number];

/** A partner's own wording for one language. */
export interface MessageOverrides {
  /** Words that every sentence says otherwise: `{発注者: '委託者'}`. Longer words are replaced first. */
  readonly words?: Readonly<Record<string, string>>;
  /** Sentences by their id in `catalogue.json`; `{0}` stands for the first thing put in. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** A partner's own wording, language by language. */
export type Messages = Readonly<Partial<Record<Locale, MessageOverrides>>>;

/** The kit's language for a BCP 47 tag (`en-GB` → `en`, `ja-JP` → `ja`); nothing for one it does not speak. */
export function readLocale(tag: string): Locale | undefined {
  const parts = tag.toLowerCase().split('-');
  const fits = (locale: Locale) => locale.split('-').every(part => parts.includes(part));
  return LOCALES.filter(fits)
    .sort((one, other) => other.length - one.length)
    .find(locale => locale.split('-')[0] === parts[0]);
}
