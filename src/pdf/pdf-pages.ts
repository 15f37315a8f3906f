import type {jsPDF} from 'jspdf';
import {compactFile} from './compact-file.js';
import {putDataFiles, type DataFile} from './data-file.js';
import {FontSubset} from './font-subset.js';
import {PAPER, type CodeMark, type Mark, type Tag, type TextMark} from './page-blocks.js';
import {PageStructure} from './page-structure.js';
import {carrierText, installFont} from './pdf-font.js';
import {internalsOf} from './pdf-internals.js';
import type {Typeface} from './typeface.js';

/** Metadata of a file. Neither the clock nor a random number may be in it, so that the same content gives the same bytes. */
export interface FileDescription {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Identifies the file among all others. */
  readonly identity: string;
}

/** Fetches jsPDF, and returns an empty document of A4 pages. */
export async function newDocument(): Promise<jsPDF> {
  const {jsPDF} = await import('jspdf');
  return new jsPDF({
    unit: 'pt',
    format: 'a4',
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 2,
  });
}

/** Writes pages of marks as a tagged PDF with one font for all, and embeds files in it. */
export function writePdf(
  doc: jsPDF,
  pages: readonly (readonly Mark[])[],
  typeface: Typeface,
  description: FileDescription,
  files: readonly DataFile[] = [],
): Uint8Array<ArrayBuffer> {
  setMetadata(doc, description);
  drawPages(doc, pages, new FontSubset(pages.flat().filter(isText), typeface));
  if (files.length > 0) embedFiles(doc, files);
  return compactFile(doc.output());
}

function embedFiles(doc: jsPDF, files: readonly DataFile[]): void {
  const {events, write} = internalsOf(doc);
  let entries = '';
  events.subscribe('postPutResources', () => (entries = putDataFiles(internalsOf(doc), files)));
  events.subscribe('putCatalog', () => write(entries));
}

/** Sets title, language, day and identity. */
function setMetadata(doc: jsPDF, {title, day, identity}: FileDescription): void {
  doc.setProperties({title});
  doc.setCreationDate(`D:${day.replaceAll('-', '')}000000+09'00'`);
  doc.setFileId(fingerprint(identity));
  doc.setDisplayMode('fullpage', 'single');
  const {events, write} = internalsOf(doc);
  events.subscribe('putCatalog', () => write('/Lang (ja-JP) /ViewerPreferences <</DisplayDocTitle true>>'));
}

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';

/** Returns 32 hexadecimal digits of a text (FNV-1a, four seeds). They identify the file; they are no protection. */
function fingerprint(text: string): string {
  const words = [0x811c9dc5, 0x01000193, 0xcbf29ce4, 0x84222325].map(seed => {
    let sum = seed;
    for (let index = 0; index < text.length; index++)
      sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
  });
  return words.join('');
}

const RULE_WIDTH = 0.4;
const RULE_GREY = 130;
const round = (points: number) => Math.round(points * 100) / 100;

/** Draws the marks in reading order, and groups those with the same tag. */
function drawPages(doc: jsPDF, pages: readonly (readonly Mark[])[], subset: FontSubset): void {
  installFont(doc, subset);
  const {write, events} = internalsOf(doc);
  const structure = new PageStructure();
  pages.forEach((marks, page) => {
    if (page > 0) doc.addPage();
    marks.forEach((mark, index) => {
      const tag = tagOf(mark);
      if (index === 0 || tagOf(marks[index - 1]) !== tag) write(structure.begin(tag, page));
      draw(doc, mark, subset);
      if (index === marks.length - 1 || tagOf(marks[index + 1]) !== tag) write('EMC');
    });
  });
  const objects: number[] = [];
  events.subscribe('putPage', ({objId}) => write(`/StructParents ${objects.push(objId) - 1}`));
  let root = 0;
  events.subscribe('postPutResources', () => (root = structure.put(internalsOf(doc), objects)));
  events.subscribe('putCatalog', () => write(`/MarkInfo <</Marked true>> /StructTreeRoot ${root} 0 R`));
}

const tagOf = (mark: Mark | undefined): Tag | undefined => (mark && 'tag' in mark ? mark.tag : undefined);

function draw(doc: jsPDF, mark: Mark, subset: FontSubset): void {
  const [x, y] = [round(mark.x), round(mark.y)];
  if (mark.kind === 'text') {
    doc.setFontSize(round(mark.size));
    doc.text(carrierText(subset.codes(mark)), x, y, {charSpace: round(mark.spacing ?? 0)});
    return;
  }
  if (mark.kind === 'code') {
    internalsOf(doc).write(codeOperators(mark));
    return;
  }
  doc.setLineWidth(RULE_WIDTH).setDrawColor(RULE_GREY);
  if (mark.kind === 'rule') doc.line(x, y, round(mark.x + mark.width), y);
  else doc.rect(x, y, round(mark.width), round(mark.height));
}

/** Returns the operators of a rectangle for each run of dark squares, in a grid of whole numbers from the upper left corner. */
function codeOperators({x, y, side, squares}: CodeMark): string {
  const square = (side / squares.length).toFixed(3);
  const runs = squares.flatMap((row, top) =>
    [
      ...row
        .map(dark => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({0: run, index}) => `${index} ${top} ${run.length} 1 re`),
  );
  const place = `${square} 0 0 -${square} ${round(x)} ${round(PAPER.height - y)} cm`;
  return ['q 0 g', place, ...runs, 'f Q'].join('\n');
}
