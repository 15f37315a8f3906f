import {getObligees} from './api.js';
import {amountOf, readField, type Draft} from './fields.js';
import {setText, type Find} from './parts.js';

const RATIO_SOURCES = ['works-price', 'current-year-amount', 'advance-amount', 'performance-amount'];

function ratio(part: number | undefined, whole: number | undefined): string {
  if (part === undefined || !whole) return '－';
  const tenths = Math.round(Number(((part / whole) * 1000).toPrecision(12)));
  return `${(tenths / 10).toFixed(1)}%`;
}

function showRatios(draft: Draft, find: Find): void {
  const price = amountOf('works-price', draft);
  const base = amountOf('current-year-amount', draft) ?? price;
  setText(find('advance-ratio'), ratio(amountOf('advance-amount', draft), base));
  setText(find('performance-ratio'), ratio(amountOf('performance-amount', draft), price));
}

function showBank(draft: Draft, find: Find): void {
  const [bank, branch] = ['bank', 'bank-branch'].map(name => readField(name, draft));
  const names = [bank, branch].map(reading => (reading && 'value' in reading ? String(reading.value) : ''));
  setText(find('bank-echo'), names.every(Boolean) ? names.join('\u3000') : '');
}

/** Says below a field what was understood of it, and the ratios that hang on it. */
export function showEcho(name: string, draft: Draft, find: Find): void {
  const echo = find(`${name}-echo`);
  if (echo) {
    const reading = readField(name, draft);
    setText(echo, reading && 'value' in reading ? (reading.warning ?? reading.echo ?? '') : '');
  }
  if (RATIO_SOURCES.includes(name)) showRatios(draft, find);
  if (name.startsWith('bank')) showBank(draft, find);
}

const TRIGGERS: Record<string, string> = {
  bid_notice: '入札公告日',
  bid_notice_or_designation: '入札公告日または指名通知日',
  bid: '入札日',
  designation: '指名通知日',
  contract: '契約予定日',
  guarantee_contract: '保証契約日',
};

/** Asks for the date that the chosen obligee's rule starts with, and says whether it is met. */
export async function showEligibility(code: string, draft: Draft, find: Find): Promise<void> {
  const rule = (await getObligees().catch(() => [])).find(obligee => obligee.code === code)?.rule;
  const label = TRIGGERS[rule?.trigger ?? ''] ?? '入札公告日';
  setText(find('trigger-date')?.closest('.field')?.querySelector('.name'), label);
  setText(find('obligee-echo'), rule ? `「${rule.rule_text}」` : '');
  for (const kind of ['advance', 'performance']) {
    setText(find(`${kind}-form-echo`), draft[`${kind}-form`] === 'electronic' ? judge() : '');
  }

  function judge(): string {
    const day = readField('trigger-date', draft);
    if (!rule?.start_date) return '発注者が電子保証に対応しているか、発注者に確認してください。';
    if (!day || !('value' in day)) return `${label}を入力すると、電子保証を利用できるか分かります。`;
    return String(day.value) >= rule.start_date
      ? 'この契約では電子保証を利用できます。'
      : 'この契約では電子保証を利用できません。証書(紙)を選んでください。';
  }
}
