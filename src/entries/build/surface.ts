import {readFileSync} from 'node:fs';
import path from 'node:path';
import {readCatalogue} from '../../i18n/build/catalogue.js';
import {tokens} from '../../theme/tokens.js';
import {apiLines, schemaLines, type ApiDescription, type Schema} from './api-surface.js';
import {exportedNames} from './exported-names.js';
import {tagsOf, wordsOf, type Manifest, type TagManifest} from './manifest.js';

/** All that others rely on, by kind: short sorted lines, each a promise that is kept or not. */
export interface Surface {
  readonly elements: readonly string[];
  readonly tokens: readonly string[];
  readonly exports: readonly string[];
  readonly api: readonly string[];
  /** Ids of the catalogue; they follow from the words, so another wording is another id. */
  readonly messages: readonly string[];
}

/** The names in `CustomEvent<{error: SuretyError, code?: string}>`. */
const detailNames = (type = '') => [...type.matchAll(/[{,;]\s*(\w+)\??:/g)].map(([, name = '']) => name);

/** What a page may write for a tag, and what it hears of it. */
export function elementLines(tag: TagManifest): string[] {
  const {tagName, attributes = [], members = [], events = [], slots = [], cssParts = []} = tag;
  const named = (kind: string, each: readonly {name: string}[]) =>
    each.map(({name}) => `${tagName} ${kind} ${name || '(default)'}`);
  return [
    tagName,
    ...named('attribute', attributes),
    ...attributes.flatMap(({name, type}) =>
      wordsOf(type?.text).map(word => `${tagName} attribute ${name} = ${word}`),
    ),
    ...members.map(({kind, name}) => `${tagName} ${kind === 'method' ? 'method' : 'property'} ${name}`),
    ...named('event', events),
    ...events.flatMap(({name, type}) =>
      detailNames(type?.text).map(detail => `${tagName} event ${name} detail ${detail}`),
    ),
    ...named('slot', slots),
    ...named('part', cssParts),
  ];
}

type Exports = Readonly<Record<string, string | {readonly types: string}>>;

/** Every entry point, and what those that are one module export. */
function exportLines(exports: Exports, root: string): string[] {
  return Object.entries(exports).flatMap(([entry, target]) => {
    const name = `surety-elements${entry.slice(1)}`;
    if (typeof target === 'string' || entry.includes('*')) return [name];
    const source = target.types.replace(/^\.\/dist\/types\/(.*)\.d\.ts$/, '$1.ts');
    return [name, ...exportedNames(path.join(root, source)).map(each => `${name} ${each}`)];
  });
}

const sorted = (lines: readonly string[]) => [...new Set(lines)].sort();

/** Reads what this tree offers: out of its sources, and out of what `npm run analyze` has written into `dist`. */
export function readSurface(root: string): Surface {
  const read = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
  const feed = read<Schema>('dist/obligee-feed.schema.json');
  return {
    elements: sorted(tagsOf(read<Manifest>('dist/custom-elements.json')).flatMap(elementLines)),
    tokens: sorted(tokens.map(({name}) => name)),
    exports: sorted(exportLines(read<{exports: Exports}>('package.json').exports, root)),
    api: sorted([
      ...apiLines(read<ApiDescription>('dist/openapi.json')),
      ...schemaLines('obligee-feed', feed, 'request'),
    ]),
    messages: sorted(Object.keys(readCatalogue())),
  };
}
