const PREFIX = 'surety-elements:draft:';
const NEW = 'new';

/** A draft is kept for one working day at most. */
export const DRAFT_LIFETIME_MS = 12 * 60 * 60_000;

/** Under which name this tab keeps what is typed into an application; `''` is a new one. */
export const draftName = (applicationId: string): string => PREFIX + (applicationId || NEW);

/** Ids of the applications that this tab keeps text of, `''` for a new one. */
export function keptDrafts(now = Date.now()): string[] {
  try {
    return Object.keys(sessionStorage).flatMap(name => {
      if (!name.startsWith(PREFIX)) return [];
      const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}') as {savedAt?: number; receipt?: object};
      if (kept.receipt || !kept.savedAt || now - kept.savedAt > DRAFT_LIFETIME_MS) return [];
      const id = name.slice(PREFIX.length);
      return [id === NEW ? '' : id];
    });
  } catch {
    return []; // no storage, or somebody else's text in it
  }
}
