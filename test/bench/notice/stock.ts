import {jsPDF} from 'jspdf';
import {compete, linesOf, wholeFont} from './page.js';

compete(async () => {
  const bytes = new Uint8Array(await wholeFont());
  const font = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return {
    make: async notice => {
      const doc = new jsPDF({unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true});
      doc.addFileToVFS('a.ttf', font);
      doc.addFont('a.ttf', 'A', 'normal', undefined, 'Identity-H');
      doc.setFont('A');
      let y = 64;
      for (const {text, size} of linesOf(notice)) {
        doc.setFontSize(size);
        for (const line of doc.splitTextToSize(text, 453) as string[]) {
          doc.text(line, 71, y);
          y += size * 1.75;
        }
      }
      return new Uint8Array(doc.output('arraybuffer'));
    },
  };
});
