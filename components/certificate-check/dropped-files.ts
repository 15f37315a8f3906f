/** So many files are taken at once. */
export const MOST_FILES = 100;

/** So many are counted, to say how many were left out; a folder may hold a whole disk. */
const MOST_COUNTED = 5000;

/** Lists leave out what systems put beside people's files. */
const isPeoples = (name: string) => !name.startsWith('.') && !/^(?:Thumbs\.db|desktop\.ini)$/i.test(name);

async function filesOf(entry: FileSystemEntry, found: File[], depth = 0): Promise<void> {
  if (found.length >= MOST_COUNTED || depth > 5 || !isPeoples(entry.name)) return;
  if (entry.isFile) {
    await new Promise<void>(done =>
      (entry as FileSystemFileEntry).file(
        file => {
          found.push(file);
          done();
        },
        () => done(),
      ),
    );
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader hands out a hundred entries at a time, and then none.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>(done => reader.readEntries(done, () => done([])));
    if (!entries.length) return;
    for (const each of entries) await filesOf(each, found, depth + 1);
  }
}

/** The files of a drop, those in folders included; must be called in the handler, for the list is gone afterwards. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  if (!transfer) return [];
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({isDirectory}) => isDirectory)) return [...transfer.files];
  const found: File[] = [];
  for (const entry of entries) await filesOf(entry, found);
  return found;
}

/** The files of an input, without those that nobody has put there. */
export const chosenFiles = (input: HTMLInputElement): File[] =>
  [...(input.files ?? [])].filter(({name}) => isPeoples(name));

/** Whether files are being dragged, and not a piece of text. */
export const bringsFiles = ({dataTransfer}: DragEvent): boolean =>
  Boolean(dataTransfer?.types.includes('Files'));
