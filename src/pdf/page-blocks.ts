import {breakLines} from './line-breaking.js';
import {textUnits, type TextUnit} from './text-units.js';
import type {Metrics} from './typeface.js';

/** What a piece of the page is, for whoever does not see it; names as in ISO 32000-1, 14.8.4. */
export interface Tag {
  readonly type: 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  readonly within?: Tag;
  /** What a picture says. */
  readonly alternative?: string;
}

/** Text on the page. Points, from the upper left corner; `y` is the baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly tag?: Tag;
  readonly units: readonly TextUnit[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Space between characters, in points: for lines set flush on both sides. */
  readonly spacing?: number;
  /**
   * Wider characters, in thousandths of the size. Unlike `spacing` it belongs to the characters, so a reader that copies or searches
   * takes widely set ones for one word.
   */
  readonly widening?: number;
  /** Whether 0 gets a stroke. */
  readonly slashedZero?: boolean;
}
/** A thin line. */
export interface RuleMark {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
/** An empty frame. */
export interface FrameMark {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A code of dark and light squares; `true` is dark. */
export interface CodeMark {
  readonly kind: 'code';
  readonly tag?: Tag;
  readonly x: number;
  readonly y: number;
  /** Length of a side. */
  readonly side: number;
  readonly squares: Squares;
}
/** Rows of squares, as many as there are in a row. */
export type Squares = readonly (readonly boolean[])[];
/** Anything on the page. */
export type Mark = TextMark | RuleMark | FrameMark | CodeMark;

/** Something of a known height that can be put anywhere. */
export interface Block {
  readonly height: number;
  place(x: number, y: number): Mark[];
}

/** How a paragraph is set. */
export interface ParagraphStyle {
  readonly width: number;
  readonly size: number;
  readonly align?: 'start' | 'center' | 'end' | 'justify';
  /** Of the first line, in points. */
  readonly indent?: number;
  /** Height of a line, in font sizes. */
  readonly leading?: number;
  /** See `TextMark`. */
  readonly widening?: number;
  /** See `TextMark`. */
  readonly slashedZero?: boolean;
}

// Wider gaps inside a line than this would be taken for spaces by readers (poppler: 0.1).
const widestSpacing = 0.09;
// Where the baseline is in a line's height: the em box of Japanese type reaches 0.12 below it.
const baseline = 0.38;

/** A paragraph, broken into lines. */
export function paragraph(text: string, metrics: Metrics, style: ParagraphStyle): Block {
  const {width, size, align = 'start', indent = 0, leading = 1.75, widening = 0, slashedZero} = style;
  const measure = (unit: TextUnit) => ((metrics.advance(unit) + widening) / 1000) * size;
  const lines = breakLines(textUnits(text), measure, {first: width - indent, rest: width});
  const place = (x: number, y: number) =>
    lines.map((units, index): Mark => {
      const offset = index === 0 ? indent : 0;
      const free = width - offset - lineWidth(units, measure) + (widening / 1000) * size;
      const isLast = index === lines.length - 1;
      return {
        kind: 'text',
        units,
        x: x + offset + (align === 'center' ? free / 2 : align === 'end' ? free : 0),
        y: y + (index + 0.5) * leading * size + baseline * size,
        size,
        spacing:
          align === 'justify' && !isLast ? Math.min(free / (units.length - 1), widestSpacing * size) : 0,
        widening,
        slashedZero,
      };
    });
  return {height: lines.length * leading * size, place};
}

function lineWidth(units: readonly TextUnit[], measure: (unit: TextUnit) => number): number {
  const hanging = units.findLastIndex(unit => unit.trim() !== '') + 1;
  return units.slice(0, hanging).reduce((sum, unit) => sum + measure(unit), 0);
}

/** A block whose texts and codes are one thing to a reader; what is inside may already be named more exactly. */
export function tagged(block: Block, tag: Tag): Block {
  const name = (mark: Mark): Mark =>
    (mark.kind === 'text' || mark.kind === 'code') && !mark.tag ? {...mark, tag} : mark;
  return {height: block.height, place: (x, y) => block.place(x, y).map(name)};
}

/** A code of squares. */
export function code(squares: Squares, side: number): Block {
  return {height: side, place: (x, y) => [{kind: 'code', x, y, side, squares}]};
}

/** Empty space. */
export function gap(height: number): Block {
  return {height, place: () => []};
}

/** A thin line from edge to edge. */
export function rule(width: number): Block {
  return {height: 0, place: (x, y) => [{kind: 'rule', x, y, width}]};
}

/** Blocks below each other. */
export function stack(blocks: readonly Block[]): Block {
  const place = (x: number, y: number) => {
    let top = y;
    return blocks.flatMap(block => {
      const marks = block.place(x, top);
      top += block.height;
      return marks;
    });
  };
  return {height: blocks.reduce((sum, block) => sum + block.height, 0), place};
}

/** A block moved to the right. */
export function inset(block: Block, by: number): Block {
  return {height: block.height, place: (x, y) => block.place(x + by, y)};
}

/** Two blocks in one row, the lower one's height; both are centred in it. */
export function row(start: Block, end: Block, endAt: number): Block {
  const height = Math.max(start.height, end.height);
  const place = (x: number, y: number) => [
    ...start.place(x, y + (height - start.height) / 2),
    ...end.place(x + endAt, y + (height - end.height) / 2),
  ];
  return {height, place};
}

/** A block inside a frame. */
export function framed(block: Block, width: number, padding: number): Block {
  const height = block.height + padding * 2;
  const place = (x: number, y: number): Mark[] => [
    {kind: 'frame', x, y, width, height},
    ...block.place(x + padding, y + padding),
  ];
  return {height, place};
}
