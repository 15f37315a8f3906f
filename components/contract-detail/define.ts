import {suggestGlyphBase} from '../../src/pdf/glyph-base.js';
import {define} from '../kernel/define.js';
import {SuretyContractDetail} from './contract-detail.js';

define('surety-contract-detail', SuretyContractDetail);

// Not written in one expression, or bundlers take the folder for a file of theirs.
const here = import.meta.url;
suggestGlyphBase(new URL('../glyphs/', here));
