import {createKeyNoticePdf} from '../../../src/pdf/key-notice-pdf.js';
import {compete} from './page.js';

compete(async () => ({
  make: async notice => (await createKeyNoticePdf(notice, {glyphBase: '/glyphs/'})).bytes,
}));
