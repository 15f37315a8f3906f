/// <reference types="vite/client" />
import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {setGlyphBase} from '../src/pdf/glyph-base.js';

const themes = import.meta.glob<string>('../components/themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const theme = new CSSStyleSheet();
document.adoptedStyleSheets.push(theme);

// Written by `npm run analyze`; without it there are stories, but no tables of attributes.
const [manifest] = Object.values(
  import.meta.glob('../dist/custom-elements.json', {eager: true, import: 'default'}),
);
if (manifest) setCustomElementsManifest(manifest);
setGlyphBase(new URL('glyphs/', document.baseURI));
document.documentElement.lang = 'ja';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: {test: 'error'},
    backgrounds: {disable: true}, // the surface follows the page's colour scheme
    controls: {expanded: true, sort: 'requiredFirst'},
    options: {storySort: {order: ['はじめに', '見た目', '手引き', '申込', '契約', '発注者', '流れ', '設定']}},
    viewport: {
      options: {
        narrow: {name: '320 px', styles: {width: '320px', height: '720px'}},
        tablet: {name: '768 px', styles: {width: '768px', height: '1024px'}},
        wide: {name: '1280 px', styles: {width: '1280px', height: '900px'}},
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'テーマ',
      toolbar: {
        title: 'テーマ',
        icon: 'paintbrush',
        items: [
          {value: '', title: '標準'},
          {value: 'compact', title: '詰めた表示'},
          {value: 'municipal-green', title: '市町村の緑'},
          {value: 'high-contrast', title: '高いコントラスト'},
        ],
        dynamicTitle: true,
      },
    },
    colorScheme: {
      description: '配色',
      toolbar: {
        title: '配色',
        icon: 'contrast',
        items: [
          {value: 'light', title: '明るい'},
          {value: 'dark', title: '暗い'},
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {colorScheme: 'light', theme: ''},
  decorators: [
    (story, {globals}) => {
      const scheme = globals.colorScheme === 'dark' ? 'dark' : 'light';
      const {style, dataset} = document.documentElement;
      dataset.colours = scheme; // for pages of words; elements follow the colour scheme itself
      style.colorScheme = scheme;
      style.background = 'Canvas';
      theme.replaceSync(themes[`../components/themes/${String(globals.theme)}.css`] ?? '');
      return story();
    },
  ],
};

export default preview;
