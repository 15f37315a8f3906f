import type {jsPDF} from 'jspdf';
import {FULL_WIDTH, type FontSubset} from './font-subset.js';
import {hex, internalsOf, utf16Hex, type PutFontEvent} from './pdf-internals.js';

// Codes pass through jsPDF as private-use characters: it reads texts by UTF-16 unit and would split pairs and selectors.
const FIRST_CARRIER = 0xe000;
const CARRIER_COUNT = 0x1900;

/** Returns the text for `doc.text()` that stands for codes of the subset. */
export function carrierText(codes: readonly number[]): string {
  return String.fromCharCode(...codes.map(code => FIRST_CARRIER + code));
}

/**
 * Replaces the document's standard font with the subset. jsPDF's own Unicode fonts read only the first plane, drop variation
 * selectors and map each glyph to one character; here every character keeps its text.
 */
export function installFont(doc: jsPDF, subset: FontSubset): void {
  if (subset.characters.length > CARRIER_COUNT)
    throw new RangeError('The document has too many different characters.');
  const {getFont, events} = internalsOf(doc);
  const font = getFont();
  // jsPDF's own text and font handlers leave a font alone whose encoding they do not know.
  font.encoding = 'X-Notice';
  font.metadata = {};
  const file = binary(subset.file());
  events.subscribe('postProcessText', event => {
    const texts = [event.text].flat().flat();
    event.text = texts.map(text => Array.from(text, toHex).join(''));
    event.mutex.isHex = true;
  });
  events.subscribe('putFont', event => {
    if (event.font === font) putFont(event, subset, file);
  });
}

function toHex(character: string): string {
  return hex(character.charCodeAt(0) - FIRST_CARRIER);
}

function putFont({font, out, newObject, putStream}: PutFontEvent, subset: FontSubset, file: string): void {
  const name = `/${subsetTag(file)}+KeyNotice`;
  const object = (...lines: string[]) => {
    const id = newObject();
    for (const line of ['<<', ...lines, '>>', 'endobj']) out(line);
    return id;
  };
  const stream = (data: string, addLength1 = false) => {
    const id = newObject();
    putStream({data, filters: true, addLength1, objectId: id});
    out('endobj');
    return id;
  };
  const {ascent, descent} = subset;
  const fontFile = stream(file, true);
  const toUnicode = stream(toUnicodeMap(subset));
  const descriptor = object(
    `/Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [-200 ${descent} 1200 ${ascent}]`,
    `/ItalicAngle 0 /Ascent ${ascent} /Descent ${descent} /CapHeight 740 /StemV 80 /FontFile2 ${fontFile} 0 R`,
  );
  const descendant = object(
    `/Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /FontDescriptor ${descriptor} 0 R`,
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity',
    `/DW ${FULL_WIDTH} /W [${widths(subset)}]`,
  );
  font.objectNumber = object(
    `/Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H`,
    `/DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R`,
  );
  font.isAlreadyPutted = true;
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

/** Returns the six capital letters that name the subset: the same for the same font, so that the same text gives the same file. */
function subsetTag(file: string): string {
  let sum = 0;
  for (let index = 0; index < file.length; index++) sum = (Math.imul(sum, 31) + file.charCodeAt(index)) >>> 0;
  return Array.from({length: 6}, (_, place) =>
    String.fromCharCode(65 + (Math.floor(sum / 26 ** place) % 26)),
  ).join('');
}

/** Returns bytes in the form that jsPDF reads: one character each. */
function binary(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}
