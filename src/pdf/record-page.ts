import {
  PAPER,
  gap,
  paragraph,
  row,
  rule,
  stack,
  tagged,
  type Block,
  type Mark,
  type ParagraphStyle,
  type Tag,
} from './page-blocks.js';
import type {Metrics} from './typeface.js';

/** A label and its value. */
export interface RecordRow {
  readonly label: string;
  readonly value: string;
}

/** A record of who gave what to whom and when, in the words of the screen. */
export interface RecordSheet {
  readonly title: string;
  /** Identifies the record; printed at the foot of each page. */
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Name of the one who receives the record, with 様. */
  readonly addressee: string;
  /** Name of the one who issues the record. */
  readonly sender: string;
  readonly lead: string;
  readonly sections: readonly {readonly heading: string; readonly rows: readonly RecordRow[]}[];
  readonly notes: readonly string[];
}

const MARGIN = {side: 57, top: 51, bottom: 54};
const COLUMN = PAPER.width - MARGIN.side * 2;
const AVAILABLE = PAPER.height - MARGIN.top - MARGIN.bottom;
const LABEL_COLUMN = 150;

/** Returns all texts of the pages. */
export function recordTexts(sheet: RecordSheet): string[] {
  const {title, number, addressee, sender, lead, sections, notes} = sheet;
  const facts = sections.flatMap(({heading, rows}) => [
    heading,
    ...rows.flatMap(each => [each.label, each.value]),
  ]);
  return [title, number, addressee, sender, lead, ...facts, ...notes, '0123456789 /'];
}

/** Lays a record out on as many pages as it takes. Nothing is truncated, and no heading is left alone at the foot of a page. */
export function layOutRecord(sheet: RecordSheet, metrics: Metrics): Mark[][] {
  const pages = paginate([...opening(sheet, metrics), ...facts(sheet, metrics), ...closing(sheet, metrics)]);
  return pages.map((blocks, index) => [
    ...stack(blocks).place(MARGIN.side, MARGIN.top),
    ...foot(`${sheet.number}　${index + 1} / ${pages.length}`, metrics),
  ]);
}

/** A piece that is not split between pages. */
interface Piece {
  readonly block: Block;
  /** Whether the next piece must be on the same page. */
  readonly staysWithNext?: boolean;
}

function paginate(pieces: readonly Piece[]): Block[][] {
  const pages: Block[][] = [[]];
  let height = 0;
  pieces.forEach(({block, staysWithNext}, index) => {
    const needed = block.height + (staysWithNext ? (pieces[index + 1]?.block.height ?? 0) : 0);
    if (height > 0 && height + needed > AVAILABLE) {
      pages.push([]);
      height = 0;
    }
    pages.at(-1)?.push(block);
    height += block.height;
  });
  return pages;
}

function text(
  value: string,
  metrics: Metrics,
  style: Partial<ParagraphStyle>,
  type: Tag['type'] = 'P',
): Block {
  return tagged(paragraph(value, metrics, {width: COLUMN, size: 10, leading: 1.6, ...style}), {type});
}

const opening = ({title, addressee, sender, lead}: RecordSheet, metrics: Metrics): Piece[] => [
  {
    block: stack([
      text(title, metrics, {size: 16, align: 'center'}, 'H1'),
      gap(10),
      text(addressee, metrics, {size: 12}),
      text(sender, metrics, {align: 'end'}),
      gap(6),
      text(lead, metrics, {}),
    ]),
  },
];

const facts = ({sections}: RecordSheet, metrics: Metrics): Piece[] =>
  sections.flatMap(({heading, rows}) => {
    const table: Tag = {type: 'Table'};
    const title = stack([gap(14), text(heading, metrics, {size: 11.5}, 'H2'), gap(2), rule(COLUMN)]);
    return [{block: title, staysWithNext: true}, ...rows.map(each => ({block: fact(each, table, metrics)}))];
  });

function fact({label, value}: RecordRow, table: Tag, metrics: Metrics): Block {
  const within: Tag = {type: 'TR', within: table};
  const name = paragraph(label, metrics, {width: LABEL_COLUMN - 12, size: 9, leading: 1.5});
  const content = paragraph(value, metrics, {width: COLUMN - LABEL_COLUMN, size: 10, leading: 1.5});
  const both = row(tagged(name, {type: 'TH', within}), tagged(content, {type: 'TD', within}), LABEL_COLUMN);
  return stack([gap(3), both, gap(3), rule(COLUMN)]);
}

const closing = ({notes}: RecordSheet, metrics: Metrics): Piece[] =>
  notes.map((note, index) => ({
    block: stack([gap(index ? 2 : 12), text(note, metrics, {size: 9})]),
  }));

/** Sets number and page for the eye only, so that they are not read out on every page. */
const foot = (words: string, metrics: Metrics): Mark[] =>
  paragraph(words, metrics, {width: COLUMN, size: 8, align: 'end'}).place(
    MARGIN.side,
    PAPER.height - MARGIN.bottom + 16,
  );
