import type {Surface} from './surface.js';

/** What the last release promised. */
export interface Baseline extends Surface {
  readonly version: string;
}

/** What is to become the next release. */
export interface Candidate {
  readonly surface: Surface;
  /** Its version; nothing while none is chosen, as it is between two releases. */
  readonly version: string | undefined;
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
}

const kinds = ['elements', 'tokens', 'exports', 'api'] as const;

/** Lines that are gone; of a thing that is gone as a whole, only its own line. */
function lost(before: readonly string[], after: readonly string[]): string[] {
  const there = new Set(after);
  const gone = before.filter(line => !there.has(line));
  const isPartOf = (line: string, whole: string) =>
    line.startsWith(whole) && /^[ .[]/.test(line.slice(whole.length));
  return gone.filter(line => !gone.some(whole => isPartOf(line, whole)));
}

/** What the changelog says of everything after a version. */
function newsSince(changelog: string, version: string): string[] {
  const sections = changelog.split(/^## /m).slice(1);
  const end = sections.findIndex(section => section.replace(/^\[/, '').startsWith(version));
  return (end < 0 ? sections : sections.slice(0, end)).join('').split('\n');
}

const isSaid = (news: readonly string[], line: string) =>
  news.some(said => line.split(/[ .=]+/).every(word => said.includes(word.replace('[]', ''))));

/** Whether a version may take something away that another one promised, and which one might. */
function roomFor(version: string, baseline: string): {isEnough: boolean; needed: string} {
  const [major = 0, minor = 0] = baseline.split('.').map(Number);
  const [nextMajor = 0, nextMinor = 0] = version.split('.').map(Number);
  if (major > 0) return {isEnough: nextMajor > major, needed: `${major + 1}.0.0`};
  return {isEnough: nextMajor > 0 || nextMinor > minor, needed: `0.${minor + 1}.0`};
}

/**
 * Why a release may not be made, a sentence each; none when it keeps all promises. What is taken away needs a line in the
 * changelog and, once a version is chosen, one with room for it: the next major, while there is none yet the next minor.
 */
export function objections(baseline: Baseline, {surface, version, changelog}: Candidate): string[] {
  const gone = kinds.flatMap(kind => lost(baseline[kind], surface[kind]));
  const news = newsSince(changelog, baseline.version);
  const unsaid = gone.filter(line => !isSaid(news, line));
  const sentences = unsaid.map(
    line =>
      `"${line}" was public in ${baseline.version} and is gone; keep it, or say so in CHANGELOG.md in one line with these words.`,
  );
  if (version === undefined) return sentences;
  const reworded = lost(baseline.messages, surface.messages);
  const {isEnough, needed} = roomFor(version, baseline.version);
  if (isEnough || gone.length + reworded.length === 0) return sentences;
  const first = gone[0] ?? `message ${reworded[0]}`;
  const others = gone.length + reworded.length - 1;
  const more = others ? ` and ${others} more` : '';
  return [...sentences, `Without "${first}"${more} this is no ${version}: it has to be ${needed} or higher.`];
}

/** The baseline as it is committed: one line a promise, so that a change of it reads like one. */
export const baselineText = (version: string, surface: Surface): string =>
  `${JSON.stringify({version, ...surface} satisfies Baseline, undefined, 1)}\n`;
