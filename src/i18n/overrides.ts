import type {MessageOverrides} from './locale.js';

/** A message as `lit-localize build` writes it: plain, or with the places where something is put in. */
export type MessageTemplate =
  string | {readonly strTag: true; readonly strings: readonly string[]; readonly values: readonly number[]};

/** Messages by id. */
export type MessageTemplates = Readonly<Record<string, MessageTemplate>>;

/** A sentence with `{0}` as a template. */
export function readTemplate(text: string): MessageTemplate {
  const parts = text.split(/\{(\d+)\}/);
  if (parts.length === 1) return text;
  return {
    strTag: true,
    strings: parts.filter((_, at) => at % 2 === 0),
    values: parts.filter((_, at) => at % 2 === 1).map(Number),
  };
}

/** The messages in a partner's own words: whole sentences first, then words in all others. */
export function withOverrides(templates: MessageTemplates, overrides: MessageOverrides): MessageTemplates {
  const words = Object.entries(overrides.words ?? {}).sort(([one], [other]) => other.length - one.length);
  const reword = wordReplacer(words);
  const all = Object.entries(templates).map(([id, template]): [string, MessageTemplate] => {
    const own = overrides.texts?.[id];
    if (own !== undefined) return [id, readTemplate(own)];
    if (typeof template === 'string') return [id, reword(template)];
    return [id, {...template, strings: template.strings.map(reword)}];
  });
  return Object.fromEntries(all);
}

/** Replaces all words in one go, so that what was put in is not replaced again. */
function wordReplacer(words: readonly (readonly [string, string])[]): (text: string) => string {
  if (words.length === 0) return text => text;
  const pattern = new RegExp(
    words.map(([word]) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|'),
    'gu',
  );
  const replacements = new Map(words);
  return text => text.replace(pattern, word => replacements.get(word) ?? word);
}
