/** How the bytes of a PDF mean letters where its font is not inside: as printed by Windows, or by a server in Java. */
export type ForeignEncoding = '90ms-RKSJ-H' | 'UniJIS-UCS2-H';

let shiftJis: Map<string, string> | undefined;

/** Letters as hexadecimal Shift_JIS; there is only a decoder at hand, so its table is turned round once. */
function toShiftJis(text: string): string {
  const decoder = new TextDecoder('shift_jis');
  const hex = (code: number) => code.toString(16).padStart(2, '0');
  if (!shiftJis) {
    shiftJis = new Map(
      Array.from({length: 95}, (_, index) => [String.fromCharCode(32 + index), hex(32 + index)]),
    );
    for (let first = 0x81; first <= 0xef; first++)
      for (let second = 0x40; second <= 0xfc; second++) {
        const letter = decoder.decode(Uint8Array.of(first, second));
        if (letter.length === 1 && letter !== '\ufffd' && !shiftJis.has(letter))
          shiftJis.set(letter, hex(first) + hex(second));
      }
  }
  return [...text].map(letter => shiftJis?.get(letter) ?? '3f').join('');
}

const toUcs2 = (text: string) =>
  Array.from({length: text.length}, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join(
    '',
  );

/** A line of text and where it stands on A4, in points from the lower left corner. */
export interface PlacedText {
  x: number;
  y: number;
  text: string;
}

/** One page whose Japanese font is not inside the file, as a surety's own system writes it. */
export function foreignPdf(lines: readonly PlacedText[], encoding: ForeignEncoding): Uint8Array<ArrayBuffer> {
  const encode = encoding === '90ms-RKSJ-H' ? toShiftJis : toUcs2;
  const content = lines
    .map(({x, y, text}) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm <${encode(text)}> Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /MS-Mincho /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /MS-Mincho /Flags 7 /FontBBox [0 -137 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -137 /CapHeight 709 /StemV 78 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, letter => letter.charCodeAt(0));
}

const column = (rows: readonly (readonly [label: string, value: string])[]): PlacedText[] =>
  rows.flatMap(([label, value], index) => [
    {x: 80, y: 600 - 24 * index, text: label},
    {x: 200, y: 600 - 24 * index, text: value},
  ]);

/** Notices as other sureties word and lay them out. */
export const foreignNotices = {
  /** 西日本 (e-Net保証): labels in one column, the whole of it written before the values. */
  west: (number: string, key: string): PlacedText[] => {
    const placed = column([
      ['工　事　名', '市道改良工事'],
      ['保証契約番号', number],
      ['認証キー', key],
    ]);
    const title = {x: 120, y: 700, text: '電子証書閲覧用「認証キー」等のお知らせ'};
    return [title, ...placed.filter(({x}) => x === 80), ...placed.filter(({x}) => x === 200)];
  },
  /** 北海道: the letters of its labels spread, brackets around them, full-width values. */
  north: (number: string, key: string): PlacedText[] => [
    {x: 100, y: 700, text: '電子証書(電子認証)にかかる「認証キー」のお知らせ'},
    {x: 80, y: 600, text: '【保 証 番 号】'},
    {
      x: 80,
      y: 580,
      text: number.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    },
    {x: 80, y: 550, text: '【認 証 キ ー】'},
    {
      x: 80,
      y: 530,
      text: key.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    },
  ],
  /** The certificate itself, handed in by mistake. */
  certificate: (number: string): PlacedText[] => [
    {x: 200, y: 700, text: '保　証　証　書（前払金保証）'},
    ...column([
      ['保証契約番号', number],
      ['保証金額（総額）', '20,000,000円'],
      ['保証期限', '令和9年3月19日'],
      ['取扱箇所', '秋田支店'],
    ]),
    {x: 80, y: 400, text: '当社は、前払金保証の範囲に基づき上記のとおり保証契約を締結し、その責に任じます。'},
  ],
};
