import {encode} from 'uqr';
import {formatEra} from '../domain/format.js';
import {noticeQrText, type NoticeData} from '../domain/notice-data.js';
import type {KeyNotice} from '../schemas/key-notice.js';
import {
  PAPER,
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
  type Squares,
  type Tag,
} from './page-blocks.js';
import {SLASHED_ZERO, textUnits} from './text-units.js';
import type {Metrics} from './typeface.js';

const MARGIN = {side: 71, top: 64, bottom: 60};
const COLUMN = PAPER.width - MARGIN.side * 2;

/** The words of the letter itself; everything else is the surety's wording or the contract's data. */
const WORDS = {
  honorific: ' 様',
  or: '又は',
  below: '記',
  worksName: '工事名',
  contractorName: '受注者名',
  jointVenture: '(J Vの場合は代表者)',
  productName: '商品 (保証区分)',
  contractNumber: '保証契約番号',
  authKey: '認証キー',
};

/** A notice, and the data that its QR code and data file hold. */
export interface NoticePage {
  readonly notice: KeyNotice;
  readonly data: NoticeData;
}

/** Returns all texts of the page. */
export function noticeTexts({notice, data}: NoticePage): string[] {
  const {wording} = notice;
  return [
    ...Object.values(WORDS),
    ...[wording.title, ...wording.opening, ...wording.ways, ...wording.closing],
    ...[wording.obligeeHeading, wording.obligeeText, formatEra(notice.issuedOn)],
    ...[notice.worksName, notice.contractorName, notice.productName, notice.contractNumber, notice.authKey],
    ...[notice.obligeeName, notice.suretyName, codeCaption(data), SLASHED_ZERO],
  ];
}

const MIN_SCALE = 0.4;
const SCALE_STEP = 0.02;
const MAX_STRETCH = 1.5;

/**
 * Lays the notice out on one page. Long names first wrap, then get a smaller size, then the whole letter shrinks until it fits;
 * nothing is truncated.
 * @throws {RangeError} When the smallest size does not fit.
 */
export function layOutNotice(notice: NoticePage, metrics: Metrics): Mark[] {
  const available = PAPER.height - MARGIN.top - MARGIN.bottom;
  for (let scale = 1; scale >= MIN_SCALE; scale -= SCALE_STEP) {
    const tight = letter(notice, metrics, scale, 1);
    if (tight.height > available) continue;
    const gaps = tight.height - letter(notice, metrics, scale, 0).height;
    const stretch = Math.min(1 + (available - tight.height) / gaps, MAX_STRETCH);
    return letter(notice, metrics, scale, stretch).place(MARGIN.side, MARGIN.top);
  }
  throw new RangeError('The words of this notice do not fit on one page.');
}

/** Sets the whole letter; `scale` applies to the type, `stretch` to the space between its parts. */
function letter(page: NoticePage, metrics: Metrics, scale: number, stretch: number): Block {
  const {notice} = page;
  const space = (height: number) => gap(height * scale * stretch);
  const text = (value: string, size: number, style: Partial<ParagraphStyle> = {}, type: Tag['type'] = 'P') =>
    tagged(paragraph(value, metrics, {width: COLUMN, ...style, size: size * scale}), {type});
  const body = (value: string) => text(value, 10.5, {align: 'justify', indent: 10.5 * scale});
  const {wording} = notice;
  return stack([
    text(formatEra(notice.issuedOn), 10.5, {align: 'end'}),
    space(10),
    text(notice.contractorName + WORDS.honorific, 12, {width: COLUMN * 0.78}),
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
    text(WORDS.below, 11, {align: 'center'}),
    space(10),
    facts(notice, metrics, scale),
    space(20),
    obligeeBlock(page, metrics, scale),
    space(14),
    text(notice.suretyName, 11, {align: 'end'}),
  ]);
}

/** Sets the ways to hand the notice in below each other, with 「又は」 between. */
function ways(texts: readonly string[], metrics: Metrics, scale: number): Block {
  const size = 10.5 * scale;
  const choices = texts.filter(text => text !== WORDS.or);
  const lines = choices.flatMap((text, index) => (index === 0 ? [text] : [WORDS.or, text]));
  const set = (text: string) => {
    const indent = size * (text === WORDS.or ? 4 : 3);
    const line = paragraph(text, metrics, {width: COLUMN - indent, size, leading: 1.6});
    return inset(tagged(line, {type: 'P'}), indent);
  };
  return stack(lines.map(set));
}

const LABEL_SIZE = 10.5;
const LABEL_COLUMN = 8.6 * LABEL_SIZE;
const LABEL_INSET = 0.8 * LABEL_SIZE;
// In characters: labels of different lengths are set to one width, as in Japanese forms.
const LABEL_WIDTH = 6;

/** Sets the list under 「記」. */
function facts(notice: KeyNotice, metrics: Metrics, scale: number): Block {
  const valueAt = (LABEL_INSET * 2 + LABEL_COLUMN) * scale;
  const width = COLUMN - valueAt - LABEL_INSET * scale;
  const value = (text: string, size: number, style: Partial<ParagraphStyle> = {}) =>
    paragraph(text, metrics, {width, leading: 1.5, ...style, size: size * scale});
  const contractor = stack([
    label(WORDS.contractorName, metrics, scale),
    note(WORDS.jointVenture, metrics, scale),
  ]);
  const rows: [Block, Block][] = [
    [label(WORDS.worksName, metrics, scale), value(notice.worksName, nameSize(notice.worksName))],
    [contractor, value(notice.contractorName, nameSize(notice.contractorName))],
    [label(WORDS.productName, metrics, scale), value(notice.productName, 11)],
    [label(WORDS.contractNumber, metrics, scale), value(notice.contractNumber, 14, {widening: 60})],
    [
      label(WORDS.authKey, metrics, scale),
      value(notice.authKey, 21, {widening: 180, leading: 1.35, slashedZero: true}),
    ],
  ];
  const padding = gap(5 * scale);
  const line = rule(COLUMN);
  const table: Tag = {type: 'Table'};
  const lines = rows.map(([name, content]) => {
    const within: Tag = {type: 'TR', within: table};
    const heading = tagged(inset(name, LABEL_INSET * scale), {type: 'TH', within});
    return row(heading, tagged(content, {type: 'TD', within}), valueAt);
  });
  return stack([line, ...lines.flatMap(each => [padding, each, padding, line])]);
}

function label(text: string, metrics: Metrics, scale: number): Block {
  const count = textUnits(text).length;
  const widening = count < LABEL_WIDTH ? ((LABEL_WIDTH - count) / (count - 1)) * 1000 : 0;
  return paragraph(text, metrics, {width: COLUMN, size: LABEL_SIZE * scale, leading: 1.5, widening});
}

function note(text: string, metrics: Metrics, scale: number): Block {
  return paragraph(text, metrics, {width: COLUMN, size: 8 * scale, leading: 1.3});
}

/** Returns the type size of a name: long ones are set smaller, so that the letter around them keeps its size. */
function nameSize(name: string): number {
  const length = textUnits(name).length;
  if (length <= 80) return 11;
  return length <= 200 ? 9.5 : 8.5;
}

const CODE_SIDE = 46;
const CAPTION_SIZE = 6.5;
// Office printers and scanners lose smaller squares than these.
const MIN_CODE_SCALE = 0.75;
const QUIET_ZONE = 6;

/** Sets the request to the obligee in its frame, with the QR code that spares it the typing. */
function obligeeBlock({notice, data}: NoticePage, metrics: Metrics, scale: number): Block {
  const {wording, obligeeName} = notice;
  const padding = 11 * scale;
  const size = 10 * scale;
  const side = CODE_SIDE * Math.max(scale, MIN_CODE_SCALE);
  const caption = codeCaption(data);
  const codeColumn = Math.max(side, textUnits(caption).length * CAPTION_SIZE * scale) + QUIET_ZONE * 2;
  const width = COLUMN - padding * 2 - codeColumn;
  const text = (value: string, style: Partial<ParagraphStyle>, type: Tag['type'] = 'P') =>
    tagged(paragraph(value, metrics, {width, size, leading: 1.6, ...style}), {type});
  const words = stack([
    text(wording.obligeeHeading, {}, 'H2'),
    inset(text(obligeeName + WORDS.honorific, {width: width - size}), size),
    text(wording.obligeeText, {align: 'justify', indent: size}),
  ]);
  const picture = tagged(code(noticeCode(data), side), {
    type: 'Figure',
    alternative: `QRコード（${caption}）`,
  });
  const under = text(caption, {width: codeColumn, size: CAPTION_SIZE * scale, align: 'center', leading: 1.4});
  const beside = stack([inset(picture, (codeColumn - side) / 2), gap(QUIET_ZONE / 2), under]);
  return framed(row(words, beside, width + QUIET_ZONE), COLUMN, padding);
}

/** Returns the QR code of a notice without its quiet zone. It can be read with a seventh of its squares lost. */
export function noticeCode(data: NoticeData): Squares {
  return encode(noticeQrText(data), {ecc: 'M', border: 0}).data;
}

/** Names what the QR code holds. */
const codeCaption = ({authKey}: NoticeData): string => (authKey ? '保証契約番号・認証キー' : '保証契約番号');
