/** One thing that a revision changed. */
export interface RevisionChange<Content, Field extends keyof Content = keyof Content> {
  field: Field;
  before: Content[Field];
  after: Content[Field];
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What differs between two revisions, in the order of `fields`: each revision states the whole content. */
export function revisionDiff<Content extends object>(
  before: Content,
  after: Content,
  fields: readonly (keyof Content)[] = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as (keyof Content)[],
): RevisionChange<Content>[] {
  return fields
    .filter(field => !isSame(before[field], after[field]))
    .map(field => ({field, before: before[field], after: after[field]}));
}
