/** Path of the code that goes with a name; nothing for fields that are no pickers. */
export function codePath(path: string): string | undefined {
  if (path === 'obligee/name') return 'obligee/code';
  return /depositBank\/(bank|branch)$/.test(path) ? `${path}Code` : undefined;
}

/** What else is written when a name changes: a code fits its own name only, a branch its own bank. */
export function companions(path: string, code = ''): Record<string, string> {
  const own = codePath(path);
  if (!own) return {};
  return {[own]: code, ...(path.endsWith('/bank') && {[path.replace(/bank$/, 'branchCode')]: ''})};
}
