// The client is part of the one file here; elsewhere it is a chunk that is fetched when first needed.
import '../../src/api/client.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import '../define-all.js';

const here = import.meta.url;
setGlyphBase(new URL('./glyphs/', here));

export * from '../../src/index.js';
