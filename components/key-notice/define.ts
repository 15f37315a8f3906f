import {suggestGlyphBase} from '../../src/pdf/glyph-base.js';
import {define} from '../kernel/define.js';
import {SuretyKeyNotice} from './key-notice.js';

define('surety-key-notice', SuretyKeyNotice);

// Not written in one expression, or bundlers take the folder for a file of theirs.
const here = import.meta.url;
suggestGlyphBase(new URL('../glyphs/', here));
