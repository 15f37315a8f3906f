import {
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
import {paper} from './paper.js';
import type {Metrics} from './typeface.js';

/** A label and what stands beside it. */
export interface RecordRow {
  readonly label: string;
  readonly value: string;
}

/** What is put on record: who gave what to whom and when, in the words of the screen. */
export interface RecordSheet {
  readonly title: string;
  /** Identifies the record, and stands at the foot of each page. */
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Whose record it is, with 様. */
  readonly addressee: string;
  /** Who it is from. */
  readonly sender: string;
  readonly lead: string;
  readonly sections: readonly {readonly heading: string; readonly rows: readonly RecordRow[]}[];
  readonly notes: readonly string[];
}

const margin = {side: 57, top: 51, bottom: 54};
const column = paper.width - margin.side * 2;
const available = paper.height - margin.top - margin.bottom;
const labelColumn = 150;

/** Everything that the pages say. */
export function recordTexts(sheet: RecordSheet): string[] {
  const {title, number, addressee, sender, lead, sections, notes} = sheet;
  const facts = sections.flatMap(({heading, rows}) => [
    heading,
    ...rows.flatMap(each => [each.label, each.value]),
  ]);
  return [title, number, addressee, sender, lead, ...facts, ...notes, '0123456789 /'];
}

/** Lays a record out on as many pages as it takes; nothing is cut, and no heading is left alone at the foot of one. */
export function layOutRecord(sheet: RecordSheet, metrics: Metrics): Mark[][] {
  const pages = paginate([...opening(sheet, metrics), ...facts(sheet, metrics), ...closing(sheet, metrics)]);
  return pages.map((blocks, index) => [
    ...stack(blocks).place(margin.side, margin.top),
    ...foot(`${sheet.number}　${index + 1} / ${pages.length}`, metrics),
  ]);
}

/** A piece that is not broken; one that leads on stands on the same page as the next. */
interface Piece {
  readonly block: Block;
  readonly leadsOn?: boolean;
}

function paginate(pieces: readonly Piece[]): Block[][] {
  const pages: Block[][] = [[]];
  let height = 0;
  pieces.forEach(({block, leadsOn}, index) => {
    const needed = block.height + (leadsOn ? (pieces[index + 1]?.block.height ?? 0) : 0);
    if (height > 0 && height + needed > available) {
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
  return tagged(paragraph(value, metrics, {width: column, size: 10, leading: 1.6, ...style}), {type});
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
    const title = stack([gap(14), text(heading, metrics, {size: 11.5}, 'H2'), gap(2), rule(column)]);
    return [{block: title, leadsOn: true}, ...rows.map(each => ({block: fact(each, table, metrics)}))];
  });

function fact({label, value}: RecordRow, table: Tag, metrics: Metrics): Block {
  const within: Tag = {type: 'TR', within: table};
  const name = paragraph(label, metrics, {width: labelColumn - 12, size: 9, leading: 1.5});
  const content = paragraph(value, metrics, {width: column - labelColumn, size: 10, leading: 1.5});
  const both = row(tagged(name, {type: 'TH', within}), tagged(content, {type: 'TD', within}), labelColumn);
  return stack([gap(3), both, gap(3), rule(column)]);
}

const closing = ({notes}: RecordSheet, metrics: Metrics): Piece[] =>
  notes.map((note, index) => ({
    block: stack([gap(index ? 2 : 12), text(note, metrics, {size: 9})]),
  }));

/** Number of record and page: for the eye only, so that it is not read out on every page. */
const foot = (words: string, metrics: Metrics): Mark[] =>
  paragraph(words, metrics, {width: column, size: 8, align: 'end'}).place(
    margin.side,
    paper.height - margin.bottom + 16,
  );
