import pdfmake from 'pdfmake/build/pdfmake.js';
import {compete, linesOf, wholeFont} from './page.js';

interface PdfMake {
  addVirtualFileSystem(files: Record<string, string>): void;
  addFonts(fonts: Record<string, Record<string, string>>): void;
  createPdf(definition: object): {getBuffer(): Promise<Uint8Array>};
}

compete(async () => {
  const bytes = new Uint8Array(await wholeFont());
  const make = pdfmake as unknown as PdfMake;
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  make.addVirtualFileSystem({'a.ttf': btoa(binary)});
  make.addFonts({A: {normal: 'a.ttf'}});
  return {
    make: notice =>
      make
        .createPdf({
          pageSize: 'A4',
          pageMargins: [71, 64, 71, 60],
          defaultStyle: {font: 'A', lineHeight: 1.5},
          content: linesOf(notice).map(({text, size: fontSize}) => ({text, fontSize})),
        })
        .getBuffer(),
  };
});
