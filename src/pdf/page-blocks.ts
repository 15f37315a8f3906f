import {breakLines} from './line-breaking.js';
import {textUnits, type TextUnit} from './text-units.js';
import type {Metrics} from './typeface.js';

/** Size of A4 in points. */
export const PAPER = {width: 595.28, height: 841.89} as const;

/** Structure type of a piece of the page, by which screen readers read it (ISO 32000-1, 14.8.4). */
export interface Tag {
  readonly type: 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  readonly within?: Tag;
  /** Alternative text of a figure. */
  readonly alternative?: string;
}

/** A text on the page. All measures are points from the upper left corner; `y` is the baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly tag?: Tag;
  readonly units: readonly TextUnit[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Space between characters, in points, for justified lines. */
  readonly spacing?: number;
  /**
   * Added to the width of each character, in thousandths of the size. Unlike `spacing` it belongs to the characters, so a reader
   * that copies or searches takes widely set ones for one word.
   */
  readonly widening?: number;
  /** Whether 0 is drawn with a slash. */
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
/** A QR code. */
export interface CodeMark {
  readonly kind: 'code';
  readonly tag?: Tag;
  readonly x: number;
  readonly y: number;
  /** Length of a side. */
  readonly side: number;
  readonly squares: Squares;
}
/** Rows of a QR code, as many as there are squares in a row; `true` is dark. */
export type Squares = readonly (readonly boolean[])[];
/** Anything that is drawn on the page. */
export type Mark = TextMark | RuleMark | FrameMark | CodeMark;

/** A part of a page with a known height, which can be placed anywhere. */
export interface Block {
  readonly height: number;
  place(x: number, y: number): Mark[];
}

/** Style of a paragraph; lengths are points. */
export interface ParagraphStyle {
  readonly width: number;
  readonly size: number;
  readonly align?: 'start' | 'center' | 'end' | 'justify';
  /** Indent of the first line. */
  readonly indent?: number;
  /** Height of a line, in font sizes. */
  readonly leading?: number;
  /** See `TextMark`. */
  readonly widening?: number;
  /** See `TextMark`. */
  readonly slashedZero?: boolean;
}

// Readers take wider gaps inside a line for spaces (poppler: 0.1).
const MAX_SPACING = 0.09;
// Position of the baseline in a line's height: the em box of Japanese type reaches 0.12 below it.
const BASELINE = 0.38;

/** Returns a paragraph, broken into lines. */
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
        y: y + (index + 0.5) * leading * size + BASELINE * size,
        size,
        spacing: align === 'justify' && !isLast ? Math.min(free / (units.length - 1), MAX_SPACING * size) : 0,
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

/** Returns a block whose texts and codes have a tag; those that have one already keep it. */
export function tagged(block: Block, tag: Tag): Block {
  const name = (mark: Mark): Mark =>
    (mark.kind === 'text' || mark.kind === 'code') && !mark.tag ? {...mark, tag} : mark;
  return {height: block.height, place: (x, y) => block.place(x, y).map(name)};
}

/** Returns a QR code. */
export function code(squares: Squares, side: number): Block {
  return {height: side, place: (x, y) => [{kind: 'code', x, y, side, squares}]};
}

/** Returns empty space. */
export function gap(height: number): Block {
  return {height, place: () => []};
}

/** Returns a thin line. */
export function rule(width: number): Block {
  return {height: 0, place: (x, y) => [{kind: 'rule', x, y, width}]};
}

/** Returns blocks below each other. */
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

/** Returns a block moved to the right. */
export function inset(block: Block, by: number): Block {
  return {height: block.height, place: (x, y) => block.place(x + by, y)};
}

/** Returns two blocks in a row as high as the higher one; both are centred in it. */
export function row(start: Block, end: Block, endAt: number): Block {
  const height = Math.max(start.height, end.height);
  const place = (x: number, y: number) => [
    ...start.place(x, y + (height - start.height) / 2),
    ...end.place(x + endAt, y + (height - end.height) / 2),
  ];
  return {height, place};
}

/** Returns a block inside a frame. */
export function framed(block: Block, width: number, padding: number): Block {
  const height = block.height + padding * 2;
  const place = (x: number, y: number): Mark[] => [
    {kind: 'frame', x, y, width, height},
    ...block.place(x + padding, y + padding),
  ];
  return {height, place};
}
