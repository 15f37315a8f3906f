import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {TDocumentDefinitions} from 'pdfmake/interfaces.js';

const require = createRequire(import.meta.url);

/** pdfmake for Node; its types are those of the browser's. */
interface Maker {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  virtualfs: {writeFileSync(name: string, content: Buffer): void};
  createPdf(definition: TDocumentDefinitions): {getBuffer(): Promise<Buffer>};
}

let maker: Maker | undefined;

/** A PDF with its font inside, made by another program than ours. */
export async function makePdf(lines: readonly string[], userPassword?: string): Promise<Buffer> {
  if (!maker) {
    maker = require('pdfmake') as Maker;
    const font = require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
    maker.virtualfs.writeFileSync('japanese.ttf', readFileSync(font));
    maker.setFonts({Japanese: {normal: 'japanese.ttf'}});
  }
  const content = lines.map(text => ({text, margin: [0, 0, 0, 8] as [number, number, number, number]}));
  return maker
    .createPdf({content, defaultStyle: {font: 'Japanese'}, ...(userPassword && {userPassword})})
    .getBuffer();
}
