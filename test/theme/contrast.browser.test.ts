import {expect, nextFrame} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/obligee-directory/define.js';
import type {Environment} from '../../src/config.js';
import {checkContrast, readPalette} from '../../src/theme/contrast.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox} from '../support/mount.js';

const themes = ['compact', 'municipal-green', 'high-contrast'];

/** Puts a shipped style sheet into the page, as a host page does. */
async function useTheme(name: string) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `/components/themes/${name}.css`;
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${name}.css was not found.`));
  });
  document.head.append(link);
  await loaded;
  return link;
}

/** The directory in a provider; the page sets its colours on its root. */
async function mountDirectory(colours: Record<string, string> = {}, environment: Environment = 'sandbox') {
  for (const [name, value] of Object.entries(colours))
    document.documentElement.style.setProperty(name, value);
  const {el} = await mountWithSandbox(html`<surety-obligee-directory></surety-obligee-directory>`, {
    environment,
  });
  return el;
}

/** What was said on the console while something was done. */
async function warningsOf(act: (said: readonly string[]) => Promise<unknown>): Promise<string[]> {
  const own = console.warn;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  try {
    await act(said);
  } finally {
    console.warn = own;
  }
  return said;
}

afterEach(() => document.documentElement.removeAttribute('style'));

describe('checkContrast', () => {
  it('finds nothing in the default colours, light and dark', async () => {
    const directory = await mountDirectory();
    for (const colorScheme of ['light', 'dark'] as const)
      expect(checkContrast(directory, {colorScheme})).to.deep.equal([]);
  });

  for (const theme of themes) {
    it(`finds nothing in ${theme}, light and dark`, async () => {
      const link = await useTheme(theme);
      const directory = await mountDirectory();
      for (const colorScheme of ['light', 'dark'] as const)
        expect(checkContrast(directory, {colorScheme})).to.deep.equal([]);
      link.remove();
    });
  }

  it('follows the colour scheme of the page where none is named', async () => {
    const directory = await mountDirectory();
    expect(readPalette(directory).surface).to.equal('rgb(255, 255, 255)');
    document.documentElement.style.colorScheme = 'dark';
    expect(readPalette(directory).surface).to.equal('rgb(26, 26, 28)');
  });

  it('understands what a page may write: names, oklch, other properties, and halves by colour scheme', async () => {
    const directory = await mountDirectory({
      '--city': 'oklch(0.95 0.02 150)',
      '--surety-color-link': 'var(--city)',
      '--surety-color-error': 'gold',
      '--surety-color-success': 'light-dark(#197a4b, #0c472a)',
    });
    const tooLow = (colorScheme: 'light' | 'dark') => [
      ...new Set(checkContrast(directory, {colorScheme}).map(({foreground}) => foreground)),
    ];
    expect(tooLow('light')).to.have.members(['link', 'error', 'surface']); // surface: the number on a tab
    expect(tooLow('dark')).to.have.members(['success']);
  });

  it('leaves nothing behind in the element', async () => {
    const directory = await mountDirectory();
    const before = directory.shadowRoot?.innerHTML;
    checkContrast(directory);
    expect(directory.shadowRoot?.innerHTML).to.equal(before);
    expect(directory.childNodes).to.have.length(0);
  });
});

describe('a page whose colours are too close', () => {
  it('is told while it is being built, each pair once', async () => {
    const said = await warningsOf(async said => {
      await mountDirectory({'--surety-color-link': '#9ab'});
      await eventually(() => said.some(each => each.includes('-link on')));
      await mountDirectory({'--surety-color-link': '#9ab', '--surety-color-border': '#eee'});
      await eventually(() => said.some(each => each.includes('-border on')));
    });
    const once = said.filter(each => each.includes('--surety-color-link on --surety-color-surface:'));
    expect(once).to.deep.equal([
      'surety-elements: --surety-color-link on --surety-color-surface: 2.38:1, text needs 4.5:1.',
    ]);
  });

  it('is told nothing in production', async () => {
    const said = await warningsOf(async () => {
      const directory = await mountDirectory({'--surety-color-success': '#cde'}, 'production');
      expect(checkContrast(directory)).to.have.length(3); // it would have something to say
      await nextFrame();
    });
    expect(said).to.deep.equal([]);
  });
});
