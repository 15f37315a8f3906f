import type {ContractSummary} from '../src/schemas/contract.js';

const obligees = ['にかほ市', '秋田市', '由利本荘市', '鶴岡市', '国土交通省 東北地方整備局', '髙﨑市'];
const works = [
  '道路改良工事',
  '橋りょう補修工事（その２）',
  '下水道管渠築造工事',
  '測量業務委託',
  '河川護岸災害復旧工事',
];
const kinds = ['advance-payment', 'performance', 'interim-payment'] as const;
const day = (index: number) =>
  `20${String(20 + (index % 7))}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
const two = (value: number) => String(value).padStart(2, '0');

/** So many contracts as the API would list them, each a little different; the same ones every time. */
export const sampleContracts = (count: number): ContractSummary[] =>
  Array.from<unknown, ContractSummary>({length: count}, (_, index) => {
    const price = 3_000_000 + ((index * 7919) % 9973) * 10_000;
    const isPaper = index % 11 === 10;
    return {
      number: `${String(10_000 + (index % 90_000)).padStart(5, '0')}-${String(100_000 + index).padStart(6, '0')}`,
      kind: kinds[index % 3] ?? 'performance',
      productName: '契約保証',
      certificateForm: isPaper ? 'paper' : 'electronic',
      state: index % 13 === 12 ? 'expired' : 'in-force',
      obligeeName: obligees[index % obligees.length] ?? '',
      worksName: `第${index + 1}号 ${works[index % works.length] ?? ''}`,
      worksPrice: price,
      guaranteeAmount: Math.floor(price / 10),
      issuedOn: day(index),
      validUntil: index % 17 ? '2027-03-19' : null,
      arrivedAt: isPaper ? null : '2026-02-03T10:15:00+09:00',
      revision: index % 5 === 4 ? 1 : 0,
      handedInAt: index % 4 === 0 && !isPaper ? '2026-02-04T09:00:00+09:00' : null,
    };
  });
