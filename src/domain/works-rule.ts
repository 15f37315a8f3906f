import type {WorksKind} from '../schemas/kinds.js';

/** The names that rules about amounts give to a kind of works, the closest first. */
const RULE_KEYS: Record<WorksKind, readonly string[]> = {
  construction: ['construction', 'all'],
  survey: ['survey', 'design_survey', 'outsourcing', 'other', 'all'],
  design: ['design', 'design_survey', 'outsourcing', 'other', 'all'],
  'construction-consulting': ['construction_consulting', 'design_survey', 'outsourcing', 'other', 'all'],
  'construction-related-services': [
    'construction_related_outsourcing',
    'outsourcing',
    'design_survey',
    'other',
    'all',
  ],
  services: ['outsourcing', 'other', 'all'],
};

/** What a table of a rule says about a kind of works; nothing where it does not name it. */
export function pickByKind<Value>(
  table: Record<string, Value> | null | undefined,
  kind: WorksKind,
): Value | undefined {
  const key = RULE_KEYS[kind].find(name => table?.[name] !== undefined);
  return key === undefined ? undefined : table?.[key];
}
