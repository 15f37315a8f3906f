import {addDataFiles, type DataFile} from './data-file.js';
import {FontSubset} from './font-subset.js';
import {PAPER, type CodeMark, type Mark, type Tag, type TextMark} from './page-blocks.js';
import {PageStructure} from './page-structure.js';
import {addFont} from './pdf-font.js';
import {binary, hex, PdfFile, utf16Hex} from './pdf-file.js';
import type {Typeface} from './typeface.js';

/** Metadata of a file. Neither the clock nor a random number may be in it, so that the same content gives the same bytes. */
export interface FileDescription {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Identifies the file among all others. */
  readonly identity: string;
}

/** Writes pages of marks as a tagged PDF with one font for all, and with files inside it. */
export function writePdf(
  pages: readonly (readonly Mark[])[],
  typeface: Typeface,
  {title, day, identity}: FileDescription,
  files: readonly DataFile[] = [],
): Uint8Array<ArrayBuffer> {
  const pdf = new PdfFile();
  const subset = new FontSubset(pages.flat().filter(isText), typeface);
  const resources = pdf.add(`<</Font <</F ${addFont(pdf, subset)} 0 R>>>>`);
  const structure = new PageStructure();
  const parent = pdf.reserve();
  const numbers = pages.map((marks, page) => {
    const content = pdf.addStream('', binary(contentOf(marks, page, subset, structure)));
    return pdf.add(
      `<</Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${PAPER.width} ${PAPER.height}] ` +
        `/Resources ${resources} 0 R /Contents ${content} 0 R /StructParents ${page}>>`,
    );
  });
  const kids = numbers.map(number => `${number} 0 R`).join(' ');
  pdf.add(`<</Type /Pages /Kids [${kids}] /Count ${numbers.length}>>`, parent);
  const root = pdf.add(
    `<</Type /Catalog /Pages ${parent} 0 R /Lang (ja-JP) /ViewerPreferences <</DisplayDocTitle true>> ` +
      `/OpenAction [${numbers[0]} 0 R /Fit] /PageLayout /SinglePage ` +
      `/MarkInfo <</Marked true>> /StructTreeRoot ${structure.add(pdf, numbers)} 0 R ${addDataFiles(pdf, files)}>>`,
  );
  const date = `D:${day.replaceAll('-', '')}000000+09'00'`;
  const info = pdf.add(
    `<</Producer (surety-elements) /Title <feff${utf16Hex(title)}> /CreationDate (${date})>>`,
  );
  return pdf.toBytes({root, info, id: fingerprint(identity)});
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

const HAIRLINE = 0.4;
const GREY = 0.51;
const round = (points: number) => Math.round(points * 100) / 100;
/** A distance from the top of the page, as PDF counts it: from the bottom. */
const up = (y: number) => round(PAPER.height - y);

/** Draws the marks in the order in which they are read, and tells which of them belong together. */
function contentOf(
  marks: readonly Mark[],
  page: number,
  subset: FontSubset,
  structure: PageStructure,
): string {
  const operators = [`${HAIRLINE} w ${GREY} G`];
  marks.forEach((mark, index) => {
    const tag = tagOf(mark);
    if (index === 0 || tagOf(marks[index - 1]) !== tag) operators.push(structure.begin(tag, page));
    operators.push(draw(mark, subset));
    if (index === marks.length - 1 || tagOf(marks[index + 1]) !== tag) operators.push('EMC');
  });
  return operators.join('\n');
}

const tagOf = (mark: Mark | undefined): Tag | undefined => (mark && 'tag' in mark ? mark.tag : undefined);

function draw(mark: Mark, subset: FontSubset): string {
  if (mark.kind === 'code') return codeOperators(mark);
  const place = `${round(mark.x)} ${up(mark.y)}`;
  if (mark.kind === 'text') {
    const codes = subset.codes(mark).map(hex).join('');
    return `BT /F ${round(mark.size)} Tf ${round(mark.spacing ?? 0)} Tc ${place} Td <${codes}> Tj ET`;
  }
  if (mark.kind === 'rule') return `${place} m ${round(mark.x + mark.width)} ${up(mark.y)} l S`;
  return `${place} ${round(mark.width)} ${-round(mark.height)} re S`;
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
