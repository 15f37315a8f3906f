import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {templates as english} from '../locales/en.js';
import {templates as simple} from '../locales/ja-simple.js';
import {templates as japanese} from '../locales/ja-x-page.js';
import type {MessageTemplate, MessageTemplates} from '../overrides.js';

/** A message in all languages that say it; `{0}` stands for the first thing put in. */
export interface CatalogueEntry {
  readonly ja: string;
  readonly en: string;
  readonly 'ja-simple'?: string;
}

function write(template: MessageTemplate | undefined): string {
  if (typeof template !== 'object') return template ?? '';
  return template.strings
    .map((text, at) => text + (at in template.values ? `{${template.values[at]}}` : ''))
    .join('');
}

/** Every message by its id, as the elements say it. */
export function readCatalogue(): Record<string, CatalogueEntry> {
  const [en, plain] = [english as MessageTemplates, simple as MessageTemplates];
  const entries = Object.entries(japanese as MessageTemplates).map(([id, template]) => {
    const ja = write(template);
    const own = write(plain[id]);
    return [id, {ja, en: write(en[id]), ...(own !== ja && {'ja-simple': own})}] as const;
  });
  return Object.fromEntries(entries);
}

/** Writes `dist/catalogue.json`, from which partners take ids for their own wording. */
export function writeCatalogue(): void {
  const folder = fileURLToPath(new URL('../../../dist/', import.meta.url));
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}catalogue.json`, `${JSON.stringify(readCatalogue(), null, 1)}\n`);
}
