import './bundle-glyphs.js';
import '../define-all.js';

export * from '../../src/index.js';
