/** A browser takes a file at once, but may first ask the person where to save it. */
const KEEP_MS = 60_000;

/** Lets the browser save a file. */
export function saveBlob(content: Blob, name: string, keepMs = KEEP_MS): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
}

/** Lets the browser save a table as CSV. */
export const saveCsvText = (text: string | readonly string[], name: string): void =>
  saveBlob(new Blob([text].flat(), {type: 'text/csv;charset=utf-8'}), name);
