import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {elementNames} from '../support/elements.js';
import {differenceOf, readAlbum, readPicture, writeAlbum, type Pictures} from '../support/pictures.js';
import {serveFolder} from '../support/static-server.js';
import {StoryBrowser, widths, type Width} from '../support/story-browser.js';

const folder = 'storybook-static';
const picturesFile = 'test/tooling/story-pictures.tsv';
/** `npm run screenshots -- --update` keeps what is seen; everybody else compares with it. */
const isUpdate = process.env.SURETY_PICTURES === 'update';
/** A busy machine may need so many looks until all of a story stands as it will. */
const LOOKS = 6;

interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
  importPath: string;
  /** `moving`: looks otherwise each time; `hard-to-read`: has too little contrast on purpose. */
  tags: string[];
}

/** When the newest file below the folders was written. */
const newest = (folders: readonly string[]) =>
  Math.max(
    ...folders.flatMap(each =>
      readdirSync(each, {recursive: true, encoding: 'utf8'}).map(name => statSync(`${each}/${name}`).mtimeMs),
    ),
  );

function buildWhereOld(): void {
  const index = `${folder}/index.json`;
  const sources = ['stories', 'components', 'src', 'demo/sandbox', '.storybook'];
  if (existsSync(index) && statSync(index).mtimeMs > newest(sources)) return;
  execFileSync('npm', ['run', '--silent', 'build:storybook'], {stdio: ['ignore', 'ignore', 'inherit']});
}

buildWhereOld();
const {entries} = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
  entries: Record<string, Entry>;
};
const stories = Object.values(entries).filter(({type}) => type === 'story');
const elements = elementNames();

for (const name of elements) {
  test(`surety-${name} has a story`, () => {
    assert.ok(stories.some(({importPath}) => importPath === `./stories/${name}.stories.ts`));
  });
}

/** States that an element with something to fetch is in sooner or later; narrow and dark is each of its stories below. */
const states = {
  'while it waits': /読み込み中|作成中|確認中|遅い回線/,
  'when nobody answers': /通信できない|通信エラー/,
};
for (const name of elements.filter(each => each !== 'provider')) {
  for (const [state, names] of Object.entries(states)) {
    test(`surety-${name} has a story of what is seen ${state}`, () => {
      const own = stories.filter(({importPath}) => importPath === `./stories/${name}.stories.ts`);
      assert.ok(
        own.some(each => names.test(each.name)),
        own.map(each => each.name).join('、'),
      );
    });
  }
}

/** The parts that each element's documentation names. */
const documentedParts = new Map(
  (
    JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
      modules: {declarations?: {tagName?: string; cssParts?: {name: string}[]}[]}[];
    }
  ).modules.flatMap(({declarations = []}) =>
    declarations.map(({tagName = '', cssParts = []}): [string, Set<string>] => [
      tagName,
      new Set(cssParts.map(({name}) => name)),
    ]),
  ),
);

/** How large pictures are kept: so many px wide, of so many px of the page from its top. */
const sizes: Record<Width, readonly [pixels: number, maxHeight: number]> = {
  narrow: [40, 2400],
  wide: [64, 1800],
};

describe('stories', {concurrency: 2}, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  const kept = readAlbum(picturesFile);
  const pictures: Pictures = new Map();
  let drawnBy: string;
  before(async () => {
    browser = await launchChromium();
    drawnBy = `Chromium ${browser.version().split('.')[0]}`;
    server = await serveFolder(folder, {pages: {'/favicon.ico': ''}}); // browsers ask for it by themselves
  });
  after(async () => {
    await browser.close();
    await server.close();
    if (isUpdate) writeAlbum(picturesFile, {browser: drawnBy, pictures});
  });

  /** Controls that a page cannot style because no part, or none that is documented, leads to them. */
  async function unreachable(tab: StoryBrowser): Promise<string[]> {
    const found = (await tab.controls()).filter(({element}) => element.startsWith('surety-'));
    const missing = found.filter(
      ({element, parts}) => !parts.some(part => documentedParts.get(element)?.has(part)),
    );
    return [
      ...new Set(
        missing.map(({element, parts}) => `${element}: no documented part for "${parts.join(' ')}"`),
      ),
    ];
  }

  /** Looks until the story is as it was; what sets them apart where it never is. */
  async function compare(tab: StoryBrowser, name: string, width: Width): Promise<string | undefined> {
    const before = kept.pictures.get(name);
    let difference: string | undefined = 'no picture of it is kept';
    for (let look = 0; before && difference && look < LOOKS; look++) {
      if (look > 0) await tab.settled();
      difference = differenceOf(before, readPicture(await tab.picture(width, ...sizes[width])));
    }
    return difference;
  }

  /** What is wrong with how the story looks at a width. */
  async function lookAt(tab: StoryBrowser, {id, tags}: Entry, width: Width): Promise<string[]> {
    const overflow = await tab.overflow(width);
    const complaints = overflow > 0 ? [`${widths[width]} px: sticks out of the page by ${overflow} px`] : [];
    if (tags.includes('moving')) return complaints;
    const name = `${id} ${widths[width]}`;
    if (isUpdate) pictures.set(name, readPicture(await tab.picture(width, ...sizes[width])));
    if (isUpdate || kept.browser !== drawnBy) return complaints;
    const difference = await compare(tab, name, width);
    if (!difference) return complaints;
    const file = await tab.keepScreenshot(name);
    return [
      ...complaints,
      `${widths[width]} px: ${difference}; see ${file}, and if it is meant so: npm run screenshots -- --update`,
    ];
  }

  test('pictures are compared where the browser is the one that drew them', t => {
    if (isUpdate) return;
    if (kept.browser !== drawnBy)
      t.diagnostic(
        `Pictures of stories were not compared: ${kept.browser} drew them, and this is ${drawnBy}.`,
      );
    assert.match(kept.browser, /^Chromium \d+$/);
  });

  for (const file of new Set(stories.map(({importPath}) => importPath))) {
    describe(file, {concurrency: 1}, () => {
      let tab: StoryBrowser;
      before(async () => {
        tab = await StoryBrowser.open(browser, server.origin);
      });
      after(() => tab.close());

      stories
        .filter(({importPath}) => importPath === file)
        .forEach((story, index) => {
          const {id, title, name, tags} = story;
          test(`${title} / ${name} renders, asks no other host, fits the page, lets each control be styled, and has nothing that axe objects to`, async () => {
            assert.equal(await tab.show(id), `rendered ${id}`);
            // In dark only the colours differ, and their tokens are measured pair by pair: one story of each file tells.
            const found = await tab.axe(index === 0 ? ['light', 'dark'] : ['light']);
            const complaints = tags.includes('hard-to-read')
              ? found.filter(each => !each.includes('color-contrast'))
              : found;
            complaints.push(...(await unreachable(tab)));
            complaints.push(...(await lookAt(tab, story, 'wide')), ...(await lookAt(tab, story, 'narrow')));
            assert.deepEqual([...complaints, ...tab.complaints], []);
          });
        });
    });
  }
});
