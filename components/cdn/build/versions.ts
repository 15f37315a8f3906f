import semver, {type SemVer} from 'semver';

/** @throws {Error} When it is no version, in words for whoever types it. */
export function readVersion(text: string): SemVer {
  const version = semver.parse(text);
  if (version?.raw !== text || !/^\d/.test(text))
    throw new Error(`"${text}" is no version; write it like 1.2.3 or 1.2.3-beta.1.`);
  return version;
}

/** `1` and `1.2` for 1.2.3: the shorter names that a host may keep moving. */
export function aliasesOf(text: string): readonly string[] {
  const {major, minor} = readVersion(text);
  return [`${major}`, `${major}.${minor}`];
}

/** Whether a shorter name goes over to a version: forward only, and never from a release to a prerelease. */
export function movesTo(text: string, from: string | undefined): boolean {
  if (from === undefined) return true;
  const [next, current] = [readVersion(text), readVersion(from)];
  if (next.prerelease.length > 0 && current.prerelease.length === 0) return false;
  return next.compare(current) > 0;
}
