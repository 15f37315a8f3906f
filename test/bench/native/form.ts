import {bankEntries, branchEntries, getAccount, getBranches, obligeeEntries} from './api.js';
import {combobox} from './combobox.js';
import {confirmation} from './confirmation.js';
import {showEcho, showEligibility} from './echo.js';
import {checkAll, recheck, showIssues} from './errors.js';
import {fieldOf, readField, sections, type Draft} from './fields.js';
import {copyForm, finder, setText, type Find} from './parts.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

function openSection(section: string, find: Find): void {
  for (const each of sections) {
    const [tab, panel] = [find(`tab-${each}`), find(`panel-${each}`)];
    if (!tab || !panel) continue;
    tab.setAttribute('aria-selected', String(each === section));
    tab.tabIndex = each === section ? 0 : -1;
    panel.hidden = each !== section;
  }
}

function moveTab(event: KeyboardEvent, find: Find): void {
  const tab = (event.target as Element).closest('[role=tab]');
  if (!tab) return;
  const at = sections.findIndex(section => find(`tab-${section}`) === tab);
  const last = sections.length - 1;
  const keys: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at ? at - 1 : last,
    Home: 0,
    End: last,
  };
  const next = sections[keys[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  openSection(next, find);
  find(`tab-${next}`)?.focus();
}

function connectPickers(draft: Draft, find: Find, changed: (name: string) => void): void {
  const connect = (name: string, load: Parameters<typeof combobox>[2], picked: (value: string) => void) => {
    const [input, list] = [find(name), find(`${name}-list`)];
    if (!(input instanceof HTMLInputElement) || !list) return;
    combobox(input, list, load, ({value, label}) => {
      draft[name] = label;
      picked(value);
      changed(name);
    });
  };
  let bank = '';
  connect('obligee', obligeeEntries, code => {
    draft['obligee-code'] = code;
  });
  connect('bank', bankEntries, code => {
    bank = code;
  });
  connect(
    'bank-branch',
    () => branchEntries(bank),
    () => undefined,
  );
}

async function prefill(form: HTMLFormElement, draft: Draft, find: Find): Promise<void> {
  const [account, branches] = await Promise.all([getAccount(), getBranches()]);
  setText(form.querySelector('.company'), `${account.party.name} 様`);
  const put = (name: string, value: string) => {
    const control = find(name);
    if (!isControl(control) || control.value) return;
    control.value = value;
    draft[name] = value;
  };
  put('contractor', account.party.name);
  put('email', account.email ?? '');
  const select = find('branch');
  if (select?.childElementCount === 1)
    select.append(...branches.map(({code, name}) => new Option(name, code)));
}

/** Fields whose answer decides what an obligee's rule says. */
const FACTS = ['obligee', 'trigger-date', 'advance-form', 'performance-form'];

/** Brings one form of the page to life. */
class ApplicationForm {
  #form: HTMLFormElement;
  #find: Find;
  #draft: Draft = {};
  #isTried = false;
  #confirm: () => void;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#find = finder(form);
    this.#confirm = confirmation(form, this.#draft).confirm;
    form.addEventListener('input', event => this.#handleInput(event));
    form.addEventListener('focusout', ({target}) => this.#tidy(target));
    form.addEventListener('click', event => this.#handleClick(event));
    form.addEventListener('keydown', event => this.#handleKey(event));
    form.addEventListener('submit', event => this.#handleSubmit(event));
    this.#toggleEmail();
    connectPickers(this.#draft, this.#find, name => this.#changed(name));
    void prefill(form, this.#draft, this.#find).catch(() => {
      const text = '通信できませんでした。接続を確認して、もう一度お試しください。';
      setText(form.querySelector('.status'), text);
    });
  }

  #changed(name: string): void {
    showEcho(name, this.#draft, this.#find);
    if (name === 'advance' || name === 'performance') {
      const block = this.#find(`${name}-block`);
      if (block) block.hidden = !this.#draft[name];
    }
    if (name === 'notification') this.#toggleEmail();
    if (FACTS.includes(name)) {
      void showEligibility(this.#draft['obligee-code'] ?? '', this.#draft, this.#find);
    }
    if (this.#isTried) recheck(name, this.#draft, this.#find);
  }

  #toggleEmail(): void {
    const field = this.#find('email')?.closest<HTMLElement>('.field');
    if (field) field.hidden = this.#draft.notification !== 'true';
  }

  /** Shows on leaving what was understood: grouped digits, full-width letters. */
  #tidy(target: EventTarget | null): void {
    if (!isControl(target)) return;
    const reading = readField(target.name, this.#draft);
    if (!reading || !('value' in reading)) return;
    if (typeof reading.value !== 'number' && !target.name.startsWith('bank')) return;
    target.value = reading.value.toLocaleString('en-US');
    this.#draft[target.name] = target.value;
  }

  #handleInput({target}: Event): void {
    if (!isControl(target)) return;
    const isOff = target instanceof HTMLInputElement && target.type === 'checkbox' && !target.checked;
    this.#draft[target.name] = isOff ? '' : target.value;
    if (target.name === 'obligee') this.#draft['obligee-code'] = '';
    this.#changed(target.name);
  }

  #handleClick(event: MouseEvent): void {
    const target = event.target as Element;
    const tab = target.closest('[role=tab]');
    if (tab)
      openSection(sections.find(section => this.#find(`tab-${section}`) === tab) ?? 'works', this.#find);
    const name = target.closest<HTMLElement>('[data-go]')?.dataset.go;
    if (!name) return;
    event.preventDefault();
    openSection(fieldOf(name)?.section ?? 'guarantees', this.#find);
    this.#find(name)?.focus();
  }

  #handleKey(event: KeyboardEvent): void {
    moveTab(event, this.#find);
    // Enter in a field often only ends a conversion; it must not send the form.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  }

  #handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#isTried = true;
    const issues = checkAll(this.#draft);
    showIssues(this.#form, issues, this.#find);
    if (!issues.length) this.#confirm();
  }
}

/** Makes a form of the page work. */
export const mountForm = (form: HTMLFormElement): void => void new ApplicationForm(form);

/** Puts further copies of the page's form after it, each on its own. */
export function addForms(form: HTMLFormElement, count: number): void {
  for (let index = 1; index <= count; index++) {
    const copy = copyForm(form, `-${index}`);
    document.body.append(copy);
    mountForm(copy);
  }
}

document.querySelectorAll<HTMLFormElement>('form.application').forEach(form => mountForm(form));
