const longestName = 100;

/** Part of a file name that every system takes: signs that Windows refuses become full-width, and it is not too long. */
export function safeFileName(text: string, longest = longestName): string {
  const safe = text
    .replace(/[\\/:*?"<>|]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replace(/\p{Cc}+/gu, ' ');
  // Windows takes away dots and spaces at the end without a word.
  return [...safe]
    .slice(0, longest)
    .join('')
    .replace(/^\s+|[\s.]+$/gu, '');
}

/** What the name of a filed document says, in the order that 電子帳簿保存法 is searched by. */
export interface ArchiveName {
  /** Day of the transaction, `YYYY-MM-DD`. */
  date: string;
  /** 取引先 */
  counterparty: string;
  /** Whole yen. */
  amount: number;
  /** 書類名 */
  document: string;
}

const longestCounterparty = 40;

/** `20260203_東日本建設業保証株式会社_20000000_認証キーのお知らせ.pdf` */
export function archiveFileName({date, counterparty, amount, document}: ArchiveName): string {
  // The parts are told apart by `_`, so none of them may hold one.
  const part = (text: string, longest?: number) => safeFileName(text.replaceAll('_', '＿'), longest);
  const parts = [date.replaceAll('-', ''), part(counterparty, longestCounterparty), amount, part(document)];
  return `${parts.join('_')}.pdf`;
}

/** Names that occur again get ` (2)`, ` (3)`, …; upper and lower case are the same to Windows. */
export function numberedNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const [, stem = name, extension = ''] = /^(.*?)(\.\w+)?$/s.exec(name) ?? [];
    let own = name;
    for (let count = 2; taken.has(own.toLowerCase()); count++) own = `${stem} (${count})${extension}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
