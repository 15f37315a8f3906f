import {zlibSync} from 'fflate';

/**
 * Packs the small objects of a file that jsPDF wrote into one compressed stream, and its cross-reference table into another
 * (PDF 1.5). Written one by one, as jsPDF does, the structure of a page would take a tenth of the file.
 */
export function compactFile(source: string): Uint8Array<ArrayBuffer> {
  const {objects, size, trailer} = readObjects(source);
  const places = new Map<number, Place>();
  let file = '%PDF-1.5\n%\xe2\xe3\xcf\xd3\n';
  const add = (number: number, text: string) => {
    places.set(number, {kind: 1, at: file.length, index: 0});
    file += text;
  };
  const small = objects.filter(({text}) => !text.endsWith('endstream\nendobj\n'));
  for (const {number, text} of objects) if (text.endsWith('endstream\nendobj\n')) add(number, text);
  const [packed, table] = [size, size + 1];
  small.forEach(({number}, index) => places.set(number, {kind: 2, at: packed, index}));
  add(packed, objectStream(packed, small));
  places.set(table, {kind: 1, at: file.length, index: 0});
  const start = file.length;
  const entries = Array.from({length: table + 1}, (_, number) => entry(places.get(number)));
  file += stream(table, `/Type /XRef /Size ${table + 1} /W [1 3 2] ${trailer}`, entries.join(''));
  file += `startxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, byte => byte.charCodeAt(0));
}

/** An entry of the cross-reference table. */
interface Place {
  /** 1: at an offset of the file. 2: in the stream of objects. */
  readonly kind: 1 | 2;
  readonly at: number;
  readonly index: number;
}
interface PdfObject {
  readonly number: number;
  /** Source from the object's number to `endobj`. */
  readonly text: string;
}

/** Finds the objects by the cross-reference table, because streams may hold bytes that look like objects. */
function readObjects(source: string): {objects: PdfObject[]; size: number; trailer: string} {
  const [, end = ''] = /startxref\n(\d+)\n%%EOF$/.exec(source.trimEnd()) ?? [];
  const xref = Number(end);
  const [, size = '0'] = /^xref\n0 (\d+)\n/.exec(source.slice(xref, xref + 30)) ?? [];
  const first = xref + `xref\n0 ${size}\n`.length;
  const offsets = Array.from({length: Number(size)}, (_, number) => {
    const line = source.slice(first + number * 20, first + (number + 1) * 20);
    return line.includes(' n') ? Number(line.slice(0, 10)) : 0;
  });
  const ends = [...offsets.filter(offset => offset > 0), xref].sort((one, other) => one - other);
  const objects = offsets.flatMap((offset, number) => {
    const next = ends.find(each => each > offset);
    return offset && next ? [{number, text: source.slice(offset, next)}] : [];
  });
  const trailer = ['Root', 'Info', 'ID'].flatMap(key => {
    const [found = ''] = new RegExp(`/${key} (?:\\d+ 0 R|\\[[^\\]]*\\])`).exec(source.slice(xref)) ?? [];
    return found;
  });
  if (objects.length === 0) throw new Error('The PDF has no cross-reference table as jsPDF writes it.');
  return {objects, size: Number(size), trailer: trailer.join(' ')};
}

function objectStream(number: number, objects: readonly PdfObject[]): string {
  const bodies = objects.map(({text}) => text.replace(/^\d+ 0 obj\n/, '').replace(/endobj\n$/, ''));
  let at = 0;
  const pairs = objects.map((object, index) => {
    const pair = `${object.number} ${at}`;
    at += bodies[index]?.length ?? 0;
    return pair;
  });
  const head = `${pairs.join(' ')}\n`;
  return stream(number, `/Type /ObjStm /N ${objects.length} /First ${head.length}`, head + bodies.join(''));
}

function stream(number: number, entries: string, content: string): string {
  const bytes = Uint8Array.from(content, byte => byte.charCodeAt(0));
  const packed = Array.from(zlibSync(bytes, {level: 9}), byte => String.fromCharCode(byte)).join('');
  const head = `${number} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${packed.length}>>\n`;
  return `${head}stream\n${packed}\nendstream\nendobj\n`;
}

function entry(place: Place | undefined): string {
  const {kind, at, index} = place ?? {kind: 0, at: 0, index: 0};
  return String.fromCharCode(kind, (at >> 16) & 0xff, (at >> 8) & 0xff, at & 0xff, index >> 8, index & 0xff);
}
