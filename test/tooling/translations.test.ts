import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {readCatalogue} from '../../src/i18n/build/catalogue.js';
import {Localizer, ownFolders} from '../../src/i18n/build/localizer.js';
import {updateMessages} from '../../src/i18n/build/update.js';
import {readTemplate, type MessageTemplates} from '../../src/i18n/overrides.js';

const copy = mkdtempSync(join(tmpdir(), 'messages-'));
after(() => rmSync(copy, {recursive: true}));

const localizer = new Localizer(ownFolders);
const {messages, errors} = localizer.extractSourceMessages();
const {translations} = localizer.readTranslationsSync();
const inLocale = (locale: string) => new Set(translations.get(locale as never)?.map(({name}) => name));
const wordsOf = (contents: readonly unknown[]) => contents.filter(part => typeof part === 'string').join('…');

describe('translations', () => {
  test('every msg() in the code can be read', () => {
    assert.deepEqual(errors, []);
    assert.ok(messages.length > 800, `${messages.length} messages`);
  });

  test('every message has an English sentence', () => {
    const english = inLocale('en');
    const missing = messages.filter(({name}) => !english.has(name));
    assert.deepEqual(
      missing.map(({name, contents}) => `${name} ${wordsOf(contents)}`),
      [],
      'Run `npm run messages` and write the <target> in src/i18n/xliff/en.xlf.',
    );
  });

  test('every sentence about an error is said in やさしい日本語 too', () => {
    const simple = inLocale('ja-simple');
    const mustBeSimple = messages.filter(({file}) => /i18n\/(?:error|input)-text\.ts$/.test(file.fileName));
    assert.ok(mustBeSimple.length > 10);
    assert.deepEqual(
      mustBeSimple.filter(({name}) => !simple.has(name)).map(({contents}) => wordsOf(contents)),
      [],
    );
  });

  test('no translation loses or invents a place where something is put in', () => {
    assert.deepEqual(localizer.validateTranslations().errors, []);
  });

  test('no English sentence still has Japanese words other than examples and names in quotes', () => {
    const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/u;
    const spoken = Object.values(readCatalogue()).map(({en}) => en.replace(/“[^”]*”|Examples?: .*$/gu, ''));
    assert.deepEqual(
      spoken.filter(text => japanese.test(text)),
      [],
    );
  });

  test('the committed modules are what the code and the translators say', async () => {
    const folders = {xliff: join(copy, 'xliff'), locales: join(copy, 'locales')};
    cpSync(ownFolders.xliff, folders.xliff, {recursive: true});
    await updateMessages(folders);
    for (const name of ['en', 'ja-simple', 'ja-x-page']) {
      const read = ({locales}: typeof ownFolders) => readFileSync(join(locales, `${name}.ts`), 'utf8');
      assert.ok(
        read(folders) === read(ownFolders),
        `Run \`npm run messages\`: ${name}.ts is not up to date.`,
      );
    }
    for (const name of ['en', 'ja-simple']) {
      const read = ({xliff}: typeof ownFolders) => readFileSync(join(xliff, `${name}.xlf`), 'utf8');
      assert.ok(
        read(folders) === read(ownFolders),
        `Run \`npm run messages\`: ${name}.xlf is not up to date.`,
      );
    }
  });
});

describe('the published catalogue', () => {
  test('has each message with the places a partner may use in their own wording', async () => {
    const catalogue = readCatalogue();
    const {templates} = (await import('../../src/i18n/locales/ja-x-page.js')) as {
      templates: MessageTemplates;
    };
    assert.deepEqual(Object.keys(catalogue).toSorted(), messages.map(({name}) => name).toSorted());
    for (const [id, {ja}] of Object.entries(catalogue)) {
      const template = templates[id];
      const places = (of: MessageTemplates[string] | undefined) =>
        typeof of === 'object' ? [[...of.strings], of.values] : of;
      assert.deepEqual(places(readTemplate(ja)), places(template), id);
    }
  });
});
