import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import type {EligibilityFacts, Finding} from './eligibility-types.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

const SECTION = /^(.*(?:課|部|局|室|係|所|署|センター|公社))(?=$|[がでのにをはへも(（\s])/;
const BOUNDARY = /[部局課室所市区町村県府都道\s　]$/;

/** The sections that a scope note names: 「契約課及び上下水道局」 → 契約課, 上下水道局. */
function sectionsOf(note: string): string[] {
  const pieces = note.split(/[、,，・]|及び|並びに|または|又は/);
  return pieces.flatMap(piece => SECTION.exec(piece.trim())?.[1] ?? []);
}

/** Whether a name holds a section as a whole: 契約課 is in 行政部契約課, but 下水道局 is not in 上下水道局. */
function holds(name: string, section: string): boolean {
  const at = name.indexOf(section);
  return at === 0 || (at > 0 && BOUNDARY.test(name.slice(0, at)));
}

/** Whether the section in charge is one of those that the obligee's rule is limited to. */
export function judgeDepartment(rule: ObligeeRule, facts: EligibilityFacts): Finding[] {
  const note = rule.scope_note;
  if (!note) return [];
  const sections = sectionsOf(note);
  if (!sections.length) {
    if (facts.withinScope === true) return [yes('scope.within', `対象は「${note}」です。`)];
    if (facts.withinScope === false) return [no('scope.outside', `対象は「${note}」だけです。`)];
    return [
      askObligee('withinScope', `この契約が「${note}」に当たるか`, `対象が「${note}」に限られています。`),
    ];
  }
  if (sections.every(section => rule.obligee.includes(section))) return [];
  const department = facts.department?.trim();
  if (!department) return [askApplicant('department', '発注者の担当課')];
  if (sections.some(section => holds(section, department) || holds(department, section))) {
    return [yes('department.within', `${department}は対象の部署です（${note}）。`)];
  }
  const elsewhere = rule.notes.find(line => line.includes('以外') && /確認|問合|問い合わせ/.test(line));
  if (elsewhere)
    return [askObligee('department', `${department}での取扱い`, `${note}が対象です。${elsewhere}。`)];
  return [no('department.outside', `対象は「${note}」で、${department}は含まれません。`)];
}
