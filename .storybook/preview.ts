/// <reference types="vite/client" />
import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {setGlyphBase} from '../src/pdf/glyph-base.js';

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
    options: {storySort: {order: ['はじめに', '申込', '契約', '発注者', '設定']}},
    viewport: {
      options: {
        narrow: {name: '320 px', styles: {width: '320px', height: '720px'}},
        tablet: {name: '768 px', styles: {width: '768px', height: '1024px'}},
        wide: {name: '1280 px', styles: {width: '1280px', height: '900px'}},
      },
    },
  },
  globalTypes: {
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
  initialGlobals: {colorScheme: 'light'},
  decorators: [
    (story, {globals}) => {
      const scheme = globals.colorScheme === 'dark' ? 'dark' : 'light';
      const {style} = document.documentElement;
      style.colorScheme = scheme;
      style.background = 'Canvas';
      return story();
    },
  ],
};

export default preview;
