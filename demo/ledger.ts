import {one} from './dom.js';

/** A file of a spreadsheet program: UTF-8, or Shift_JIS as Excel writes 「CSV」 on a Japanese Windows. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** The obligee's own ledger, pasted or chosen; it stays in the page, and goes where the page says. */
export function offerLedger(use: (ledger: string | undefined) => void): void {
  const field = one<HTMLTextAreaElement>('#ledger');
  const file = one<HTMLInputElement>('#ledger-file');
  const state = one('#ledger-state');
  const take = (text: string) => {
    use(text.trim() ? text : undefined);
    state.textContent = text.trim() ? '台帳を読み込みました。' : '台帳は入っていません。照合しません。';
  };
  const open = async (chosen: File) => {
    field.value = decode(await chosen.arrayBuffer());
    take(field.value);
  };
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void open(chosen);
  });
  one('#use-ledger').addEventListener('click', () => take(field.value));
  one('#clear-ledger').addEventListener('click', () => {
    field.value = '';
    file.value = '';
    take('');
  });
}
