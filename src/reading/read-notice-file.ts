import {byteString} from './byte-string.js';
import {allowance, DEEPEST, LARGEST_FILE, type Allowance} from './limits.js';
import {findingsOf, type Finding} from './finding.js';

const HEAD_LENGTH = 1024;

type Kind = 'pdf' | 'image' | 'zip' | 'mail' | 'text' | 'unknown';

/** Returns the kind of a file by its first bytes, because names are unreliable. */
function kindOf(bytes: Uint8Array, name: string): Kind {
  const head = byteString(bytes.subarray(0, HEAD_LENGTH));
  if (head.includes('%PDF-')) return 'pdf';
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF[^]{4}WEBP|BM)/.test(head)) return 'image';
  if (head.startsWith('PK\x03\x04')) return 'zip';
  if (/\.eml$/i.test(name) || /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}/.test(head))
    return 'mail';
  return /\.(?:txt|text)$/i.test(name) && !head.includes('\0') ? 'text' : 'unknown';
}

/** Reads one file: a PDF, a picture, a mail or an archive of them. Nothing of it leaves the page. */
export async function readNoticeFile(file: File, signal?: AbortSignal): Promise<Finding[]> {
  if (file.size > LARGEST_FILE) return [{name: file.name, problem: 'too-large'}];
  if (file.size === 0) return [{name: file.name, problem: 'empty'}];
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return [{name: file.name, problem: 'damaged'}]; // a folder, or a file that was removed meanwhile
  }
  return readBytes(bytes, file.name, signal);
}

/** Reads the bytes of a file by their kind. */
async function readBytes(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  signal?: AbortSignal,
  depth = 0,
  left: Allowance = allowance(),
): Promise<Finding[]> {
  signal?.throwIfAborted();
  const inner = (part: Uint8Array<ArrayBuffer>, partName: string) =>
    readBytes(part, `${name}／${partName}`, signal, depth + 1, left);
  try {
    switch (kindOf(bytes, name)) {
      case 'pdf':
        return await (await import('./pdf.js')).readPdf(bytes, name, signal);
      case 'image':
        return await (await import('./picture.js')).readPicture(bytes, name, left);
      case 'zip':
        if (depth > DEEPEST) return [{name, problem: 'too-much'}];
        return await (await import('./archive.js')).readArchive(bytes, name, inner, left);
      case 'mail':
        if (depth > DEEPEST) return [{name, problem: 'too-much'}];
        return await (await import('./mail.js')).readMail(bytes, name, inner, left);
      case 'text':
        return findingsOf([new TextDecoder().decode(bytes)]).map(finding => ({name, ...finding}));
      case 'unknown':
        return [{name, problem: 'unsupported'}];
    }
  } catch (thrown) {
    signal?.throwIfAborted();
    return [{name, problem: isLoadFailure(thrown) ? 'not-loaded' : 'damaged'}];
  }
}

/** Whether a lazy module failed to load, which is no fault of the file. */
const isLoadFailure = (thrown: unknown) =>
  thrown instanceof TypeError && /import|module/i.test(thrown.message);
