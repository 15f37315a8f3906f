import {leafletApplication, leafletKeys, type SeedApplication} from '../demo/sandbox/index.js';

/** An issued contract whose names are as long as they get, with letters that ordinary software loses. */
export function issuedWithLongNames(): SeedApplication {
  const content = leafletApplication({
    jointVentureName: '髙﨑・𠮷田・〇〇特定建設工事共同企業体'.repeat(3).slice(0, 58),
  });
  const name = '令和7年度 社会資本整備総合交付金事業 市道〇〇線 道路改良工事（第1工区）'
    .repeat(8)
    .slice(0, 390);
  return {content: {...content, works: {...content.works, name}}, state: 'issued', keys: leafletKeys};
}
