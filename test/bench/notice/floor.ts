import {zlibSync} from 'fflate';
import {FontSubset} from '../../../src/pdf/font-subset.js';
import {layOutNotice, noticeTexts} from '../../../src/pdf/notice-page.js';
import type {Mark, TextMark} from '../../../src/pdf/page-blocks.js';
import {hex, utf16Hex} from '../../../src/pdf/pdf-internals.js';
import {textUnits} from '../../../src/pdf/text-units.js';
import {loadTypeface} from '../../../src/pdf/typeface.js';
import {compete} from './page.js';

// The same page and the same glyphs, with the PDF written by hand and nothing in it that is not seen: no structure, no data file.

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';
const latin1 = (bytes: Uint8Array) => Array.from(bytes, byte => String.fromCharCode(byte)).join('');
const bytesOf = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0));

function stream(data: Uint8Array, entries = ''): string {
  const packed = latin1(zlibSync(data));
  return `<</Length ${packed.length} /Filter /FlateDecode ${entries}>>\nstream\n${packed}\nendstream`;
}

function write(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const lines = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(file);
}

function operators(marks: readonly Mark[], subset: FontSubset): string {
  const lines = marks.map(mark => {
    const [x, y] = [mark.x.toFixed(2), (841.89 - mark.y).toFixed(2)];
    if (mark.kind === 'rule') return `${x} ${y} m ${(mark.x + mark.width).toFixed(2)} ${y} l S`;
    if (mark.kind !== 'text') return '';
    const codes = subset.codes(mark).map(hex).join('');
    return `BT /F ${mark.size.toFixed(2)} Tf ${(mark.spacing ?? 0).toFixed(2)} Tc ${x} ${y} Td <${codes}> Tj ET`;
  });
  return lines.join('\n');
}

compete(async () => ({
  make: async notice => {
    const page = {notice, data: {contractNumber: notice.contractNumber}};
    const typeface = await loadTypeface(noticeTexts(page).flatMap(textUnits), '/glyphs/', {});
    const marks = layOutNotice(page, typeface);
    const subset = new FontSubset(marks.filter(isText), typeface);
    const file = subset.file();
    const texts = subset.characters
      .slice(1)
      .map(({text}, index) => `<${hex(index + 1)}> <${utf16Hex(text)}>`)
      .join('\n');
    const map = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${subset.characters.length - 1} beginbfchar\n${texts}\nendbfchar endcmap`;
    const widths = subset.characters.map(({advance}) => advance).join(' ');
    return write([
      '<</Type /Catalog /Pages 2 0 R>>',
      '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>',
      stream(bytesOf(operators(marks, subset))),
      '<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R>>',
      `<</Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor 7 0 R /CIDToGIDMap /Identity /W [0 [${widths}]]>>`,
      `<</Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [-200 ${subset.descent} 1200 ${subset.ascent}] /ItalicAngle 0 /Ascent ${subset.ascent} /Descent ${subset.descent} /CapHeight 740 /StemV 80 /FontFile2 8 0 R>>`,
      stream(file, `/Length1 ${file.length}`),
      stream(bytesOf(map)),
    ]);
  },
}));
