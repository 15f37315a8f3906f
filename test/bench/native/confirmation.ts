import {send} from './api.js';
import {fields, readField, type Draft} from './fields.js';
import {setText} from './parts.js';

function row(label: string, text: string): HTMLElement {
  const [group, term, detail] = ['div', 'dt', 'dd'].map(tag => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  term.textContent = label;
  detail.textContent = text || '未入力';
  group.append(term, detail);
  return group;
}

/** 申込確認 and 送信完了 of one form. */
export function confirmation(form: HTMLFormElement, draft: Draft): {confirm: () => void} {
  const steps = [...form.querySelectorAll('.steps li')];
  const views = ['.edit', '.confirm', '.done'].map(name => form.querySelector<HTMLElement>(name));
  let key = '';
  let isSending = false;

  const show = (step: number) => {
    views.forEach((view, index) => {
      if (view) view.hidden = index !== step;
    });
    steps.forEach((item, index) => {
      if (index === step) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
    if (step) views[step]?.focus();
  };
  const content = () =>
    fields.flatMap(({name, isShown}) => {
      if (isShown && !isShown(draft)) return [];
      const reading = readField(name, draft);
      return [[name, reading && 'value' in reading ? reading.value : (draft[name] ?? '')] as const];
    });
  const confirm = () => {
    const rows = fields.filter(({isShown}) => !isShown || isShown(draft));
    const list = form.querySelector('.confirm dl');
    list?.replaceChildren(...rows.map(({name, label}) => row(label, draft[name] ?? '')));
    key = crypto.randomUUID();
    show(1);
  };
  const submit = async () => {
    if (isSending) return;
    isSending = true;
    const status = form.querySelector('.status');
    setText(status, '送信しています');
    try {
      const {receiptNumber} = await send(Object.fromEntries(content()), key);
      setText(form.querySelector('.receipt'), receiptNumber);
      setText(status, '');
      show(2);
    } catch {
      setText(status, '通信できませんでした。入力内容は残っています。もう一度お試しください。');
    }
    isSending = false;
  };
  form.querySelector('[data-act=back]')?.addEventListener('click', () => show(0));
  form.querySelector('[data-act=send]')?.addEventListener('click', () => void submit());
  return {confirm};
}
