import type {ContractSummary} from '../../../../src/schemas/contract.js';

const kinds = {'advance-payment': '前払', 'interim-payment': '中間前払', performance: '契約'};
const states = {'in-force': '', expired: '満了', cancelled: '取消', released: '返還済'};
const yen = (amount: number) => `${amount.toLocaleString('en-US')}円`;
const day = (date: string) => date.replaceAll('-', '/');

/** What the cells of one contract say, in the order of the columns; the eighth and ninth are buttons. */
export const texts = (row: ContractSummary, index: number): string[] => [
  String(index + 1),
  kinds[row.kind],
  row.number,
  [
    row.certificateForm === 'paper' ? '証書(紙)' : '',
    row.revision ? `変更${row.revision}` : '',
    states[row.state],
    row.handedInAt ? '提出済み' : '',
  ]
    .filter(Boolean)
    .join(' '),
  row.obligeeName,
  row.worksName,
  day(row.issuedOn),
  row.validUntil ? `${day(row.validUntil)}まで` : '',
  yen(row.worksPrice),
  `保証 ${yen(row.guaranteeAmount)}`,
];

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[-‐－ー\s]/g, '');

/** A search as forgiving as a skilled developer makes it in an afternoon; texts are folded at the first search. */
export class Folded {
  #keys = new Map<ContractSummary, string>();
  matcher(words: string): (row: ContractSummary) => boolean {
    const wanted = words.split(/\s+/).map(fold);
    return row => {
      let key = this.#keys.get(row);
      if (key === undefined)
        this.#keys.set(row, (key = fold(`${row.number}/${row.obligeeName}/${row.worksName}`)));
      return wanted.every(word => key.includes(word));
    };
  }
}

/** The largest 請負金額 first, ties by number. */
export const byPrice = (one: ContractSummary, other: ContractSummary): number =>
  other.worksPrice - one.worksPrice || (other.number < one.number ? -1 : 1);

/** One row with all its nodes, and a way to fill it. */
export function createRow(): {element: HTMLElement; fill(row: ContractSummary, index: number): void} {
  const element = document.createElement('div');
  element.className = 'row';
  element.role = 'row';
  const spans = Array.from({length: 10}, () => document.createElement('span'));
  const groups = [[0], [1], [2, 3], [4, 5], [6, 7], [8, 9]];
  for (const group of groups) {
    const cell = document.createElement('div');
    cell.role = 'cell';
    for (const at of group) cell.append(spans[at] ?? '');
    element.append(cell);
  }
  const buttons = ['詳細', '印刷'].map(label => {
    const [cell, button] = [document.createElement('div'), document.createElement('button')];
    cell.role = 'cell';
    button.textContent = label;
    cell.append(button);
    element.append(cell);
    return button;
  });
  return {
    element,
    fill(row, index) {
      element.ariaRowIndex = String(index + 2);
      texts(row, index).forEach((text, at) => {
        const span = spans[at];
        if (span && span.textContent !== text) span.textContent = text;
      });
      for (const button of buttons) button.ariaLabel = `${button.textContent}（保証契約番号 ${row.number}）`;
      const print = buttons[1];
      if (print) print.hidden = row.certificateForm === 'paper';
    },
  };
}
