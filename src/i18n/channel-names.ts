import {msg} from './message.js';

const channels: Partial<Record<string, () => string>> = {
  email: () => msg('メール'),
  web_form: () => msg('オンライン申請フォーム'),
  e_contract: () => msg('電子契約システム'),
  e_contract_system: () => msg('電子契約システム'),
  fax: () => msg('ファクス'),
  bring: () => msg('持参'),
  bring_print: () => msg('印刷して持参'),
  bring_or_mail_print: () => msg('印刷して持参または郵送'),
  attach_to_invoice: () => msg('前払金請求書に添付'),
};

/** Returns the short name of a way to hand in; one without words stays as the obligee's data names it. */
export const channelText = (channel: string): string => channels[channel]?.() ?? channel;
