import {formatEra} from '../domain/format.js';
import type {NoticeData} from '../domain/notice-data.js';
import type {KeyNotice} from '../schemas/key-notice.js';
import {codeCaption, noticeCode} from './notice-code.js';
import {
  code,
  framed,
  gap,
  inset,
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
import {slashedZero, textUnits} from './text-units.js';
import type {Metrics} from './typeface.js';

const margin = {side: 71, top: 64, bottom: 60};
const column = paper.width - margin.side * 2;

/** The words of the form itself (screens §5); everything else is the surety's wording or the contract's data. */
const honorific = ' 様';
const words = {
  honorific,
  or: '又は',
  below: '記',
  worksName: '工事名',
  contractorName: '受注者名',
  jointVenture: '(J Vの場合は代表者)',
  productName: '商品 (保証区分)',
  contractNumber: '保証契約番号',
  authKey: '認証キー',
};

/** A notice, and what of it machines may read. */
export interface NoticePage {
  readonly notice: KeyNotice;
  readonly data: NoticeData;
}

/** Everything the page says. */
export function noticeTexts({notice, data}: NoticePage): string[] {
  const {wording} = notice;
  return [
    ...Object.values(words),
    ...[wording.title, ...wording.opening, ...wording.ways, ...wording.closing],
    ...[wording.obligeeHeading, wording.obligeeText, formatEra(notice.issuedOn)],
    ...[notice.worksName, notice.contractorName, notice.productName, notice.contractNumber, notice.authKey],
    ...[notice.obligeeName, notice.suretyName, codeCaption(data), slashedZero],
  ];
}

const smallestScale = 0.4;
const scaleStep = 0.02;
const widestGaps = 1.5;

/**
 * Lays the notice out on one page. Long names first wrap, then get a smaller size, then the whole letter shrinks until it fits:
 * nothing is ever cut.
 */
export function layOutNotice(notice: NoticePage, metrics: Metrics): Mark[] {
  const available = paper.height - margin.top - margin.bottom;
  for (let scale = 1; scale >= smallestScale; scale -= scaleStep) {
    const tight = letter(notice, metrics, scale, 1);
    if (tight.height > available) continue;
    const gaps = tight.height - letter(notice, metrics, scale, 0).height;
    const stretch = Math.min(1 + (available - tight.height) / gaps, widestGaps);
    return letter(notice, metrics, scale, stretch).place(margin.side, margin.top);
  }
  throw new RangeError('The words of this notice do not fit on one page.');
}

/** The whole letter; `scale` is of type, `stretch` of the space between its parts. */
function letter(page: NoticePage, metrics: Metrics, scale: number, stretch: number): Block {
  const {notice} = page;
  const space = (height: number) => gap(height * scale * stretch);
  const text = (value: string, size: number, style: Partial<ParagraphStyle> = {}, type: Tag['type'] = 'P') =>
    tagged(paragraph(value, metrics, {width: column, ...style, size: size * scale}), {type});
  const body = (value: string) => text(value, 10.5, {align: 'justify', indent: 10.5 * scale});
  const {wording} = notice;
  return stack([
    text(formatEra(notice.issuedOn), 10.5, {align: 'end'}),
    space(10),
    text(notice.contractorName + words.honorific, 12, {width: column * 0.78}),
    space(8),
    text(notice.suretyName, 11, {align: 'end'}),
    space(26),
    text(wording.title, 16, {align: 'center', leading: 1.5}, 'H1'),
    space(20),
    ...wording.opening.map(body),
    space(6),
    ways(wording.ways, metrics, scale),
    space(6),
    ...wording.closing.map(body),
    space(14),
    text(words.below, 11, {align: 'center'}),
    space(10),
    facts(notice, metrics, scale),
    space(20),
    obligeeBlock(page, metrics, scale),
    space(14),
    text(notice.suretyName, 11, {align: 'end'}),
  ]);
}

/** The ways to hand the notice in, one below the other with 「又は」 between. */
function ways(texts: readonly string[], metrics: Metrics, scale: number): Block {
  const size = 10.5 * scale;
  const choices = texts.filter(text => text !== words.or);
  const lines = choices.flatMap((text, index) => (index === 0 ? [text] : [words.or, text]));
  const set = (text: string) => {
    const indent = size * (text === words.or ? 4 : 3);
    const line = paragraph(text, metrics, {width: column - indent, size, leading: 1.6});
    return inset(tagged(line, {type: 'P'}), indent);
  };
  return stack(lines.map(set));
}

const labelSize = 10.5;
const labelColumn = 8.6 * labelSize;
const labelInset = 0.8 * labelSize;
// Labels of different lengths are set to one width, as in Japanese forms.
const labelWidth = 6;

/** The list under 「記」. */
function facts(notice: KeyNotice, metrics: Metrics, scale: number): Block {
  const valueAt = (labelInset * 2 + labelColumn) * scale;
  const width = column - valueAt - labelInset * scale;
  const value = (text: string, size: number, style: Partial<ParagraphStyle> = {}) =>
    paragraph(text, metrics, {width, leading: 1.5, ...style, size: size * scale});
  const contractor = stack([
    label(words.contractorName, metrics, scale),
    note(words.jointVenture, metrics, scale),
  ]);
  const rows: [Block, Block][] = [
    [label(words.worksName, metrics, scale), value(notice.worksName, nameSize(notice.worksName))],
    [contractor, value(notice.contractorName, nameSize(notice.contractorName))],
    [label(words.productName, metrics, scale), value(notice.productName, 11)],
    [label(words.contractNumber, metrics, scale), value(notice.contractNumber, 14, {widening: 60})],
    [
      label(words.authKey, metrics, scale),
      value(notice.authKey, 21, {widening: 180, leading: 1.35, slashedZero: true}),
    ],
  ];
  const padding = gap(5 * scale);
  const line = rule(column);
  const table: Tag = {type: 'Table'};
  const lines = rows.map(([name, content]) => {
    const within: Tag = {type: 'TR', within: table};
    const heading = tagged(inset(name, labelInset * scale), {type: 'TH', within});
    return row(heading, tagged(content, {type: 'TD', within}), valueAt);
  });
  return stack([line, ...lines.flatMap(each => [padding, each, padding, line])]);
}

function label(text: string, metrics: Metrics, scale: number): Block {
  const count = textUnits(text).length;
  const widening = count < labelWidth ? ((labelWidth - count) / (count - 1)) * 1000 : 0;
  return paragraph(text, metrics, {width: column, size: labelSize * scale, leading: 1.5, widening});
}

function note(text: string, metrics: Metrics, scale: number): Block {
  return paragraph(text, metrics, {width: column, size: 8 * scale, leading: 1.3});
}

/** Long names are set smaller, so that the letter around them keeps its size. */
function nameSize(name: string): number {
  const length = textUnits(name).length;
  if (length <= 80) return 11;
  return length <= 200 ? 9.5 : 8.5;
}

const codeSide = 46;
const captionSize = 6.5;
// Smaller squares than these are lost by office printers and scanners.
const smallestCode = 0.75;
const lightSpace = 6;

/** What the obligee is asked to do, in its frame, with the code that spares it the typing. */
function obligeeBlock({notice, data}: NoticePage, metrics: Metrics, scale: number): Block {
  const {wording, obligeeName} = notice;
  const padding = 11 * scale;
  const size = 10 * scale;
  const side = codeSide * Math.max(scale, smallestCode);
  const caption = codeCaption(data);
  const codeColumn = Math.max(side, textUnits(caption).length * captionSize * scale) + lightSpace * 2;
  const width = column - padding * 2 - codeColumn;
  const text = (value: string, style: Partial<ParagraphStyle>, type: Tag['type'] = 'P') =>
    tagged(paragraph(value, metrics, {width, size, leading: 1.6, ...style}), {type});
  const words = stack([
    text(wording.obligeeHeading, {}, 'H2'),
    inset(text(obligeeName + honorific, {width: width - size}), size),
    text(wording.obligeeText, {align: 'justify', indent: size}),
  ]);
  const picture = tagged(code(noticeCode(data), side), {
    type: 'Figure',
    alternative: `QRコード（${caption}）`,
  });
  const under = text(caption, {width: codeColumn, size: captionSize * scale, align: 'center', leading: 1.4});
  const beside = stack([inset(picture, (codeColumn - side) / 2), gap(lightSpace / 2), under]);
  return framed(row(words, beside, width + lightSpace), column, padding);
}
