// The client is part of the one file here; elsewhere it is a chunk that is fetched when first needed.
import '../../src/api/client.js';
import './bundle-glyphs.js';
import '../define-all.js';

export * from '../../src/index.js';
