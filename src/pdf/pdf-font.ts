import {FULL_WIDTH, type FontSubset} from './font-subset.js';
import {binary, hex, utf16Hex, type PdfFile} from './pdf-file.js';

/** Adds the font of a document and returns its number; every character keeps its text, also where two of them look the same. */
export function addFont(pdf: PdfFile, subset: FontSubset): number {
  const file = subset.file();
  const name = `/${subsetTag(file)}+KeyNotice`;
  const {ascent, descent} = subset;
  const fontFile = pdf.addStream(`/Length1 ${file.length}`, file);
  const toUnicode = pdf.addStream('', binary(toUnicodeMap(subset)));
  const descriptor = pdf.add(
    `<</Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [-200 ${descent} 1200 ${ascent}] /ItalicAngle 0 ` +
      `/Ascent ${ascent} /Descent ${descent} /CapHeight 740 /StemV 80 /FontFile2 ${fontFile} 0 R>>`,
  );
  const descendant = pdf.add(
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /FontDescriptor ${descriptor} 0 R ` +
      '/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity ' +
      `/DW ${FULL_WIDTH} /W [${widths(subset)}]>>`,
  );
  return pdf.add(
    `<</Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ` +
      `/DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R>>`,
  );
}

/** Returns the widths of the characters that are not full-width; they have the first codes. */
function widths({characters}: FontSubset): string {
  const others = characters.slice(1).filter(({advance}) => advance !== FULL_WIDTH);
  return others.length > 0 ? `1 [${others.map(({advance}) => advance).join(' ')}]` : '';
}

// Entries of a block of a CMap (Adobe technical note 5014).
const MAX_BLOCK = 100;

function toUnicodeMap({characters}: FontSubset): string {
  const texts = characters.slice(1).map(({text}) => `<${utf16Hex(text)}>`);
  const blocks: string[] = [];
  for (let code = 1; code <= texts.length; code += MAX_BLOCK) {
    const block = texts.slice(code - 1, code - 1 + MAX_BLOCK);
    const last = code + block.length - 1;
    // A range may not go beyond codes with the same first byte.
    const split = Math.min(last, code | 0xff);
    const ranges = [[code, split] as const, ...(split < last ? [[split + 1, last] as const] : [])];
    blocks.push(`${ranges.length} beginbfrange`);
    for (const [from, to] of ranges) {
      blocks.push(`<${hex(from)}> <${hex(to)}> [${texts.slice(from - 1, to).join('')}]`);
    }
    blocks.push('endbfrange');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** Six capital letters that name the subset: the same for the same font, so that the same notice gives the same file. */
function subsetTag(file: Uint8Array): string {
  const sum = file.reduce((before, byte) => (Math.imul(before, 31) + byte) >>> 0, 0);
  return Array.from({length: 6}, (_, place) =>
    String.fromCharCode(65 + (Math.floor(sum / 26 ** place) % 26)),
  ).join('');
}
