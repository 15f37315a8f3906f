/** One entry to pick; `key` is what one searches in. */
export interface Entry {
  value: string;
  label: string;
  detail: string;
  key: string;
}

const SHOWN = 50;

/** Width, case and kind of kana do not matter in a search. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\s・-]/g, '');

/** Makes an input and the list below it an editable combobox (ARIA Authoring Practices); free text stays. */
export function combobox(
  input: HTMLInputElement,
  list: HTMLElement,
  load: () => Promise<readonly Entry[]>,
  pick: (entry: Entry) => void,
): void {
  let matches: readonly Entry[] = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (index: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (index + list.children.length) % list.children.length;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: 'nearest'});
    input.setAttribute('aria-activedescendant', option?.id ?? '');
  };
  const choose = (index: number) => {
    const entry = matches[index];
    close();
    if (!entry) return;
    input.value = entry.label;
    pick(entry);
  };
  const draw = ({label, detail}: Entry, index: number) => {
    const option = document.createElement('li');
    option.id = `${list.id}-${index}`;
    option.role = 'option';
    option.dataset.index = String(index);
    option.textContent = detail ? `${label}（${detail}）` : label;
    return option;
  };
  const open = async () => {
    const words = input.value.split(/\s+/).map(searchKey).filter(Boolean);
    const entries = await load().catch(() => []);
    matches = entries.filter(({key}) => words.every(word => key.includes(word))).slice(0, SHOWN);
    list.replaceChildren(...matches.map(draw));
    list.hidden = !matches.length || input !== document.activeElement;
    input.setAttribute('aria-expanded', String(!list.hidden));
    active = -1;
  };

  input.addEventListener('focus', () => void open());
  input.addEventListener('input', () => void open());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || list.hidden) return;
    const {key} = event;
    if (key === 'ArrowDown') activate(active + 1);
    else if (key === 'ArrowUp') activate(active < 0 ? -1 : active - 1);
    else if (key === 'Enter' && active >= 0) choose(active);
    else if (key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  list.addEventListener('mousedown', event => {
    event.preventDefault(); // keeps the focus in the input
    const option = (event.target as Element).closest<HTMLElement>('[data-index]');
    if (option) choose(Number(option.dataset.index));
  });
}
