import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import type {EligibilityFacts, Finding} from './eligibility-types.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

const SECTION =
  /^(.*(?:課|部|局|室|係|所|署|センター|公社|委員会|企業団))(?=$|[がでのにをはへも(（\s]|以外|発注|契約)/;
const BOUNDARY = /[部局課室所市区町村県府都道\s　]$/;
const WITHOUT = /除く|除き|除外|以外|対象外/;
/** Words of a scope that a section does not tell: an amount, a way of procurement. */
const FURTHER = /[0-9０-９一二三四五六七八九十百千万億]+\s*(?:万|億)?円|随意|見積|電子契約|電子入札|試行/;

/** The sections that a text names: 「契約課及び上下水道局」 → 契約課, 上下水道局. */
export function sectionsOf(note: string): string[] {
  const pieces = note.split(/[、,，・]|及び|および|並びに|ならびに|または|又は|もしくは|若しくは/);
  return pieces.flatMap(piece => SECTION.exec(piece.trim())?.[1] ?? []);
}

/** How a section stands to one that a page names: the same or within it, wider than it, or elsewhere. */
export function relate(department: string, named: string): 'within' | 'wider' | 'elsewhere' {
  if (department === named || isPartOf(named, department)) return 'within';
  const at = department ? named.indexOf(department) : -1;
  if (at < 0) return 'elsewhere';
  // 契約課 is how 行政部契約課 is called for short; 行政部 has other sections, too.
  if (at + department.length === named.length)
    return at > 0 && BOUNDARY.test(named.slice(0, at)) ? 'within' : 'elsewhere';
  return at === 0 ? 'wider' : 'elsewhere';
}

/** Whether a name holds a section as a whole: 契約課 is in 行政部契約課, but 下水道局 is not in 上下水道局. */
function isPartOf(section: string, name: string): boolean {
  const at = name.indexOf(section);
  return at === 0 || (at > 0 && BOUNDARY.test(name.slice(0, at)));
}

/** A scope that no section tells: only the obligee knows, unless it has been asked. */
function judgeWords(scope: string, {withinScope}: EligibilityFacts): Finding {
  if (withinScope === true) return yes('scope.within', {scope});
  if (withinScope === false) return no('scope.outside', {scope});
  return askObligee('withinScope', {point: 'scope', scope});
}

/** A scope that leaves sections out: 「上下水道局を除く」. */
function judgeLeftOut(scope: string, sections: readonly string[], department: string): Finding {
  const found = sections.map(section => relate(department, section));
  const params = {department, scope, isLeftOut: true};
  if (found.includes('within')) return no('department.outside', params);
  return found.includes('wider')
    ? askApplicant('department', 'department')
    : yes('department.within', params);
}

function judgeSections(
  rule: ObligeeRule,
  scope: string,
  sections: readonly string[],
  department: string,
): Finding {
  const found = sections.map(section => relate(department, section));
  const params = {department, scope, isLeftOut: false};
  if (found.includes('within')) return yes('department.within', params);
  if (found.includes('wider')) return askApplicant('department', 'department');
  const note = (rule.notes ?? []).find(line => line.includes('以外') && /確認|問合|問い合わせ/.test(line));
  if (note) return askObligee('department', {point: 'department', department, scope, note});
  return no('department.outside', params);
}

/** Whether the section in charge is one of those that the obligee's rule is limited to. */
export function judgeDepartment(rule: ObligeeRule, facts: EligibilityFacts): Finding[] {
  const note = rule.scope_note?.trim();
  if (!note) return [];
  const sections = sectionsOf(note);
  const isLeftOut = WITHOUT.test(note);
  if (!sections.length) return [judgeWords(note, facts)];
  const further = FURTHER.test(note) ? [judgeWords(note, facts)] : [];
  if (!isLeftOut && sections.every(section => rule.obligee.includes(section))) return further;
  const department = facts.department?.trim();
  if (!department) return [askApplicant('department', 'department'), ...further];
  const finding = isLeftOut
    ? judgeLeftOut(note, sections, department)
    : judgeSections(rule, note, sections, department);
  return [finding, ...further];
}
