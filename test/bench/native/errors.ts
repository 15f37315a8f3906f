import {checkField, dependents, fieldOf, fields, sections, type Draft, type Field} from './fields.js';
import {setText, type Find} from './parts.js';

/** One thing to mend. */
export interface Issue {
  field: Field;
  message: string;
}

/** Everything that keeps the application from being sent, in the order of the fields. */
export function checkAll(draft: Draft): Issue[] {
  const issues = fields.flatMap(field => {
    const message = checkField(field, draft);
    return message ? [{field, message}] : [];
  });
  const guarantee: Field = {name: 'advance', label: '', section: 'guarantees'};
  const none = {field: guarantee, message: '申し込む保証を1つ以上選んでください。'};
  return draft.advance || draft.performance ? issues : [...issues, none];
}

/** Shows the sentence of a field at the field, or takes it away. */
function showError(name: string, message: string | undefined, find: Find): void {
  const line = find(`${name}-error`);
  if (!line) return;
  setText(line, message ?? '');
  line.hidden = !message;
  const control = find(name);
  if (message) control?.setAttribute('aria-invalid', 'true');
  else control?.removeAttribute('aria-invalid');
}

/** Looks again at one field and at those that hang on it, after the first try to send. */
export function recheck(name: string, draft: Draft, find: Find): void {
  for (const each of [name, ...(dependents[name] ?? [])]) {
    const field = fieldOf(each);
    if (field) showError(each, checkField(field, draft), find);
  }
}

function showCounts(issues: readonly Issue[], find: Find): void {
  for (const section of sections) {
    const count = find(`tab-${section}`)?.querySelector<HTMLElement>('.count');
    const missing = issues.filter(({field}) => field.section === section).length;
    setText(count, missing ? `${missing}件` : '');
    if (count) count.hidden = !missing;
  }
}

function drawItem({field, message}: Issue): HTMLLIElement {
  const [item, link] = [document.createElement('li'), document.createElement('a')];
  link.href = `#${field.name}`;
  link.dataset.go = field.name;
  link.textContent = message;
  item.append(link);
  return item;
}

/** Shows all issues at their fields, counts them on the tabs and lists them in the summary, which gets the focus. */
export function showIssues(form: HTMLFormElement, issues: readonly Issue[], find: Find): void {
  const messages = new Map(issues.map(({field, message}) => [field.name, message]));
  for (const {name} of fields) showError(name, messages.get(name), find);
  showCounts(issues, find);
  const summary = form.querySelector<HTMLElement>('.summary');
  if (!summary) return;
  summary.querySelector('ul')?.replaceChildren(...issues.map(drawItem));
  summary.hidden = !issues.length;
  if (issues.length) summary.focus();
}
