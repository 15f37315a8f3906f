import {msg as translate, str} from '@lit/localize';

export {str};

/** A Japanese sentence, plain or with places where something is put in. */
type Sentence = string | ReturnType<typeof str>;

let isSourceWanted = false;

/**
 * Returns a sentence in the language in force, like `msg` of lit-localize, or in Japanese within `inJapanese()`.
 * Call it by this name: translators' files are written by looking for calls of `msg`.
 */
export function msg(sentence: Sentence, options?: {desc: string}): string {
  if (!isSourceWanted)
    return typeof sentence === 'string' ? translate(sentence, options) : translate(sentence, options);
  return typeof sentence === 'string' ? sentence : String.raw({raw: sentence.strings}, ...sentence.values);
}

/** Runs a function whose words are Japanese whatever the language of the page: documents and the results of `surety-elements/domain`. */
export function inJapanese<Result>(write: () => Result): Result {
  const outer = isSourceWanted;
  isSourceWanted = true;
  try {
    return write();
  } finally {
    isSourceWanted = outer;
  }
}
