import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist';
import {readNoticeData} from '../domain/notice-data.js';
import {MOST_PAGES, MOST_PIXELS} from './limits.js';
import {createCanvas, readQr} from './qr.js';
import {findingsOf, type Finding, type PageFinding} from './finding.js';

/** Scale at which a QR code of two centimetres is readable. */
const QR_SCALE = 2.5;
/** Pages after these are not searched for a QR code, because each has to be drawn for that. */
const MAX_QR_PAGES = 5;

interface Piece {
  str: string;
  transform: number[];
  hasEOL: boolean;
}

/** Returns the bytes of a URL. A `data:` URL is decoded here because policies forbid fetching it. */
async function bytesOf(url: URL): Promise<Uint8Array> {
  if (url.protocol === 'data:')
    return Uint8Array.from(atob(url.href.slice(url.href.indexOf(',') + 1)), letter => letter.charCodeAt(0));
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** Gives pdf.js the code tables of Japanese fonts; other languages have none. */
class JapaneseCMaps {
  async fetch({name}: {name: string}) {
    const {cMapFiles} = await import('./cmap-files.js');
    const url = cMapFiles.get(name);
    if (!url) throw new Error(`Unknown code table ${name}.`);
    return {cMapData: await bytesOf(url), isCompressed: true};
  }
}

/**
 * Loads pdf.js with its worker code in the page: a worker needs a URL of the page's own origin or a policy that allows blobs.
 * The legacy build serves old browsers.
 */
async function loadPdfJs() {
  const [pdfjs] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  return pdfjs;
}

/** Reads a PDF: the data file inside, the text of each page, and where both say too little, a QR code. */
export async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const {getDocument, VerbosityLevel} = await loadPdfJs();
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    CMapReaderFactory: JapaneseCMaps,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return await readDocument(document, name, signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    const isLocked = thrown instanceof Error && thrown.name === 'PasswordException';
    return [{name, problem: isLocked ? 'encrypted' : 'damaged'}];
  } finally {
    void task.destroy();
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  name: string,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const data = await readDataFile(document);
  if (data?.authKey) return [{name, ...data}];
  const pages: PageFinding[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
    signal?.throwIfAborted();
    const page = await document.getPage(number);
    const found = findingsOf(await textsOf(page));
    const isDecided = found.some(
      ({authKey, problem}) => authKey || problem === 'certificate' || problem === 'insurer',
    );
    const code = isDecided || number > MAX_QR_PAGES ? undefined : await readPageQr(page);
    const hasNumber = found.some(({contractNumber}) => contractNumber);
    pages.push(...(code && (code.authKey || !hasNumber) ? [code] : found));
    page.cleanup();
  }
  return choose(pages, data, name);
}

/** Returns each pair of number and key once, else a number alone, else the problem. */
function choose(
  pages: readonly PageFinding[],
  data: {contractNumber: string} | undefined,
  name: string,
): Finding[] {
  const pairs = pages.filter(({contractNumber, authKey}) => contractNumber && authKey);
  const unique = pairs.filter(
    (pair, index) => pairs.findIndex(({contractNumber}) => contractNumber === pair.contractNumber) === index,
  );
  if (unique.length > 1) return unique.map((pair, index) => ({name: `${name}（${index + 1}）`, ...pair}));
  if (unique.length === 1) return unique.map(pair => ({name, ...pair}));
  const number = data ?? pages.find(({contractNumber}) => contractNumber);
  if (number) return [{name, contractNumber: number.contractNumber}];
  const problems = pages.map(({problem}) => problem);
  const problem = (['certificate', 'insurer', 'not-a-notice'] as const).find(each => problems.includes(each));
  return [{name, problem: problem ?? 'no-text'}];
}

async function readDataFile(document: PDFDocumentProxy) {
  const attachments = ((await document.getAttachments()) ?? {}) as Record<string, {content?: Uint8Array}>;
  for (const {content} of Object.values(attachments)) {
    const data = content && content.length < 100_000 && readNoticeData(new TextDecoder().decode(content));
    if (data) return data;
  }
  return undefined;
}

/** Returns the pieces of text. `page.getTextContent()` iterates over a stream, which Safari does not support. */
async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const reader = (page.streamTextContent() as ReadableStream<{items: (Piece | object)[]}>).getReader();
  const pieces: Piece[] = [];
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return pieces;
    pieces.push(...value.items.filter((item): item is Piece => 'str' in item));
  }
}

/** Returns the text by rows on paper and in file order, because a table may be stored by columns. */
async function textsOf(page: PDFPageProxy): Promise<string[]> {
  const pieces = await piecesOf(page);
  const inOrder = pieces.map(({str, hasEOL}) => str + (hasEOL ? '\n' : '')).join('');
  const rows = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (!piece.str.trim()) continue;
    const row = Math.round((piece.transform[5] ?? 0) / 3);
    rows.set(row, [...(rows.get(row) ?? []), piece]);
  }
  const byRow = [...rows]
    .sort(([one], [other]) => other - one)
    .map(([, row]) =>
      row
        .sort((one, other) => (one.transform[4] ?? 0) - (other.transform[4] ?? 0))
        .map(({str}) => str)
        .join(' '),
    )
    .join('\n');
  return [byRow, inOrder];
}

/** Draws the page off-screen and reads its QR code. */
async function readPageQr(page: PDFPageProxy) {
  const {width, height} = page.getViewport({scale: 1});
  const scale = Math.min(QR_SCALE, Math.sqrt(MOST_PIXELS / (width * height))); // limits the pixels of a huge page
  const viewport = page.getViewport({scale});
  const {canvas, context} = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  try {
    await page.render({canvas, viewport}).promise;
    return readQr(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return undefined; // an image format that pdf.js cannot draw
  } finally {
    canvas.width = 0; // releases its memory at once
  }
}
