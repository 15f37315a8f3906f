const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** Ends of sentences and of requests. */
const SENTENCE = /。|です|ます|ません|ました|ください/;
const SPOKEN_ATTRIBUTES = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'];

/** Days in 和暦, amounts in 万円 and the way to address somebody: written in Japanese beside the English ones. */
const NOTATIONS = /(令和|平成)\S+?日|[\d,億万千]+円|様|〇+|××|[・、（）()「」\s]/g;

/** Returns texts and spoken attributes of an element and its shadow roots, quotations (`lang="ja"`) left out. */
function textsIn(node: Node): string[] {
  if (node instanceof Text) return [node.data];
  if (node instanceof Element && (node.getAttribute('lang') === 'ja' || node.localName === 'style'))
    return [];
  const spoken = node instanceof Element ? SPOKEN_ATTRIBUTES.map(name => node.getAttribute(name) ?? '') : [];
  const roots = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
  return [...spoken, ...[...roots, ...node.childNodes].flatMap(textsIn)];
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Returns Japanese that belongs to the element itself: neither a quotation nor one of the names. */
export function japaneseTexts(element: Element, names: Iterable<string>): string[] {
  const byLength = [...names]
    .map(fold)
    .filter(name => JAPANESE.test(name))
    .sort((a, b) => b.length - a.length);
  const isOwn = (text: string): boolean =>
    SENTENCE.test(text) ||
    JAPANESE.test(byLength.reduce((rest, name) => rest.replaceAll(name, ''), text).replaceAll(NOTATIONS, ''));
  const texts = textsIn(element).map(fold);
  return [...new Set(texts.filter(text => JAPANESE.test(text) && isOwn(text)))];
}

/** Returns every text of an answer of the API. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
