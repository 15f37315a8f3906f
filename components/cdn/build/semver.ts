/** A version after semver.org; what comes after `+` says nothing about order and is left out. */
export interface Version {
  readonly core: readonly [major: number, minor: number, patch: number];
  /** `beta.2` as ['beta', '2']; empty for a release. */
  readonly before: readonly string[];
}

const NUMBER = '0|[1-9]\\d*';
const FORM = new RegExp(
  `^(${NUMBER})\\.(${NUMBER})\\.(${NUMBER})(?:-((?:[\\dA-Za-z-]+\\.)*[\\dA-Za-z-]+))?(?:\\+[\\dA-Za-z.-]+)?$`,
);

/** @throws {Error} When it is no version, in words for whoever types it. */
export function readVersion(text: string): Version {
  const [, major, minor, patch, before] = FORM.exec(text) ?? [];
  if (major === undefined) throw new Error(`"${text}" is no version; write it like 1.2.3 or 1.2.3-beta.1.`);
  return {core: [Number(major), Number(minor), Number(patch)], before: before?.split('.') ?? []};
}

const isNumber = (part: string) => /^\d+$/.test(part);

/** Numbers by size and before words; words by letter. */
function comparePart(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
  if (isNumber(one) && isNumber(other)) return Number(one) - Number(other);
  if (isNumber(one) !== isNumber(other)) return isNumber(one) ? -1 : 1;
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Below zero when the first comes before the second; a prerelease comes before its release. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [readVersion(one), readVersion(other)];
  const core = a.core.map((number, at) => number - (b.core[at] ?? 0)).find(each => each !== 0);
  if (core !== undefined) return core;
  if (!a.before.length || !b.before.length) return b.before.length - a.before.length;
  const parts = Array.from({length: Math.max(a.before.length, b.before.length)}, (_, at) =>
    comparePart(a.before[at], b.before[at]),
  );
  return parts.find(each => each !== 0) ?? 0;
}

/** `1` and `1.2` for 1.2.3: the shorter names that a host may keep moving. */
export function aliasesOf(version: string): readonly string[] {
  const [major, minor] = readVersion(version).core;
  return [`${major}`, `${major}.${minor}`];
}

/** Whether a shorter name goes over to a version: forward only, and never from a release to a prerelease. */
export function movesTo(version: string, from: string | undefined): boolean {
  if (from === undefined) return true;
  const isPrerelease = (text: string) => readVersion(text).before.length > 0;
  if (isPrerelease(version) && !isPrerelease(from)) return false;
  return compareVersions(version, from) > 0;
}
