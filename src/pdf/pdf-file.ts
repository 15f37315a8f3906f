import {zlibSync} from 'fflate';

/** Where an object stands: at an offset of the file, or at an index of the stream of packed objects. */
type Place = {readonly offset: number} | {readonly index: number};

/** What the end of a file names. */
export interface PdfTrailer {
  readonly root: number;
  readonly info: number;
  /** 32 hexadecimal digits that tell this file from all others. */
  readonly id: string;
}

/**
 * The objects of a PDF 1.5 file. Those that are not streams are packed into one compressed stream, and so is the table of their
 * places: one by one, the structure of a page would cost a tenth of the file.
 */
export class PdfFile {
  readonly #bodies = new Map<number, string>();
  readonly #parts: Uint8Array[] = [binary('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')];
  readonly #places = new Map<number, Place>();
  #last = 0;

  /** Returns the number of an object that is added later. */
  reserve(): number {
    return ++this.#last;
  }

  /** Adds an object and returns its number. */
  add(body: string, number = this.reserve()): number {
    this.#places.set(number, {index: this.#bodies.size});
    this.#bodies.set(number, body);
    return number;
  }

  /** Adds a compressed stream with further entries of its dictionary, and returns its number. */
  addStream(entries: string, data: Uint8Array, number = this.reserve()): number {
    const packed = zlibSync(data, {level: 9});
    this.#places.set(number, {offset: this.#length});
    this.#parts.push(
      binary(`${number} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`),
      packed,
      binary('\nendstream\nendobj\n'),
    );
    return number;
  }

  /** Returns the bytes of the file; nothing is added afterwards. */
  toBytes({root, info, id}: PdfTrailer): Uint8Array<ArrayBuffer> {
    let end = 0;
    const offsets = [...this.#bodies].map(([number, body]) => {
      const offset = end;
      end += body.length + 1;
      return `${number} ${offset}`;
    });
    const head = `${offsets.join(' ')}\n`;
    const packed = this.addStream(
      `/Type /ObjStm /N ${this.#bodies.size} /First ${head.length}`,
      binary(`${head}${[...this.#bodies.values()].join('\n')}\n`),
    );
    const start = this.#length;
    const table = this.reserve();
    this.#places.set(table, {offset: start});
    const entries = Array.from({length: table + 1}, (_, number) =>
      tableEntry(this.#places.get(number), packed),
    );
    this.addStream(
      `/Type /XRef /Size ${table + 1} /W [1 3 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]`,
      Uint8Array.from(entries.flat()),
      table,
    );
    this.#parts.push(binary(`startxref\n${start}\n%%EOF\n`));
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  get #length(): number {
    return this.#parts.reduce((sum, {length}) => sum + length, 0);
  }
}

/** Returns type, place and index of an object in six bytes (ISO 32000-1, 7.5.8.3). */
function tableEntry(place: Place | undefined, packed: number): number[] {
  if (!place) return [0, 0, 0, 0, 0, 0];
  if ('index' in place) return [2, ...bytesOf(packed, 3), ...bytesOf(place.index, 2)];
  return [1, ...bytesOf(place.offset, 3), 0, 0];
}

const bytesOf = (value: number, count: number): number[] =>
  Array.from({length: count}, (_, index) => (value >> (8 * (count - 1 - index))) & 0xff);

/** Returns the bytes of a text with characters up to U+00FF. */
export const binary = (text: string): Uint8Array => Uint8Array.from(text, byte => byte.charCodeAt(0));

/** Returns a number of 16 bits as hexadecimal digits. */
export const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** Returns a text in UTF-16 as hexadecimal digits: pairs and selectors as they are in the text. */
export const utf16Hex = (text: string): string =>
  Array.from({length: text.length}, (_, index) => hex(text.charCodeAt(index))).join('');
