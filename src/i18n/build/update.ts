import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Localizer, type MessageFolders} from './localizer.js';

/** One message of an XLIFF file as it stands there. */
const UNIT = /<trans-unit id="([^"]+)">\s*<source>(.*?)<\/source>(?:\s*<target>(.*?)<\/target>)?/gs;

/** Japanese in a partner's own words starts from the source itself. */
function fillWithSource(file: string): void {
  const text = readFileSync(file, 'utf8').replace(
    UNIT,
    (_, id: string, source: string) =>
      `<trans-unit id="${id}">\n  <source>${source}</source>\n  <target>${source}</target>`,
  );
  writeFileSync(file, text);
}

/**
 * Brings the translations up to date with the words in the code: reads every msg() into XLIFF, where translators
 * write the targets, and writes the modules from there. A message without a target stays Japanese.
 * @throws When a msg() cannot be read, or a translation loses or invents a place where something is put in.
 */
export async function updateMessages(folders: MessageFolders): Promise<void> {
  const localizer = new Localizer(folders);
  const {errors} = localizer.extractSourceMessages();
  if (errors.length > 0)
    throw new Error(
      errors.map(({file, messageText}) => `${file?.fileName}: ${JSON.stringify(messageText)}`).join('\n'),
    );
  await localizer.writeInterchangeFiles();
  fillWithSource(join(folders.xliff, 'ja-x-page.xlf'));
  await new Localizer(folders).build();
}
