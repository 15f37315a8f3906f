/** How many tests did what. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Nothing has run. */
export const noCounts: Counts = {passed: 0, failed: 0, skipped: 0};

/** Both together. */
export const addCounts = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** The line that people and scripts read: `12 passed, 0 failed`, with the skipped ones if there are any. */
export const describeCounts = ({passed, failed, skipped}: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A run that says it failed, with no failed test to show for it, counts as one failure. */
const withExitCode = (counts: Counts, exitCode: number): Counts =>
  exitCode !== 0 && counts.failed === 0 ? {...counts, failed: 1} : counts;

/** Counts of `node --test` in its spec or TAP summary. */
export function readNodeCounts(output: string, exitCode: number): Counts {
  const last = (name: string) =>
    Number([...output.matchAll(new RegExp(`^[ℹ#] ${name} (\\d+)$`, 'gmu'))].at(-1)?.[1] ?? 0);
  const counts = {
    passed: last('pass'),
    failed: last('fail') + last('cancelled'),
    skipped: last('skipped') + last('todo'),
  };
  return withExitCode(counts, exitCode);
}

/** Counts of `@web/test-runner`, which stand in its last progress line. */
export function readWtrCounts(output: string, exitCode: number): Counts {
  const lines = [...output.matchAll(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)];
  const [, passed = 0, failed = 0, skipped = 0] = lines.at(-1) ?? [];
  return withExitCode({passed: Number(passed), failed: Number(failed), skipped: Number(skipped)}, exitCode);
}

/**
 * What failed, with its reasons, from the output of either runner: the closing list of `node --test`, and each
 * failed test of `@web/test-runner` up to the next blank line. '' if nothing did.
 */
export function readFailures(output: string): string {
  const closing = output.split(/^✖ failing tests:$/mu).at(1);
  const browser = [...output.matchAll(/^.*(?:𐄂|❌).*(?:\n.*\S.*)*/gmu)].map(([text]) => text);
  return [closing?.trim() ?? '', ...new Set(browser)].filter(text => text !== '').join('\n\n');
}
