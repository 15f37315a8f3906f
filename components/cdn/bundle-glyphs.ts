import {suggestGlyphBase} from '../../src/pdf/glyph-base.js';

// The one file lies beside the folder; elements on their own suggest what is right for a chunk.
const here = import.meta.url;
suggestGlyphBase(new URL('./glyphs/', here));
