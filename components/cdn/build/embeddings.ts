import type {Embedding} from './integrity.js';

const isSandbox = (file: string) => /^sandbox(\.js|\/)/.test(file);

/** The two ways to bring the kit into a page, by the name of the page that shows them. */
export const embeddings: Readonly<Record<string, Embedding>> = {
  'snippet.html': {
    entry: 'surety-elements.js',
    about:
      'The form and what all elements share; the code of another element is fetched when its tag is on the page.',
    fetchesLater: file => file.startsWith('chunks/') || isSandbox(file),
  },
  'snippet.bundle.html': {
    entry: 'surety-elements.bundle.js',
    about:
      'All elements in one file; only PDF, dropped files, other languages and environment="mock" are fetched later.',
    fetchesLater: file => file.startsWith('later/') || isSandbox(file),
  },
};
