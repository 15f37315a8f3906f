/** A browser takes a file over within moments, but a slow one may ask the person first. */
const HANDOVER_MS = 60_000;

/** Hands something to the browser to be saved under a name. */
export function saveBlob(content: Blob, name: string, keepMs = HANDOVER_MS): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
}

/** Hands a table to the browser to be saved. */
export const saveCsvText = (text: string | readonly string[], name: string): void =>
  saveBlob(new Blob([text].flat(), {type: 'text/csv;charset=utf-8'}), name);
