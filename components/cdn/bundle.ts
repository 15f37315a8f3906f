import './bundle-glyphs.js';
import './bundle-prefix.js';
import '../define-all.js';

export * from '../../src/index.js';
