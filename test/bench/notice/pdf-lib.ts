import fontkit from '@pdf-lib/fontkit';
import {PDFDocument} from 'pdf-lib';
import {compete, linesOf, wholeFont} from './page.js';

compete(async () => {
  const bytes = await wholeFont();
  return {
    make: async notice => {
      const doc = await PDFDocument.create();
      doc.registerFontkit(fontkit);
      const font = await doc.embedFont(bytes, {subset: true});
      const page = doc.addPage([595.28, 841.89]);
      let y = 778;
      for (const {text, size} of linesOf(notice)) {
        page.drawText(text, {x: 71, y, size, font, maxWidth: 453, lineHeight: size * 1.75, wordBreaks: ['']});
        y -= size * 1.75 * Math.ceil(font.widthOfTextAtSize(text, size) / 453);
      }
      return doc.save();
    },
  };
});
